import { type Quantity, quantity } from '../../core/values/quantity.js';
import { type Read, spaced } from './read.js';

/** What Latin and hurry write for so many times a day. They are read here and printed nowhere. */
const spellings: Readonly<Record<number, readonly string[]>> = {
  1: ['od', 'qd', 'q24h', 'once', 'one time', 'nocte', 'hs', 'qhs', 'at night', 'at bedtime', 'bedtime'],
  2: ['bd', 'bid', 'bds', 'q12h', 'twice', 'two times'],
  3: ['tds', 'tid', 'q8h', 'thrice', 'three times'],
  4: ['qds', 'qid', 'q6h', 'four times'],
};

const timesOf: ReadonlyMap<string, number> = new Map(
  Object.entries(spellings).flatMap(([times, words]) => words.map((word) => [word, Number(times)] as const)),
);

const perDay = '(?: ?(?:daily|a day|per day|each day|every day|in a day|/ ?d|/ ?day|/ ?24 ?h))?';

/** How often a day: 1 to 4, or undefined. "3", "x3", "tds", "t.i.d.", "three times daily", "every 8 hours". */
export function frequencyOf(text: string): number | undefined {
  const words = spaced(text).toLowerCase().replaceAll(/[.]/g, '').replaceAll('×', 'x');
  const named = timesOf.get(words.replace(new RegExp(`${perDay}$`), ''));
  if (named !== undefined) return named;
  const [, every, hourly] = /^(?:(?:every|q) ?(\d{1,2}) ?(?:h|hrs?|hours?)|(\d{1,2})[ -]?hourly)$/.exec(words) ?? [];
  const apart = Number(every ?? hourly);
  if (apart > 0) return planned(24 / apart);
  const [, before, after] = new RegExp(`^(?:x ?(\\d)|(\\d) ?(?:x|times?|doses?))${perDay}$`).exec(words) ?? [];
  return planned(Number(before ?? after));
}

function planned(times: number): number | undefined {
  return [1, 2, 3, 4].includes(times) ? times : undefined;
}

/** What is taken when needed, or not every day, is no dose of a day. */
const irregular =
  /\b(?:prn|p\.r\.n\.?|sos|as needed|when needed|if needed|as required|when required|qod|q\.o\.d\.?|eod|every other day|alternate days|weekly|a week|per week|\/ ?week|stat)\b/i;

export function isIrregular(text: string): boolean {
  return irregular.test(text);
}

const takes = 'it takes a number of doses a day from 1 to 4, such as 3';

/** Doses a day: "3", "3x", "tds", "three times daily". */
export function readTimes(text: string): Read<Quantity<'/d'>> {
  const words = spaced(text);
  const [, number] = new RegExp(`^0*([1-4])${perDay}$`, 'i').exec(words) ?? [];
  const times = number === undefined ? frequencyOf(words) : Number(number);
  return times === undefined ? { wrong: takes } : { ok: quantity(times, '/d') };
}
