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
});
