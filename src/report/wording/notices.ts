import type { Notice, NoticeCode, NoticeParams, Severity } from '../../core/answer/notice.js';
import type { noticePlaces, Phrases, WordedNotice, WordingParameters } from '../../core/answer/wording.js';
import type { Fraction } from '../../core/values/quantity.js';
import { formatDate } from '../date.js';
import { valueWords } from '../dose.js';
import { formatSignificant } from '../number.js';
import { formatQuantity as q } from '../quantity.js';
import { commandLine } from './command-line.js';
import { estimateName } from './estimate.js';
import { fill, type Plain } from './fill.js';
import { notRecognisedWords, unknownConditionWords, unknownDrugWords } from './interactions.js';
import { leftOutReason, onePart, partialWords, partNames, placeWords } from './patient-file.js';
import { fieldWords } from './request.js';
import { ruleNames } from './rules.js';

const parts = {
  timesDaily: (asked: string, label: string) => `Doses: ${asked} asked for, not ${label}.`,
  increment: (asked: string, label: string) => `Increase per dose: ${asked} asked for, not ${label}.`,
  interval: (asked: string, label: string) => `Between steps: ${asked} asked for, not ${label}.`,
} as const;

/** The sentences about the tool and the request; those of medicine stand in data/wording.json. A new code does not compile until it has one. */
const sentences: { readonly [Code in Exclude<NoticeCode, WordedNotice>]: (params: NoticeParams[Code]) => string } = {
  'lowered-to-allowed': ({ asked, allowed, rule }) =>
    `The labelled start, ${q(asked)}, is lowered to what ${ruleNames[rule]} allows: ${q(allowed)}, rounded down to what can be made.`,
  'asked-lowered': ({ part, asked, allowed, rule }) =>
    `The ${part} that was asked for, ${q(asked)}, is lowered to what ${ruleNames[rule]} allows: ${q(allowed)}, rounded down to what can be made.`,
  'fewer-doses-than-rule': ({ asked, rule }) =>
    `${valueWords({ value: asked, unit: '/d' })} was asked for; by weight the day is divided ${valueWords({ value: rule, unit: '/d' })}.`,
  'tablets-make-fewer-doses': ({ doses, rule, liquid }) =>
    `Tablets make ${doses === 1 ? '1 dose' : `${doses} doses`} a day here where the rule has ${rule}; a liquid makes equal doses: --product ${liquid}.`,
  'weight-without-age': ({ weight, below }) =>
    `${q(weight)}, below ${q(below)}, and no age: an adult is assumed. For a child give --age.`,
  'shown-estimate-lower': ({ estimate, ceiling }) =>
    `${estimateName(estimate)} is in the lower band ${bandName(estimate.band)} and does not decide. It would give ${ceiling ? `a ceiling of ${q(ceiling)}` : 'no baclofen at all'}; not followed.`,
  'creatinine-not-used': ({ creatinine }) =>
    `The creatinine of ${q(creatinine)} was not used: an estimate needs --age and --sex, and for a child --height.`,
  'daily-dose-within-ceiling': ({ dailyDose, ceiling, first }) =>
    `${q(dailyDose)} is within the ceiling of ${q(ceiling)}; as a first dose it would be ${q(first)}.`,
  'departs-from-label': ({ part, asked, label }) => parts[part](valueWords(asked), valueWords(label)),
  'refusal-lifted': ({ code, reason }) => `A refusal was lifted (${code}). Reason given: ${reason}`,
  'override-not-needed': ({ code }) => `The override ${code} was not needed: nothing was refused for it.`,
  'record-partial': ({ what, from }) =>
    `The record is not whole (${from}): ${partialWords[what]}. What is missing may change every number here.`,
  'record-remark': ({ what, from }) => `About the record (${from}): ${partialWords[what]}. Check it.`,
  'file-other-material': (left) =>
    `The ${partNames([left.part])} of ${placeWords(left)} was not taken: ${leftOutReason(left)}.`,
  'file-part-left-out': (left) =>
    `The ${partNames([left.part])}${otherWords(left)} was not taken from ${placeWords(left)}: ${leftOutReason(left)}.`,
  'flag-instead-of-file': ({ parts }) => `Taken from the flags and not from the file: ${partNames(parts)}.`,
  'not-read-from-fhir': () =>
    'Spinal cord injury and the length of use are not read from a FHIR file; dialysis and an allergy to baclofen only where they are coded or named plainly. Give their flags where they apply.',
  'poisoning-first': ({ words }) => words.join(' '),
  'old-amount-of-new': (params) => `${oldAmountWords(params)}: ${params.multiple > 1 ? 'poisoning' : 'withdrawal'}.`,
  'old-amount-differs': (params) => `${oldAmountWords(params)}.`,
  'ceiling-not-compared': ({ dailyDose }) =>
    `For this patient no ceiling is known here, so ${q(dailyDose)} was compared with none.`,
  'newborn-excipients': ({ words }) => words,
  'two-sedatives': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'another-baclofen': ({ names, advice }) => `${names.join(', ')}: ${advice}`,
  'interacting-drugs': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'drug-noted': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'condition-noted': ({ condition, sentence }) => `${condition}: ${sentence}`,
  'name-not-known': ({ of, name, meant }) =>
    (of === 'drug' ? unknownDrugWords : unknownConditionWords)({ kind: 'unknown', name, ...(meant && { meant }) }),
  'record-not-recognised': ({ names }) => notRecognisedWords(names),
  'not-used': ({ fields }) => `Not used, it decides nothing here: ${fields.map(fieldWords).join(', ')}.`,
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
  'start-above-first': ({ label, steps }, { eachStep }) => ({
    steps: steps ? ` ${fill(eachStep.text, steps)}` : '',
    flag: '--start',
    start: `--start ${label.value}`,
  }),
  'avoid-in-older-adult': ({ below, number, higher }, { criteriaNameEgfr }) => ({
    where: avoidedWhere(number, below),
    higher: higher && number === 'clearance' ? ` ${fill(criteriaNameEgfr.text, { higher })}` : '',
  }),
  'older-without-kidney': () => ({ flag: '--crcl, or --creatinine with --sex, --weight and --height' }),
  'age-unknown-below-30': () => ({ flag: '--age' }),
  'given-above-estimate': ({ estimate }) => ({ estimate: estimateName(estimate), band: bandName(estimate.band) }),
  'file-kidney-lower': ({ estimate, old }) => ({
    estimate: estimateName(estimate),
    band: bandName(estimate.band),
    when: oldWords(old),
  }),
  'record-product-differs': ({ strength, packet, product }, { planWithIt }) => ({
    form: formWords({ strength, packet }),
    flag: product === undefined ? '' : ` ${fill(planWithIt.text, { flag: `--product ${product}` })}`,
  }),
  'record-product-from': ({ strength, packet, from, product }, { switchFromIt }) => ({
    form: formWords({ strength, packet }),
    from: typeof from === 'string' ? from : `a liquid of ${q(from)}`,
    flag: product === undefined ? '' : ` ${fill(switchFromIt.text, { flag: `--from ${product}` })}`,
  }),
  'weight-old': ({ date }) => ({ date: date === undefined ? '' : ` (${date})` }),
  'file-dose-differs': ({ place, old }) => ({ place: place ? ` (${place})` : '', when: oldWords(old) }),
  'estimate-could-be-lower': ({ parts }) => ({
    parts: parts.join(' and '),
    flags: parts.map((part) => `--${part}`).join(' and '),
  }),
  'kidney-number-old': ({ part }) => ({ part: partNames([part]) }),
  'kidney-number-undated': ({ part }) => ({ part: partNames([part]) }),
  'kidney-numbers-in-file': ({ taken, other, status }) => ({
    taken: partNames([taken]),
    other: `${onePart(other)}${status ? `, ${status},` : ''}`,
  }),
  'result-not-final': ({ parts, statuses }) => ({ parts: partNames(parts), statuses: statuses.join(', ') }),
  'baclofen-named': (left) => ({ place: placeWords(left), why: leftOutReason(left) }),
  'pump-in-record': (left) => ({ place: placeWords(left) }),
  'kidney-not-read': (left, phrases) => ({
    part: left.disease ?? partNames([left.part]),
    place: placeWords(left),
    why: leftOutReason(left),
    dialysis: dialysisWords(left.dialysis, phrases),
  }),
  'kidney-acute': ({ from, more, estimate }) => ({
    place: placeWords({ from, ...(more !== undefined && { more }) }),
    estimate: estimateName(estimate),
  }),
  'kidney-disease-disagrees': ({ from, more, estimate, dialysis }, phrases) => ({
    place: placeWords({ from, ...(more !== undefined && { more }) }),
    estimate: estimateName(estimate),
    dialysis: dialysisWords(dialysis, phrases),
  }),
  'allergy-not-read': (left) => ({ place: placeWords(left), why: leftOutReason(left) }),
  'levels-clearance-unknown': () => ({ flag: '--crcl, or --creatinine with --sex and --weight' }),
  'scaled-for-clearance': (params) => ({ kept: fractionWords(params) }),
  'estimates-in-different-bands': ({ lowest, highest }) => ({ lowest: bandName(lowest), highest: bandName(highest) }),
  'dose-above-ceiling': ({ rule }) => ({ rule: ruleNames[rule] }),
  'fall-large': ({ finer }, { finerProduct }) => ({
    finer: finer ? ` ${fill(finerProduct.text, { flag: `--product ${finer.product}`, fall: finer.fall })}` : '',
  }),
  'from-above-ceiling': ({ days }) => ({
    days:
      days.value === 0
        ? 'from day 1 on it is not'
        : `${q(days)} of this taper ${days.value === 1 ? 'is' : 'are'} above it`,
  }),
  'milk-level-extrapolated': () => ({ flag: '--milk' }),
  'share-already-in-intake': () => ({ flag: '--share' }),
  'milk-model-one-woman': () => ({ command: 'baclofen infant-dose --milk 0.32' }),
  'maternal-dose-above-ceiling': ({ times, line }) => ({
    multiple: `${formatSignificant(times)} times`,
    command: commandLine(line),
  }),
  'maternal-dose-where-avoided': ({ line }) => ({ command: commandLine(line) }),
  'intrathecal-reserve-past': ({ emptyOn, today }) => ({
    emptyOn: formatDate(emptyOn),
    today: formatDate(today),
    flag: '--refilled',
  }),
  'intrathecal-refill-ahead': ({ refilled, today }) => ({ refilled: formatDate(refilled), today: formatDate(today) }),
  'newborn-fewer-doses': ({ days }) => ({ days: dayList(days) }),
  'newborn-not-measurable': ({ days }) => ({ days: dayList(days) }),
  'newborn-milk-volume': () => ({ flag: '--intake' }),
  'infant-exposed-before-birth': () => ({ command: 'baclofen newborn' }),
  'maternal-clearance-reduced': ({ scaled }, { scaledLevelTooLow }) => ({
    scaled: scaled ? ` ${scaledLevelTooLow.text}` : '',
  }),
  'other-sedatives': ({ names }) => ({ names: names.join(', ') }),
};

function formWords({
  strength,
  packet,
}: {
  strength: NoticeParams['record-product-differs']['strength'];
  packet: true | undefined;
}): string {
  if (strength.unit !== 'mg') return 'a liquid';
  return packet ? 'a packet of granules' : 'a tablet';
}

/** The value that another was taken instead of, and its day. */
function otherWords({ value, date }: NoticeParams['file-part-left-out']): string {
  return value === undefined ? '' : ` of ${q(value)}${date === undefined ? '' : ` (${date})`}`;
}

function dialysisWords(asked: boolean | undefined, { onDialysis }: Phrases): string {
  return asked ? ` ${fill(onDialysis.text, { flag: '--dialysis' })}` : '';
}

/** How old something in a record is, where that is known. */
function oldWords(old: NoticeParams['file-kidney-lower']['old']): string {
  return old ? ` (${q(old)} old)` : '';
}

/** On dialysis, or below which number of the kidney. */
function avoidedWhere(
  number: NoticeParams['avoid-in-older-adult']['number'],
  below: NoticeParams['avoid-in-older-adult']['below'],
): string {
  if (number === 'dialysis') return 'on dialysis';
  return number === 'eGFR' ? `with an eGFR below ${q(below)}` : `with a clearance below ${below.value} mL/min`;
}

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

/** "The old 7 mL of the new oral liquid of 10 mg per mL would be 70 mg each time, 10 times the dose". */
function oldAmountWords({ amount, name, dose, multiple }: NoticeParams['old-amount-of-new']): string {
  return `The old ${amountWords(amount)} of the new ${name} would be ${q(dose)} each time, ${multipleWords(multiple)} the dose`;
}

/** "7 mL", or the number of tablets or packets. */
function amountWords(amount: NoticeParams['old-amount-of-new']['amount']): string {
  if (amount.unit === 'mL') return q(amount);
  return amount.value === 1 ? 'number, 1,' : `number, ${q(amount)},`;
}

/** "10 times", "a fifth of", "0.4 times". */
function multipleWords(multiple: number): string {
  const parts: Readonly<Record<number, string>> = {
    0.5: 'half of',
    0.2: 'a fifth of',
    0.1: 'a tenth of',
    2: 'twice',
  };
  return parts[multiple] ?? `${q({ value: multiple, unit: '1' })} times`;
}
