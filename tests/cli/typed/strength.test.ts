import { describe, expect, it } from 'vitest';
import { readStrength } from '../../../src/cli/typed/strength.js';

describe('a strength', () => {
  it.each([
    ['10mg/mL', 10],
    ['10 mg/ml', 10],
    ['100mg/10mL', 10],
    ['100 mg per 10 mL', 10],
    ['25 mg in 5 mL', 5],
    ['2.5mg/5mL', 0.5],
    ['5MG/5ML', 1],
  ])('%s is %d mg per mL', (text, value) => expect(readStrength(text)).toEqual({ ok: { value, unit: 'mg/mL' } }));

  it.each(['', '10', '10mg', '10mL', '5mg/0mL', '0mg/mL', '101mg/mL', '1,5mg/mL', '10mcg/mL', '10ug/mL', '5 mg/5 mg'])(
    '%j is none',
    (text) => expect(readStrength(text)).toHaveProperty('wrong'),
  );
});
