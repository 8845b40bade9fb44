import { describe, expect, it } from 'vitest';
import {
  answerOf,
  ask,
  bundle,
  codesOf,
  doseOf,
  type Json,
  line,
  messageOf,
  order,
  person,
  threeTimes,
} from './ask.js';

const named = (text: string, dosage: Json = line(10)) => order(dosage, { medicationCodeableConcept: { text } });
const millilitres = { timing: threeTimes, doseAndRate: [{ doseQuantity: { value: 10, unit: 'mL', code: 'mL' } }] };
const answer = (resource: Json, command: string, ...more: Json[]) =>
  answerOf(ask(bundle(person, resource, ...more), command.split(' ')));
const said = (resource: Json, command = 'taper --days 14') =>
  messageOf(answer(resource, command), 'record-product-differs');

describe('the product of a record', () => {
  it('is named where the plan is of another', () => {
    expect(said(named('Baclofen 20 mg oral tablet'))).toBe(
      'The record has a tablet of 20 mg; this is planned with tablet of 10 mg. Amounts of one are wrong with the other. To plan with what the record has: --product tablet-20.',
    );
    const liquid = named('Baclofen 5 mg/5 mL oral solution', millilitres);
    for (const command of ['taper --days 14', 'titrate --from 10x3', 'restart --missed 2d']) {
      expect(said(liquid, command)).toMatch(/^The record has a liquid of 1 mg per mL; .*: --product solution-1\.$/);
    }
  });

  it('is named where another was asked for, too: a volume of one is wrong with the other', () => {
    const liquid = named('Baclofen 2 mg/mL oral solution');
    expect(said(liquid, 'titrate --from 10x3 --product solution-1')).toMatch(
      /a liquid of 2 mg per mL; .*solution-2\.$/,
    );
  });

  it('that is not known here is named without a flag', () => {
    expect(said(named('Baclofen 10 mg/mL oral suspension', millilitres))).toMatch(
      /a liquid of 10 mg per mL; .*other\.$/,
    );
  });

  it.each([
    ['the same', named('Baclofen 10 mg oral tablet'), 'taper --days 14'],
    ['the same, asked for', named('Baclofen 5 mg oral tablet'), 'taper --days 14 --product tablet-5'],
    ['no form', named('Baclofen 20 mg'), 'taper --days 14'],
    ['no strength', named('Baclofen tablet'), 'taper --days 14'],
  ])('says nothing with %s', (_, resource, command) => expect(said(resource, command)).toBeUndefined());

  it('of two orders is known where they are alike', () => {
    const at = (time: string) => ({ timing: { repeat: { timeOfDay: [time] } }, doseAndRate: doseOf(20) });
    const two = (evening: string) =>
      answer({ ...named('Baclofen 20 mg tablet', at('08:00:00')), id: 'a' }, 'taper --days 14', {
        ...named(evening, at('20:00:00')),
        id: 'b',
      });
    expect(codesOf(two('Baclofen 20 mg tablet'))).toContain('record-product-differs');
    expect(codesOf(two('Baclofen 5 mg tablet'))).not.toContain('record-product-differs');
  });

  it('may be granules, which are not planned as tablets in silence', () => {
    const granules = named('Baclofen 10 mg granules, packet');
    expect(said(granules)).toBe(
      'The record has a packet of granules of 10 mg; this is planned with tablet of 10 mg. Amounts of one are wrong with the other. To plan with what the record has: --product granules-10.',
    );
    expect(said(granules, 'taper --days 14 --product granules-10')).toBeUndefined();
    expect(said(named('Baclofen 10 mg oral tablet'), 'taper --days 14 --product granules-10')).toMatch(
      /a tablet of 10/,
    );
  });
});

describe('a switch from another product than that of the record', () => {
  const warned = (text: string, command: string) => {
    const { out } = ask(bundle(person, named(text)), command.split(' '));
    return messageOf(JSON.parse(out), 'record-product-from');
  };
  const strong = 'Baclofen 10 mg/5 mL oral solution';

  it('is warned of, first', () => {
    expect(warned(strong, 'switch --dose 7x3 --from solution-1 --to suspension-5')).toBe(
      'The record has a liquid of 2 mg per mL, and this goes from oral solution of 1 mg per mL. Look at what is at home first: amounts of one are wrong with the other. To go from what the record has: --from solution-2.',
    );
    const { out } = ask(bundle(person, named(strong)), ['switch', '--from', 'tablet-10', '--to', 'solution-1']);
    expect(codesOf(JSON.parse(out))[0]).toBe('record-product-from');
  });

  it.each([
    ['a strength', 'switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3', true],
    ['the same strength', 'switch --from 2mg/mL --to 10mg/mL --volume 7mL --times 3', false],
    ['the same product', 'switch --from solution-2 --to suspension-5', false],
    // 7 mg cannot be made of tablets of 10 mg: refused, and warned all the same.
    ['a refusal', 'switch --dose 7x3 --from solution-1 --to tablet-10', true],
  ])('from %s', (_, command, isWarned) => expect(warned(strong, command) !== undefined).toBe(isWarned));
});
