import type { Refusal, RefusalCode, RefusalParams } from '../../core/answer/refusal.js';
import type { Product } from '../../core/doses/product.js';
import type { Quantity } from '../../core/values/quantity.js';
import { counted, formatPiece, frequency } from '../dose.js';
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
  'suspected-toxicity': signs,
  'suspected-withdrawal': signs,
  'toxicity-or-withdrawal': signs,
  'nothing-to-bring-down': ({ from, to, end }) => ({
    reason:
      end === 'ceiling'
        ? `Nothing to bring down: the present ${q(from)} is within the ceiling of ${q(to)}.`
        : `Nothing to bring down: --to ${q(to)} is not below the present ${q(from)}.`,
    instead: ['Stay on it if it works. To come down from it: --to with a lower dose, or --to 0, with --days.'],
  }),
  'end-too-small': ({ asked, smallest }) => ({
    reason: `A taper cannot end at ${q(asked)}: the smallest daily dose that these products make is ${q(smallest)}.`,
    instead: [`--to ${smallest.value} with --days, or to none: --to 0.`],
  }),
  'ceiling-where-avoided': ({ from }) => ({
    reason: `There is no ceiling to go to: baclofen is to be avoided here, and ${q(from)} has to come down to none.`,
    instead: ['To none, by steps, with the level of consciousness watched: --to 0 with --days.'],
  }),
  'reduction-too-small': ({ asked, smallest }) => ({
    reason: `A reduction of ${q(asked)} is smaller than equal doses of this liquid can differ by.`,
    instead: [`The smallest: --reduce ${smallest.value}.`],
  }),
  'taper-too-long': ({ days, longest }) => ({
    reason: `This taper would last ${q(days)}; up to ${q(longest)} are planned.`,
    instead: ['A larger --reduce or --percent, a shorter --every, or --days.'],
  }),
  'would-rise': ({ dailyDose, products, others }) => ({
    reason: `${q(dailyDose)} can be divided with ${products.join(', ')} only by raising the dose at some time of day.`,
    instead: others.length === 0 ? [] : [`Products with smaller doses: ${others.join(', ')} (--product).`],
  }),
  'abrupt-stop': ({ from, to }) => ({
    reason: `This takes ${q(from)} to ${to.value === 0 ? 'zero' : q(to)} at once. Stopping baclofen abruptly can cause hallucinations, seizures and fever.`,
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
  'pump-interrupted': ({ reason, instead }) => ({ reason, instead }),
  'restart-where-avoided': ({ reason, instead, previous }) => ({
    reason,
    instead: [...instead, previousWords(previous)],
  }),
  'switch-elsewhere': ({ kind, name, published }) => ({
    reason:
      kind === 'drug'
        ? `No dose of ${name} is computed from a dose of baclofen: they are different drugs.`
        : `No dose is computed between the mouth and the spine (${name}): mg and mcg are a thousandfold apart, and so are the doses.`,
    instead: published,
  }),
  'strength-unknown': ({ strength, known }) => ({
    reason: `No liquid of ${q(strength)} is known here, and a strength that was read wrongly once would change the dose.`,
    instead: [
      "Say it twice, the second time as on its label: --label '100 mg in 10 mL'.",
      `Known here: ${formatList(known)}.`,
    ],
  }),
  'switch-cannot-be-made': ({ which, dose, name, nearest, makes }) => ({
    reason:
      which === 'old'
        ? `${q(dose)} cannot be taken of the old product, ${name}: check what is taken now.`
        : `${q(dose)} cannot be taken of the new product, ${name}.`,
    instead: [
      ...nearest.map(
        ({ dose: near, amount, change }) =>
          `Nearest: ${pieceWords(amount, name)}, ${q(near)} (${changeWords(change)}).`,
      ),
      ...(which === 'new' && nearest.length > 0
        ? ['The prescriber decides which, or another product; the dose is not changed here.']
        : []),
      ...(makes.length > 0 && which === 'old' ? [`Products that make it: ${makes.join(', ')} (--from).`] : []),
    ],
  }),
  'no-levels-below-age': ({ age, from, reason }) => ({
    reason: `No curve is drawn below ${q(from)}; the patient is ${q(age)} old. ${reason}`,
    instead: ['A specialist in paediatric pharmacology.'],
  }),
  'no-levels-on-dialysis': ({ reason }) => ({
    reason: `No curve is drawn on dialysis. ${reason}`,
    instead: ['What has been published on dialysis: baclofen renal --dialysis.'],
  }),
  'no-levels-at-clearance': ({ clearance, below, dose, timesDaily, at, mean, quotedFrom, quotedTo }) => ({
    reason: `No curve is drawn at ${q(clearance)}, below ${q(below)}. For ${q(dose)} ${frequency(timesDaily)} at ${q(at)} the model gives a mean of ${rounded(mean)}, inside the quoted range of ${quotedFrom.value} to ${q(quotedTo)}, and that dose is the lowest with reported neurotoxicity: the curve would reassure where people were harmed.`,
    instead: ['What to do at this clearance: baclofen renal with the same flags.'],
  }),
  'no-oral-conversion': ({ reason, done }) => ({
    reason,
    instead: ['The reference of screening and first day: baclofen intrathecal.', ...done],
  }),
  'concentration-change': ({ reason }) => ({
    reason,
    instead: [
      'The programmer of the pump, with the volumes of catheter and pump.',
      'After the bridge: baclofen intrathecal with the new --concentration.',
    ],
  }),
  'concentration-not-labelled': ({ asked, known }) => ({
    reason: `${q(asked)} is no labelled concentration: ${formatList(known, 'or')}.`,
    instead: ['Check the label of the product. If it says so, say it twice: --label with the same concentration.'],
  }),
  'reserve-not-below-reservoir': ({ reserve, reservoir }) => ({
    reason: `A reserve of ${q(reserve)} leaves nothing of a reservoir of ${q(reservoir)}.`,
    instead: ['Check --reservoir and --reserve, both in mL.'],
  }),
  'intrathecal-dose-too-high': ({ asked, highest }) => ({
    reason: `${q(asked)} is above the highest labelled dose, ${q(highest)}.`,
    instead: ['Check the dose and its unit: mcg per day.', 'A specialist centre, if it is meant.'],
  }),
  'intrathecal-step-too-large': ({ direction, percent, of, at, range }) => ({
    reason: `${direction === 'up' ? 'Up' : 'Down'} ${q(percent)} is beyond the published range${direction === 'up' ? `, ${stepWords(of, at)}` : ''}: ${range.from.value} to ${q(range.to)}.`,
    instead: [`Give --change ${direction === 'up' ? '' : '-'}${range.to.value}% or less, and watch for 24 hours.`],
  }),
  'from-implausible': ({ from, limit }) => ({
    reason: `${q(from)} is not plausible; up to ${q(limit)} is computed.`,
    instead: ['Check the dose. --from takes mg per day, or a dose and times per day such as 20x3.'],
  }),
};

/** A level without false precision. */
function rounded({ value, unit }: Quantity<'ug/L'>): string {
  return q({ value: Math.round(value), unit });
}

function stepWords(of: 'spinal' | 'cerebral' | 'child', at: 'titration' | 'refill'): string {
  return `${of === 'child' ? 'in a child' : `${of} spasticity`} ${at === 'refill' ? 'at a refill' : 'once every 24 hours'}`;
}

/** Reason and advice as the data word them. */
function signs({ reason, instead, previous }: RefusalParams['suspected-toxicity']): RefusalWords {
  return { reason, instead: [...instead, ...(previous ? [previousWords(previous)] : [])] };
}

export function refusalWords<Code extends RefusalCode>(
  refusal: Extract<Refusal, { code: Code }>,
  products: readonly Product[],
): RefusalWords {
  // The table is keyed by code, so words and params belong together.
  const { reason, instead } = (words[refusal.code] as Word<RefusalCode>)(refusal.params as never, products);
  return { reason, instead: [...instead, ...(refusal.instead ?? []).map((line) => `Type: ${commandLine(line)}`)] };
}

function previousWords(previous: Quantity<'mg/d'>): string {
  return `The dose before the gap was ${q(previous)}.`;
}

/** "0.2 mL", or how many tablets. */
function pieceWords(amount: Quantity<'mL'> | Quantity<'1'>, name: string): string {
  return amount.unit === 'mL' ? q(amount) : counted(amount.value, name);
}

/** "16.7% less", "25% more". */
function changeWords({ value }: Quantity<'%'>): string {
  return `${q({ value: Math.abs(value), unit: '%' })} ${value < 0 ? 'less' : 'more'}`;
}
