import type { Notice, NoticeCode, NoticeParams, Severity } from '../../core/answer/notice.js';
import type { noticePlaces, Phrases, WordedNotice, WordingParameters } from '../../core/answer/wording.js';
import type { Fraction } from '../../core/values/quantity.js';
import { frequency, valueWords } from '../dose.js';
import { formatQuantity as q } from '../quantity.js';
import { fill, type Plain } from './fill.js';
import { leftOutReason, partialWords, partNames, placeWords } from './patient-file.js';

const parts = {
  timesDaily: 'Doses per day',
  increment: 'Increase of each dose at a step',
  interval: 'Days between steps',
} as const;

/** The sentences about the tool and the request; those of medicine stand in data/wording.json. A new code does not compile until it has one. */
const sentences: { readonly [Code in Exclude<NoticeCode, WordedNotice>]: (params: NoticeParams[Code]) => string } = {
  'departs-from-label': ({ part, asked, label }) =>
    `${parts[part]}: ${valueWords(asked)} was asked for; the source says ${valueWords(label)}.`,
  'refusal-lifted': ({ code, reason }) => `A refusal was lifted (${code}). Reason given: ${reason}`,
  'override-not-needed': ({ code }) => `The override ${code} was not needed: nothing was refused for it.`,
  'taken-already': ({ dose, timesDaily }) =>
    `By the file the patient takes baclofen already: ${typeof dose === 'string' ? dose : q(dose)}${timesDaily === undefined ? '' : ` ${frequency(timesDaily)}`}. This schedule starts anew and does not count it.`,
  'record-partial': ({ what, from }) =>
    `The record is not whole (${from}): ${partialWords[what]}. What is missing may change every number here.`,
  'record-remark': ({ what, from }) => `About the record (${from}): ${partialWords[what]}. Check it.`,
  'file-other-material': (left) =>
    `The ${partNames([left.part])} of ${placeWords(left)} was not taken: ${leftOutReason(left)}.`,
  'file-part-left-out': (left) =>
    `The ${partNames([left.part])} was not taken from ${placeWords(left)}: ${leftOutReason(left)}.`,
  'flag-instead-of-file': ({ parts }) => `Taken from the flags and not from the file: ${partNames(parts)}.`,
  'not-read-from-fhir': () =>
    'Spinal cord injury and the length of use are not read from a FHIR file; dialysis and an allergy to baclofen only where they are coded or named plainly. Give their flags where they apply.',
  'poisoning-first': ({ words }) => words.join(' '),
  'newborn-excipients': ({ words }) => words,
  'relative-dose-needs-maternal-dose': () =>
    'The relative infant dose needs the dose of the mother: --maternal-dose in mg per day, and her weight: --maternal-weight in kg.',
  'intrathecal-boxed-warning': ({ text }) => text,
  'intrathecal-withdrawal': ({ text }) => `Withdrawal: ${text}`,
  'intrathecal-overdose': ({ text }) => `Overdose: ${text}`,
};

type Place<Code extends WordedNotice> = (typeof noticePlaces)[Code][number];
/** The places of a sentence that are neither quantity nor word of its notice. */
type Own<Code extends WordedNotice> = Exclude<Place<Code>, Plain<NoticeParams[Code]>>;
type NeedsWords = { [Code in WordedNotice]: [Own<Code>] extends [never] ? never : Code }[WordedNotice];
type Filled = {
  readonly [Code in NeedsWords]: (params: NoticeParams[Code], phrases: Phrases) => Readonly<Record<Own<Code>, string>>;
} & {
  readonly [Code in Exclude<WordedNotice, NeedsWords>]?: (
    params: NoticeParams[Code],
  ) => Readonly<Partial<Record<Place<Code>, string>>>;
};

/** What stands in the places of a sentence of data/wording.json, where it is not a number of the notice as it is. */
const places: Filled = {
  'kidney-number-old': ({ part }) => ({ part: partNames([part]) }),
  'kidney-number-undated': ({ part }) => ({ part: partNames([part]) }),
  'kidney-numbers-in-file': ({ taken, other }) => ({ taken: partNames([taken]), other: partNames([other]) }),
  'baclofen-named': (left) => ({ place: placeWords(left), why: leftOutReason(left) }),
  'kidney-not-read': (left) => ({
    part: partNames([left.part]),
    place: placeWords(left),
    why: leftOutReason(left),
  }),
  'allergy-not-read': (left) => ({ place: placeWords(left), why: leftOutReason(left) }),
  'levels-clearance-unknown': () => ({ flag: '--crcl, or --creatinine with --sex and --weight' }),
  'scaled-for-clearance': (params) => ({ kept: fractionWords(params) }),
  'estimates-in-different-bands': ({ lowest, highest }) => ({ lowest: bandName(lowest), highest: bandName(highest) }),
  'daily-dose-above-ceiling': ({ dailyDose }) => ({ command: `baclofen taper --from ${dailyDose.value}` }),
  'daily-dose-where-avoided': ({ dailyDose }) => ({ command: `baclofen taper --from ${dailyDose.value}` }),
  'from-above-ceiling': ({ days }) => ({
    days:
      days.value === 0
        ? 'from day 1 on it is not'
        : `${q(days)} of this taper ${days.value === 1 ? 'is' : 'are'} above it`,
  }),
  'milk-level-extrapolated': () => ({ flag: '--milk' }),
  'share-already-in-intake': () => ({ flag: '--share' }),
  'milk-model-one-woman': () => ({ command: 'baclofen infant-dose --milk' }),
  'newborn-fewer-doses': ({ days }) => ({ days: dayList(days) }),
  'newborn-not-measurable': ({ days }) => ({ days: dayList(days) }),
  'newborn-milk-volume': () => ({ flag: '--intake' }),
  'infant-exposed-before-birth': () => ({ command: 'baclofen newborn' }),
  'maternal-clearance-reduced': ({ scaled }, { scaledLevelTooLow }) => ({
    scaled: scaled ? ` ${scaledLevelTooLow.text}` : '',
  }),
  'other-sedatives': ({ names }) => ({ names: names.join(', ') }),
};

/** "two thirds". */
export function fractionWords({ numerator, denominator }: Fraction): string {
  const names: Readonly<Record<string, string>> = { '1/2': 'half', '2/3': 'two thirds', '1/3': 'one third' };
  return names[`${numerator}/${denominator}`] ?? `${numerator} parts in ${denominator}`;
}

function dayList(days: readonly number[]): string {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return first === last ? `day ${first}` : `days ${first} to ${last}`;
}

/** A band id in words: "15-to-below-30" is "15 to below 30 mL/min". */
export function bandName(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.endsWith(' and over') ? words.replace(' and over', ' mL/min and over') : `${words} mL/min`;
}

export function noticeMessage({ code, params }: Notice, { notices, phrases }: WordingParameters): string {
  // The tables are keyed by code, so sentence, places and params belong together.
  const said = (sentences as Readonly<Record<string, ((params: object) => string) | undefined>>)[code];
  if (said) return said(params);
  const own = (places as Readonly<Record<string, OwnWords | undefined>>)[code];
  return fill(notices[code as WordedNotice].text, params, own?.(params, phrases));
}

type OwnWords = (params: object, phrases: Phrases) => Readonly<Record<string, string>>;

export const severityNames: Readonly<Record<Severity, string>> = {
  warning: 'WARNING',
  caution: 'Caution',
  info: 'Note',
};
