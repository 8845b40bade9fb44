import type { Refusal, RefusalCode, RefusalParams } from '../../core/answer/refusal.js';
import type { Product } from '../../core/doses/product.js';
import { formatPiece } from '../dose.js';
import { formatList, formatQuantity as q } from '../quantity.js';
import { commandLine } from './command-line.js';
import { ruleNames } from './rules.js';

/** Why not, and what could be done instead. */
export interface RefusalWords {
  readonly reason: string;
  readonly instead: readonly string[];
}

type Word<Code extends RefusalCode> = (params: RefusalParams[Code], products: readonly Product[]) => RefusalWords;

/** The words of every refusal; a new code does not compile until it has them. */
const words: { readonly [Code in RefusalCode]: Word<Code> } = {
  'cannot-be-made': ({ dose, products, nearest, makes }, all) => ({
    reason: `${q(dose)} cannot be made from ${products.join(', ')}.`,
    instead: [
      ...(nearest.length === 0 ? [] : [`Nearest that can be made: ${formatList(nearest)}.`]),
      ...makes.map((piece) => `${piece.product} makes it: ${formatPiece(piece, all)}.`),
    ],
  }),
  'daily-dose-cannot-be-made': ({ dailyDose, products, nearest, others }) => ({
    reason: `${q(dailyDose)} cannot be made from ${products.join(', ')}.`,
    instead: [
      `Nearest that can be made: ${formatList(nearest)}.`,
      ...(others.length === 0 ? [] : [`Products that make it: ${others.join(', ')} (--product).`]),
    ],
  }),
  'start-above-ceiling': ({ asked, ceiling }) => ({
    reason: `A start of ${q(asked)} per dose is above the most that one dose may be, ${q(ceiling)}.`,
    instead: ["This patient's own start; --start is mg per dose, not per day."],
  }),
  'start-above-first': ({ asked, first, rule }) => ({
    reason: `A start of ${q(asked)} per dose is above the first level that ${ruleNames[rule]} sets, ${q(first)}.`,
    instead: ["This patient's own start; --start may be left out here, or be lower."],
  }),
  'start-above-end': ({ asked, day, end }) => ({
    reason: `A start of ${q(asked)} per dose makes ${q(day)}, above the ${q(end)} at which this plan would end.`,
    instead: ["This patient's own start; --start is mg per dose, not per day."],
  }),
  'step-cannot-be-made': ({ level, step, products, makes }) => ({
    reason: `The plan stops at ${q(level)}: a step of ${q(step)}, the most that is adopted here, cannot be made from ${products.join(', ')}.`,
    instead: makes.length === 0 ? [] : [`Products that make the step: ${makes.join(', ')} (--product).`],
  }),
  'already-taking': ({ present }) => ({
    reason: `This patient takes ${q(present)} already: a start from the beginning would change that overnight.`,
    instead: ['Up from the present dose, or down from it, never a new start beside it.'],
  }),
  'at-the-target': ({ present, target, next }) => ({
    reason: `The present ${q(present)} is at or above ${q(target)}, where this plan ends: stay, if it works.`,
    instead: next
      ? [`Only if it is needed and tolerated, the next level is ${q(next)}.`]
      : ['No higher level is planned.'],
  }),
  'above-the-ceiling': ({ present, ceiling }) => ({
    reason: `The present ${q(present)} is above the ceiling of ${q(ceiling)} for this patient: it has to come down, by steps.`,
    instead: ['Down to the ceiling, never at once.'],
  }),
  'target-above-ceiling': ({ asked, ceiling, rule }) => ({
    reason: `A target of ${q(asked)} is above the ceiling of ${q(ceiling)} for this patient and this number of doses.`,
    instead: [
      ...(rule === 'label' || rule === 'adolescent'
        ? ['Above the label, a specialist: --override target-above-ceiling --reason.']
        : []),
    ],
  }),
  'target-never-computed': ({ asked, limit }) => ({
    reason: `A target of ${q(asked)} is above ${q(limit)}, the most that is ever computed.`,
    instead: ['Higher doses are for hospital care under specialists.'],
  }),
  'faster-than-allowed': ({ asked, shortest, rule }) => ({
    reason: `Steps every ${q(asked)} are faster than ${ruleNames[rule]} allows: ${q(shortest)} at least.`,
    instead: [`Leave out --every, or give --every ${shortest.value} or more.`],
  }),
  'start-too-small': ({ scaled, smallest, makes }) => ({
    reason: `For this patient the start comes to ${q(scaled)}; the smallest dose of these products is ${q(smallest)}.`,
    instead: makes.length === 0 ? [] : [`Products with smaller doses: ${makes.join(', ')} (--product).`],
  }),
  'fixed-by-rule': ({ part, rule }) => ({
    reason: `--${part} cannot change what ${ruleNames[rule]} fixes.`,
    instead: [`Leave out --${part}.`],
  }),
  hypersensitivity: () => ({
    reason: 'Baclofen is contraindicated in a patient who is hypersensitive to it. This refusal cannot be lifted.',
    instead: ['Another drug for spasticity.'],
  }),
  contraindicated: ({ sentence }) => ({ reason: sentence, instead: ['Another drug for spasticity.'] }),
  'under-age': ({ age, from }) => ({
    reason: `At ${q(age)} nothing is planned: below ${q(from)} the data are very limited.`,
    instead: ['A specialist in paediatric neurology. For a newborn exposed before birth: baclofen newborn.'],
  }),
  'child-weight-missing': () => ({
    reason: 'A child is dosed by weight, and no weight was given.',
    instead: ['Give the weight: --weight in kg.'],
  }),
  'weight-implausible': ({ weight, age, from, to }) => ({
    reason: `${q(weight)} at ${q(age)} is not plausible; ${q(from)} to ${q(to)} is computed. Is it in pounds, or another patient's?`,
    instead: [
      'Check the weight and its unit: --weight takes kg.',
      'A specialist who knows it: --override weight --reason.',
    ],
  }),
  'height-implausible': ({ height, from }) => ({
    reason: `A height of ${q(height)} is below ${q(from)}. Is it in inches?`,
    instead: ['Check the height and its unit: --height takes cm. For a child give --age.'],
  }),
  'age-needed': ({ weight, below }) => ({
    reason: `${q(weight)} is below ${q(below)}, and no age was given: this may be a child.`,
    instead: ['Give the age: --age.'],
  }),
  'child-with-clearance': ({ age, below, number }) => ({
    reason: `At ${q(age)} nothing is planned ${number ? `with ${q(number)}, below ${below.value}` : 'on dialysis'}: the bands of clearance are those of adults.`,
    instead: ['Specialist advice, with a paediatric estimate of the kidney.'],
  }),
  'child-creatinine': ({ creatinine }) => ({
    reason: `Of a creatinine of ${q(creatinine)} no estimate can be made for a child without the height.`,
    instead: ['Give --height, or the eGFR that the laboratory reports: --egfr.'],
  }),
  'clearance-too-low': ({ clearance, below }) => ({
    reason: `Baclofen should be avoided at ${q(clearance)}, below ${q(below)}: it leaves by the kidney and causes encephalopathy.`,
    instead: [
      'Another drug for spasticity.',
      'What has been published at this clearance: baclofen renal with the same flags.',
      'A specialist who must: --override clearance-too-low --reason.',
    ],
  }),
  dialysis: () => ({
    reason: 'Baclofen should be avoided on dialysis: encephalopathy follows within days, even at low doses.',
    instead: [
      'Another drug for spasticity.',
      'What has been published on dialysis: baclofen renal --dialysis.',
      'A specialist who must: --override dialysis --reason.',
    ],
  }),
  'adults-only': ({ age, from }) => ({
    reason: `The equations hold from ${q(from)}; the patient is ${q(age)} old.`,
    instead: ['Use a paediatric estimate and specialist advice.'],
  }),
  'abrupt-stop': ({ from }) => ({
    reason: `This takes ${q(from)} to zero at once. Stopping baclofen abruptly can cause hallucinations, seizures and fever.`,
    instead: ['Reduce over days: --days, or a smaller --reduce or --percent.'],
  }),
  'no-level-below': ({ from, smallest, makes }) => ({
    reason: `There is no level below ${q(from)}: the smallest dose of these products is ${q(smallest)}.`,
    instead: makes.length === 0 ? [] : [`Products with smaller doses: ${makes.join(', ')} (--product).`],
  }),
  'newborn-weight-outside': ({ weight, from, to }) => ({
    reason: `${q(weight)} is not plausible for a newborn; ${q(from)} to ${q(to)} is computed.`,
    instead: ['Check the weight and its unit: --weight takes kg, such as 2.9.'],
  }),
  'concentration-unknown': ({ asked, liquids }, products) => ({
    reason: `No liquid of ${q(asked)} is known here, and a volume is never given for a concentration that is a guess.`,
    instead: liquids.map(
      ({ product, concentration }) =>
        `--concentration ${concentration.value}: ${products.find(({ id }) => id === product)?.name ?? product} (${product}).`,
    ),
  }),
  'from-implausible': ({ from, limit }) => ({
    reason: `${q(from)} is not plausible; up to ${q(limit)} is computed.`,
    instead: ['Check the dose. --from takes mg per day, or a dose and times per day such as 20x3.'],
  }),
};

export function refusalWords<Code extends RefusalCode>(
  refusal: Extract<Refusal, { code: Code }>,
  products: readonly Product[],
): RefusalWords {
  // The table is keyed by code, so words and params belong together.
  const { reason, instead } = (words[refusal.code] as Word<RefusalCode>)(refusal.params as never, products);
  return { reason, instead: [...instead, ...(refusal.instead ?? []).map((line) => `Type: ${commandLine(line)}`)] };
}
