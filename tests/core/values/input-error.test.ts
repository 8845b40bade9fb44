import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/values/input-error.js';

describe('an input error', () => {
  it('says which field, what it got and what it takes', () => {
    const error = new InputError('weight', '"70lbs"', 'a weight in kg');
    expect(error).toMatchObject({
      name: 'InputError',
      field: 'weight',
      got: '"70lbs"',
      wrong: 'it takes a weight in kg',
    });
    expect(error.message).toBe('weight got "70lbs"; it takes a weight in kg');
  });

  it('has the others beside the first where several fields are wrong', () => {
    const [one, two] = [
      new InputError('age', '0', 'an age'),
      new InputError('weight', '1', { wrong: 'write it in kg' }),
    ];
    const all = InputError.of([one, two]);
    expect(all.message).toBe('age got 0; it takes an age');
    expect(all.also.map(({ message }) => message)).toEqual(['weight got 1; write it in kg']);
  });

  it('shows 80 characters of what it got; of more the first 76, three dots and the closing quote', () => {
    // A quote at each end, so 78 letters make 80 characters and 79 make 81.
    const got = (letters: number) => new InputError('name', `"${'x'.repeat(letters)}"`, 'a name').got;
    expect(got(78)).toBe(`"${'x'.repeat(78)}"`);
    expect(got(79)).toBe(`"${'x'.repeat(75)}..."`);
    expect(new InputError('name', 'x'.repeat(500), 'a name').message).toHaveLength(
      'name got ; it takes a name'.length + 80,
    );
  });
});
