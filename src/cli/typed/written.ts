import type { WrittenDose } from '../../core/check/types.js';
import type { CurrentDose } from '../../core/doses/current-dose.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { readDose } from './dose.js';
import { type Read, spaced } from './read.js';

/** Units of an order that are none of a dose by mouth, and mL, as they are printed. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(?:mcg|ug|\u00b5g|\u03bcg|micrograms?|microgrammes?)(?![a-wyz])/gi, 'mcg'],
  [/(?:nanograms?|ng)(?![a-wyz])/gi, 'ng'],
  [/mg ?(?:\/|per) ?kg(?: ?\/ ?dose)?(?![a-wyz])/gi, 'mg/kg'],
  [/(?:mL|millilit(?:re|er)s?)(?![a-wyz/])/gi, 'mL'],
  [/(?<![mk])(?:grams?|grammes?|g)(?![a-wyz])/gi, 'g'],
  [/(?:tablets?|tabs?|capsules?|caps?|pills?|packets?|sachets?)(?![a-wyz])/gi, 'tablets'],
  [/(?:units?|iu|drops?|puffs?|mmol|meq)(?![a-wyz])/gi, 'units'],
];

const takes =
  'the dose as it is written: each time and how often such as 20x4, each dose such as 10-10-20, or of a day such as 60mg/day';

/** An order in whatever unit: "20x4", "350mcg", "5mL x 3", "0". A number alone is asked about. */
export function readWritten(text: string): Read<WrittenDose> {
  const typed = spaced(text);
  if (isNone(typed)) return { ok: { day: { value: 0, unit: 'mg' } } };
  const [form, unit] = units.find(([each]) => typed.search(each) >= 0) ?? [];
  const read = readDose(form ? typed.replaceAll(form, 'mg') : typed, { to: 1_000_000, bare: 'ask', takes });
  if ('ok' in read) return { ok: inUnit(read.ok, unit ?? 'mg') };
  if (unit === undefined) return read;
  const number = /\d+(?:\.\d+)?/.exec(typed)?.[0];
  if (number === undefined) return { wrong: `it takes ${takes}` };
  if (unit === 'mL') return { wrong: `how often? Write ${number}mL x 3` };
  return { ok: { day: { value: Number(number), unit } } };
}

function inUnit(dose: CurrentDose, unit: string): WrittenDose {
  if ('dailyDose' in dose) return { day: { value: dose.dailyDose.value, unit } };
  if ('dose' in dose) return { each: { value: dose.dose.value, unit }, timesDaily: dose.timesDaily };
  return { doses: dose.doses.map((each) => ({ value: each.dose.value, unit })) };
}

function isNone(typed: string): boolean {
  return /^(?:0(?: ?mg)?(?: ?\/ ?(?:d|day)| per day| a day| daily)?|none|nothing|stop)$/i.test(typed);
}

/** What was taken before: 0 for nothing, else as a present dose. */
export function readTaken(text: string): Read<CurrentDose> {
  if (isNone(spaced(text))) return { ok: { dailyDose: quantity(0, 'mg/d') } };
  return readDose(text, {
    to: 10_000,
    bare: 'daily',
    takes: 'what is taken now: 0, mg per day such as 30, a dose and times such as 10x3, or each dose such as 10-10-20',
  });
}

/** "10mg/mL", "10 mg per 10 mL", "5mg/5mL". */
export function readStrength(text: string): Read<Quantity<'mg/mL'>> {
  const form = /^(\d+(?:\.\d+)?) ?mg ?(?:\/|per|in) ?(\d+(?:\.\d+)?)? ?ml$/i;
  const [, amount, volume = '1'] = form.exec(spaced(text)) ?? [];
  const value = tidy(Number(amount) / Number(volume));
  return value > 0 && value <= 1000
    ? { ok: quantity(value, 'mg/mL') }
    : { wrong: 'it takes the strength of a liquid with its unit, such as 10mg/mL or 5mg/5mL' };
}
