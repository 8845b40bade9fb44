import type { Notice, NoticeCode, NoticeParams, Severity, ShownEstimate } from '../../core/answer/notice.js';
import type { Fraction } from '../../core/values/quantity.js';
import { valueWords } from '../dose.js';
import { formatQuantity as q } from '../quantity.js';
import { unknownConditionWords, unknownDrugWords } from './interactions.js';
import { methodNames } from './patient.js';
import { leftOutReason, partialWords, partNames, placeWords } from './patient-file.js';
import { fieldWords } from './request.js';
import { ruleNames } from './rules.js';

const parts = {
  timesDaily: 'Doses per day',
  increment: 'Increase of each dose at a step',
  interval: 'Days between steps',
} as const;

/** The sentence of every notice; a new code does not compile until it has one. */
const sentences: { readonly [Code in NoticeCode]: (params: NoticeParams[Code]) => string } = {
  'start-above-first': ({ day, first, label, steps }) =>
    `Day 1 would be ${q(day)}; this patient's own first level is ${q(first)}.${steps ? ` Each step would be ${q(steps.step)} instead of ${q(steps.label)}.` : ''} --start is mg per dose, not per day: the labelled start is --start ${label.value}.`,
  'lowered-to-allowed': ({ part, asked, allowed, rule, labelled }) =>
    `${part === 'start' ? (labelled ? 'The labelled start' : 'The start that was asked for') : 'The step that was asked for'}, ${q(asked)}, is lowered to what ${ruleNames[rule]} allows: ${q(allowed)}, rounded down to what can be made.`,
  'interval-of-hospital': ({ asked, usual }) =>
    `Steps every ${q(asked)} are for a child in hospital; at home they are ${q(usual)} apart.`,
  'fewer-doses-than-rule': ({ asked, rule }) =>
    `${valueWords({ value: asked, unit: '/d' })} was asked for; by weight the day is divided ${valueWords({ value: rule, unit: '/d' })}.`,
  'tablets-make-fewer-doses': ({ doses, rule, liquid }) =>
    `Tablets make ${doses === 1 ? '1 dose' : `${doses} doses`} a day here where the rule has ${rule}; a liquid makes equal doses: --product ${liquid}.`,
  'older-without-kidney': ({ age }) =>
    `From ${q(age)} the kidney is often weaker than it looks. This plan assumes that clearance is not reduced: give --crcl, or --creatinine with --sex, --weight and --height.`,
  'weight-without-age': ({ weight, below }) =>
    `${q(weight)}, below ${q(below)}, and no age: an adult is assumed. For a child give --age.`,
  'age-unknown-below-30': ({ age, ceiling }) =>
    `No age was given: from ${q(age)} the ceiling at this clearance is ${q(ceiling)} and the next step is not offered (--age).`,
  'lowest-toxic-dose': ({ dose }) =>
    `${q(dose)} is the lowest dose at which neurotoxicity was reported in chronic kidney disease stages 4 and 5; first signs on days 2 to 3, but also up to 16 weeks later.`,
  'child-with-adult-bands': ({ number }) =>
    `Below 18 years ${q(number)} counts as normal here; the bands of clearance are those of adults.`,
  'shown-estimate-lower': ({ estimate, ceiling }) =>
    `${estimateName(estimate)} is in the lower band ${bandName(estimate.band)} and does not decide. It would give ${ceiling ? `a ceiling of ${q(ceiling)}` : 'no baclofen at all'}; not followed.`,
  'given-above-estimate': ({ given, estimate }) =>
    `Two numbers of the kidney disagree: ${q(given)} was given and decides; ${estimateName(estimate)} from the creatinine is in the lower band ${bandName(estimate.band)}. Find out which is right before the first dose.`,
  'estimate-could-be-lower': ({ parts }) =>
    `The estimate of the kidney is without ${parts.join(' and ')}: it can put the patient into a lower band. Give ${parts.map((part) => `--${part}`).join(' and ')}.`,
  'creatinine-not-used': ({ creatinine }) =>
    `The creatinine of ${q(creatinine)} was not used: an estimate needs --age and --sex, and for a child --height.`,
  'ideal-weight-not-validated': ({ height, from }) =>
    `At ${q(height)} the ideal weight is carried on below ${q(from)}, where its equation is not validated.`,
  'given-clearance-in-spinal-cord-injury': ({ clearance }) =>
    `Spinal cord injury: how was ${q(clearance)} got? Estimated from a creatinine it is too high; measured over 24 hours it stands. It was not corrected.`,
  'weight-old': ({ old, limit }) =>
    `The weight in the file is ${q(old)} old, more than ${q(limit)}: a child has grown. Weigh again.`,
  'daily-dose-within-ceiling': ({ dailyDose, ceiling, first }) =>
    `${q(dailyDose)} is within the ceiling of ${q(ceiling)}; as a first dose it would be ${q(first)}.`,
  'departs-from-label': ({ part, asked, label }) =>
    `${parts[part]}: ${valueWords(asked)} was asked for; the source says ${valueWords(label)}.`,
  'target-above-label-table': ({ asked, label }) =>
    `The target of ${q(asked)} is above the ${q(label)} at which the labelled table ends; more only if needed.`,
  'scaled-for-clearance': ({ numerator, denominator, interval }) =>
    `Reduced clearance: ${fractionWords({ numerator, denominator })} of each labelled daily dose and of the ceiling is kept, rounded down, and ${q(interval)} pass between steps.`,
  'fixed-for-clearance': ({ ceiling }) =>
    `Severely reduced clearance: ${q(ceiling)} is the ceiling, and other sources avoid baclofen here.`,
  'avoid-in-older-adult': ({ age, below, number, higher }) =>
    `Avoid: in adults of ${q(age)} and over ${number === 'dialysis' ? 'on dialysis' : `with ${number === 'eGFR' ? 'an eGFR' : 'a clearance'} below ${number === 'eGFR' ? q(below) : `${below.value} mL/min`}`} the risk of encephalopathy outweighs the use.${higher && number === 'clearance' ? ` The criteria name the eGFR, which is ${q(higher)} here.` : ''} If it cannot be avoided, the lowest dose that works, watching alertness.`,
  'older-adult-schedule': ({ age, dose, interval }) =>
    `From ${q(age)}: one dose of ${q(dose)} a day to begin with, one more a day every ${q(interval)}, at bedtime first, then in the morning, then at midday.`,
  'child-not-established': ({ below }) =>
    `Below ${q(below)} the United States label has not established safety. The doses are those of other countries, for a specialist.`,
  'tablets-for-a-light-child': ({ from }) => `Tablets are not suitable below ${q(from)} of body weight: use a liquid.`,
  'product-not-in-market': ({ products, country }) =>
    `${products}: not listed as sold where these rules come from (${country}). Check strength and name of the product in hand.`,
  'refusal-lifted': ({ code, reason }) => `A refusal was lifted (${code}). Reason given: ${reason}`,
  'override-not-needed': ({ code }) => `The override ${code} was not needed: nothing was refused for it.`,
  'taper-where-avoided': ({ from }) =>
    `At this clearance baclofen should be avoided: ${q(from)} has to come down, by steps, with the level of consciousness watched.`,
  'taper-not-shortened': () => 'Reduced clearance does not shorten a taper: the body still has to unlearn the drug.',
  'signs-of-accumulation': () =>
    'Rising creatinine, drowsiness or confusion: do not increase, have the patient seen today, check the level of consciousness, call for help.',
  'estimates-in-different-bands': ({ lowest, highest }) =>
    `The estimates fall into different bands, from ${bandName(lowest)} to ${bandName(highest)}. The lowest decides: ${bandName(lowest)}.`,
  'correction-for-spinal-cord-injury': ({ factor }) =>
    `Spinal cord injury: muscle is lost and creatinine flatters the kidney, so Cockcroft-Gault is multiplied by ${factor}. A measured 24-hour clearance or a cystatin C estimate is better.`,
  'creatinine-old': ({ old, limit }) =>
    `The creatinine in the file is ${q(old)} old, more than ${q(limit)}: the clearance may be lower by now. Measure it again.`,
  'creatinine-undated': () =>
    'The creatinine in the file has no date: the clearance may be lower by now. Measure it again.',
  'kidney-number-old': ({ part, old, limit }) =>
    `The ${partNames([part])} in the file is ${q(old)} old, more than ${q(limit)}: it may be lower by now. Measure it again.`,
  'kidney-number-undated': ({ part }) =>
    `The ${partNames([part])} in the file has no date: it may be lower by now. Measure it again.`,
  'kidney-numbers-in-file': ({ taken, other }) =>
    `The file has a ${partNames([other])} of the same time as its ${partNames([taken])}. The more cautious decides: the ${partNames([taken])}.`,
  'order-old': ({ old, limit }) =>
    `The order for the present dose in the file is ${q(old)} old, more than ${q(limit)}. Ask what is taken now.`,
  'order-undated': () => 'The order for the present dose in the file has no date. Ask what is taken now.',
  'baclofen-named': (left) =>
    `The record names baclofen (${placeWords(left)}), and the dose taken now could not be read: ${leftOutReason(left)}. Ask what is taken before any of this is used.`,
  'record-partial': ({ what, from }) =>
    `The record is not whole (${from}): ${partialWords[what]}. What is missing may change every number here.`,
  'record-remark': ({ what, from }) => `About the record (${from}): ${partialWords[what]}. Check it.`,
  'kidney-not-read': (left) =>
    `The record speaks of the kidney (${partNames([left.part])}, ${placeWords(left)}), and no number of it was taken: ${leftOutReason(left)}. Clearance may be reduced: give it.`,
  'allergy-not-read': (left) =>
    `The record speaks of an allergy to baclofen (${placeWords(left)}): ${leftOutReason(left)}. Ask before any dose.`,
  'file-other-material': (left) =>
    `The ${partNames([left.part])} of ${placeWords(left)} was not taken: ${leftOutReason(left)}.`,
  'file-part-left-out': (left) =>
    `The ${partNames([left.part])} was not taken from ${placeWords(left)}: ${leftOutReason(left)}.`,
  'flag-instead-of-file': ({ parts }) => `Taken from the flags and not from the file: ${partNames(parts)}.`,
  'not-read-from-fhir': () =>
    'Spinal cord injury and the length of use are not read from a FHIR file; dialysis and an allergy to baclofen only where they are coded or named plainly. Give their flags where they apply.',
  'creatinine-unusual': ({ creatinine }) =>
    `A creatinine of ${q(creatinine)} is unusual. Check the value and its unit.`,
  'weight-unusual': ({ weight }) => `A weight of ${q(weight)} is unusual. Check it.`,
  'height-unusual': ({ height }) => `A height of ${q(height)} is unusual. Check it.`,
  'daily-dose-above-ceiling': ({ dailyDose, ceiling }) =>
    `The present ${q(dailyDose)} is above the ceiling of ${q(ceiling)} for this patient. Reduce by steps, never at once.`,
  'daily-dose-where-avoided': ({ dailyDose }) =>
    `The present ${q(dailyDose)} is taken where baclofen should be avoided. Reduce by steps, never at once.`,
  'poisoning-first': ({ words }) => words.join(' '),
  'from-above-ceiling': ({ from, ceiling, days }) =>
    `The present ${q(from)} is above the ceiling of ${q(ceiling)} for this patient; ${days.value === 0 ? 'from day 1 on it is not' : `${q(days)} of this taper ${days.value === 1 ? 'is' : 'are'} above it`}.`,
  'fall-large': ({ fall, day, limit }) =>
    `On day ${day} the dose falls by ${q(fall)} at once; the one label that names steps goes down by up to ${q(limit)}.`,
  'dose-above-ceiling': ({ dose, ceiling }) =>
    `One dose reaches ${q(dose)}, above the ${q(ceiling)} that the label gives at once: more doses a day, up to four, keep it lower.`,
  'taper-short': ({ days, shortest }) =>
    `The taper lasts ${q(days)}; sources ask for at least ${q(shortest)}. Withdrawal is more likely.`,
  'taper-short-for-long-use': ({ days, usedFor, advised }) =>
    `After ${q(usedFor)} of use some labels reduce over about ${q(advised)}; this taper lasts ${q(days)}.`,
  'relative-dose-at-threshold': ({ threshold, value: reached, maternalWeight, intake }) =>
    `The relative infant dose is ${q(reached)} at ${q(intake)} of milk and ${q(maternalWeight)} of the mother: it reaches ${q(threshold)}, below which a drug is generally accepted for a healthy term infant.`,
  'infant-dose-at-withdrawal-dose': ({ threshold, infantDose, intake }) =>
    `At ${q(intake)} of milk the infant takes ${q(infantDose)}: ${q(threshold)} is the dose given to a newborn to prevent withdrawal. A low relative infant dose does not show this.`,
  'milk-level-extrapolated': ({ level, maternalDose, scaled }) =>
    `The milk level of ${q(scaled)} is scaled from one woman (${q(level)} at ${q(maternalDose)}). Measure it where you can: --milk.`,
  'maternal-dose-above-published': ({ maternalDose, published }) =>
    `No milk level has been published above ${q(published)} in the mother; she takes ${q(maternalDose)}.`,
  'milk-level-unlikely': ({ level, published }) =>
    `A milk level of ${q(level)} is far from the ${q(published)} of the published case. Check the level, its unit and the dose of the mother.`,
  'share-already-in-intake': ({ age, intake }) =>
    `The ${q(intake)} at ${q(age)} were measured beside other food, so the share of milk is in them already: leave out --share there, or the dose comes out too low.`,
  'milk-model-one-woman': ({ dose }) =>
    `A curve through the milk of one woman after one dose of ${q(dose)}, not a measurement. A measured level comes first: baclofen infant-dose --milk.`,
  'newborn-single-case': ({ course }) =>
    `${course}: one of two published single cases, neither a protocol, worked out for a weight. It is evidence from one infant and no advice to give it.`,
  'newborn-excipients': ({ words }) => words,
  'newborn-rounding-loss': ({ most, fromDay, concentration }) =>
    `Rounded down to what can be measured at ${q(concentration)}, the doses are less than published, by up to ${q(most)} (first on day ${fromDay}).`,
  'newborn-fewer-doses': ({ days, mark }) =>
    `On ${dayList(days)} one dose would be less than ${q(mark)}: what can be measured of the daily amount is given in fewer doses.`,
  'newborn-not-measurable': ({ days, mark }) =>
    `On ${dayList(days)} the whole daily amount is less than ${q(mark)} and cannot be measured: none is given, so the course ends earlier than published.`,
  'newborn-milk-volume': ({ intake }) =>
    `In the first days a newborn drinks far less than ${q(intake)}, so the part from milk is too high there: give --intake where it is known.`,
  'infant-exposed-before-birth': () =>
    'Exposed before birth: the newborn starts with the drug on board, milk adds to it, and withdrawal can follow within hours to days. Published courses: baclofen newborn.',
  'infant-preterm': ({ gestationalAge, below }) =>
    `Preterm, born at ${q(gestationalAge)}, before ${q(below)}: exposure and risk are highest in preterm infants. The 10% rule was made for healthy infants born at term.`,
  'infant-young': ({ age, below }) =>
    `At ${q(age)} the infant is under ${q(below)} of age: watch for sedation. The references are reassured above all in older infants.`,
  'maternal-clearance-reduced': ({ clearance, below, scaled }) =>
    `The clearance of the mother is ${q(clearance)}, below ${q(below)}: her milk level rises as clearance falls.${scaled ? ' The level scaled from the published case is then too low; measure it.' : ''}`,
  'two-sedatives': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'another-baclofen': ({ names, advice }) => `${names.join(', ')}: ${advice}`,
  'interacting-drugs': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'drug-noted': ({ drugs, sentence, advice }) => `${drugs.join(', ')}: ${sentence} ${advice}`,
  'condition-noted': ({ condition, sentence }) => `${condition}: ${sentence}`,
  'name-not-known': ({ of, name, meant }) =>
    (of === 'drug' ? unknownDrugWords : unknownConditionWords)({ kind: 'unknown', name, ...(meant && { meant }) }),
  'other-sedatives': ({ names }) => `Other sedating drugs add to the sedation of the infant: ${names.join(', ')}.`,
  'no-relative-dose-intrathecal': () =>
    'No relative infant dose is given for the intrathecal route: a dose into the spinal fluid does not measure what reaches the blood of the mother.',
  'not-used': ({ fields }) => `Not used, it decides nothing here: ${fields.map(fieldWords).join(', ')}.`,
  'relative-dose-needs-maternal-dose': () =>
    'The relative infant dose needs the dose of the mother: --maternal-dose in mg per day, and her weight: --maternal-weight in kg.',
  'levels-clearance-unknown': ({ age }) =>
    `Clearance not given: normal kidneys are assumed, which at ${q(age)} is often wrong. The level is then higher and lasts longer: give --crcl, or --creatinine with --sex and --weight.`,
  'intrathecal-boxed-warning': ({ text }) => text,
  'intrathecal-withdrawal': ({ text }) => `Withdrawal: ${text}`,
  'intrathecal-overdose': ({ text }) => `Overdose: ${text}`,
  'intrathecal-little-experience': ({ dose, above }) =>
    `${q(dose)} is above ${q(above)}, where there is little experience.`,
  'intrathecal-below-lowest': ({ dose, lowest }) => `${q(dose)} is below the lowest labelled, ${q(lowest)}.`,
  'intrathecal-low-reserve': ({ reserve, alarm }) =>
    `A reserve of ${q(reserve)} is below the alarm of the maker, ${q(alarm)}: withdrawal can begin before the refill.`,
  'intrathecal-other-concentration': ({ concentration }) =>
    `${q(concentration)} is no labelled concentration. It was given twice; check it against the label of the product a third time.`,
  'intrathecal-long-refill': ({ days, longest }) =>
    `${q(days)} is longer than pumps are left without a refill (${q(longest)}): check how long the product keeps in the pump.`,
  'intrathecal-step-small': ({ percent, from }) =>
    `A change of ${q(percent)} is below the usual range, which begins at ${q(from)}.`,
};

/** An estimate by its equation, weight and value. */
function estimateName({ method, weight, value }: ShownEstimate): string {
  const name = methodNames[method];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${weight ? ` with ${weight.kind} weight` : ''}, ${q(value)},`;
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

export function noticeMessage<Code extends NoticeCode>(notice: Extract<Notice, { code: Code }>): string {
  // The table is keyed by code, so sentence and params belong together.
  return (sentences[notice.code] as (params: Notice['params']) => string)(notice.params);
}

export const severityNames: Readonly<Record<Severity, string>> = {
  warning: 'WARNING',
  caution: 'Caution',
  info: 'Note',
};
