import type { Refusal, RefusalCode, RefusalParams } from '../../core/answer/refusal.js';
import type { refusalPlaces, WordedRefusal, WordingParameters } from '../../core/answer/wording.js';
import type { Product } from '../../core/doses/product.js';
import type { CitedText } from '../../core/values/citation.js';
import type { Quantity } from '../../core/values/quantity.js';
import { counted, formatPiece, frequency } from '../dose.js';
import { formatList, formatQuantity as q } from '../quantity.js';
import { commandLine } from './command-line.js';
import { fill, type Plain } from './fill.js';
import { ruleNames } from './rules.js';

/** Why not, and what could be done instead. */
export interface RefusalWords {
  readonly reason: string;
  readonly instead: readonly string[];
}

type Word<Code extends RefusalCode> = (params: RefusalParams[Code], products: readonly Product[]) => RefusalWords;

/** The words of refusals about what can be made and typed; those of medicine stand in data/wording.json. A new code does not compile until it has them. */
const words: { readonly [Code in Exclude<RefusalCode, WordedRefusal>]: Word<Code> } = {
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
      ...(nearest.length === 0 ? [] : [`Nearest that can be made: ${formatList(nearest)}.`]),
      ...(others.length === 0 ? [] : [`Products that make it: ${others.join(', ')} (--product).`]),
    ],
  }),
  'start-too-small': ({ scaled, smallest, makes }) => ({
    reason: `For this patient the start comes to ${q(scaled)}; the smallest dose of these products is ${q(smallest)}.`,
    instead: makes.length === 0 ? [] : [`Products with smaller doses: ${makes.join(', ')} (--product).`],
  }),
  'fixed-by-rule': ({ part, rule }) => ({
    reason: `--${part} cannot change what ${ruleNames[rule]} fixes.`,
    instead: [`Leave out --${part}.`],
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
  'no-level-below': ({ from, smallest, makes }) => ({
    reason: `There is no level below ${q(from)}: the smallest dose of these products is ${q(smallest)}.`,
    instead: makes.length === 0 ? [] : [`Products with smaller doses: ${makes.join(', ')} (--product).`],
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
  'no-oral-conversion': ({ reason, done }) => ({
    reason,
    instead: ['The reference of screening and first day: baclofen intrathecal.', ...done],
  }),
  'reserve-not-below-reservoir': ({ reserve, reservoir }) => ({
    reason: `A reserve of ${q(reserve)} leaves nothing of a reservoir of ${q(reservoir)}.`,
    instead: ['Check --reservoir and --reserve, both in mL.'],
  }),
  'start-above-end': ({ asked, day, end }) => ({
    reason: `A start of ${q(asked)} per dose makes ${q(day)}, above the ${q(end)} at which this plan would end.`,
    instead: ["This patient's own start; --start is mg per dose, not per day."],
  }),
  'step-cannot-be-made': ({ level, step, products, makes }) => ({
    reason: `The plan stops at ${q(level)}: a step of ${q(step)}, the most that is adopted here, cannot be made from ${products.join(', ')}.`,
    instead: makes.length === 0 ? [] : [`Products that make the step: ${makes.join(', ')} (--product).`],
  }),
};

type Place<Code extends WordedRefusal> = (typeof refusalPlaces)[Code][number];
/** The places of a refusal that are neither quantity nor word of its params. */
type Own<Code extends WordedRefusal> = Exclude<Place<Code>, Plain<RefusalParams[Code]>>;
type NeedsWords = { [Code in WordedRefusal]: [Own<Code>] extends [never] ? never : Code }[WordedRefusal];
type Filled = {
  readonly [Code in NeedsWords]: (params: RefusalParams[Code]) => Readonly<Record<Own<Code>, string>>;
} & {
  readonly [Code in Exclude<WordedRefusal, NeedsWords>]?: (
    params: RefusalParams[Code],
  ) => Readonly<Partial<Record<Place<Code>, string>>>;
};

/** What stands in the places of a refusal of data/wording.json, where it is not a number of it as it is. */
const places: Filled = {
  'start-above-ceiling': () => ({ flag: '--start' }),
  'start-above-first': ({ rule, day }) => ({
    rule: ruleNames[rule],
    day: day ? `, ${q(day)},` : '',
    flag: '--start',
  }),
  'weight-implausible': () => ({ flag: '--weight', override: 'titrate with --override weight --reason' }),
  'child-with-clearance': ({ below, number }) => ({
    what: number ? `with ${q(number)}, below ${below.value}` : 'on dialysis',
  }),
  'no-levels-on-dialysis': ({ line }) => ({ command: commandLine(line) }),
  'no-levels-at-clearance': ({ timesDaily, mean, quotedFrom, line }) => ({
    often: frequency(timesDaily),
    // A level without false precision.
    mean: q({ ...mean, value: Math.round(mean.value) }),
    quotedFrom: String(quotedFrom.value),
    command: commandLine(line),
  }),
  'concentration-change': () => ({ command: 'baclofen intrathecal' }),
  'concentration-not-labelled': ({ known }) => ({
    known: formatList(known, 'or'),
    flag: '--label with the same concentration',
  }),
  'intrathecal-step-too-large': ({ direction, of, at, range }) => ({
    way: direction === 'up' ? 'Up' : 'Down',
    toward: direction,
    kind: direction === 'up' ? `, ${stepWords(of, at)}` : '',
    lowest: String(range.from.value),
    highest: q(range.to),
    flag: `--change ${direction === 'up' ? '' : '-'}${range.to.value}%`,
  }),
  'faster-than-allowed': ({ rule }) => ({ rule: ruleNames[rule] }),
  'under-age': () => ({ command: 'baclofen newborn' }),
  'clearance-too-low': () => ({
    command: 'baclofen renal',
    override: '--override clearance-too-low --reason',
  }),
  dialysis: () => ({ command: 'baclofen renal --dialysis', override: '--override dialysis --reason' }),
  'abrupt-stop': ({ to }) => ({
    to: to.value === 0 ? 'zero' : q(to),
    flag: '--days, or a smaller --reduce or --percent',
  }),
  'ceiling-where-avoided': () => ({ flag: '--to 0 with --days' }),
};

/** What to type instead, after what the data advise. */
const lines: { readonly [Code in WordedRefusal]?: (...given: Parameters<Word<Code>>) => readonly string[] } = {
  'at-the-target': ({ next }) =>
    next ? [`Only if it is needed and tolerated, the next level is ${q(next)}.`] : ['No higher level is planned.'],
  'target-above-ceiling': ({ liftable }) =>
    liftable ? ['Above the label, a specialist: --override target-above-ceiling --reason.'] : [],
  'height-implausible': () => ['Check the height and its unit: --height takes cm. For a child give --age.'],
  'age-needed': () => ['Give the age: --age.'],
  'child-creatinine': () => ['Give --height, or the eGFR that the laboratory reports: --egfr.'],
  'faster-than-allowed': ({ shortest }) => [`Leave out --every, or give --every ${shortest.value} or more.`],
  'child-weight-missing': () => ['Give the weight: --weight in kg.'],
  'newborn-weight-outside': () => ['Check the weight and its unit: --weight takes kg, such as 2.9.'],
  'concentration-unknown': ({ liquids }, products) =>
    liquids.map(
      ({ product, concentration }) =>
        `--concentration ${concentration.value}: ${products.find(({ id }) => id === product)?.name ?? product} (${product}).`,
    ),
  'from-implausible': () => ['Check the dose. --from takes mg per day, or a dose and times per day such as 20x3.'],
};

function stepWords(of: 'spinal' | 'cerebral' | 'child', at: 'titration' | 'refill'): string {
  return `${of === 'child' ? 'in a child' : `${of} spasticity`} ${at === 'refill' ? 'at a refill' : 'once every 24 hours'}`;
}

/** Reason and advice as the data word them. */
function signs({ reason, instead, previous }: RefusalParams['suspected-toxicity']): RefusalWords {
  return { reason, instead: [...instead, ...(previous ? [previousWords(previous)] : [])] };
}

export function refusalWords(refusal: Refusal, products: readonly Product[], wording: WordingParameters): RefusalWords {
  const { reason, instead } = wordsOf(refusal, products, wording);
  return { reason, instead: [...instead, ...(refusal.instead ?? []).map((line) => `Type: ${commandLine(line)}`)] };
}

function wordsOf(
  { code, params }: Refusal,
  products: readonly Product[],
  { refusals }: WordingParameters,
): RefusalWords {
  // The tables are keyed by code, so words, places and params belong together.
  const said = (words as Readonly<Record<string, Word<never> | undefined>>)[code];
  if (said) return said(params as never, products);
  const worded = code as WordedRefusal;
  const own = (places as Readonly<Record<string, ((params: object) => Record<string, string>) | undefined>>)[code];
  const filled = ({ text }: CitedText) => fill(text, params, own?.(params));
  const typed = (
    lines[worded] as Word<never> | undefined as ((...given: unknown[]) => readonly string[]) | undefined
  )?.(params, products);
  const { reason, instead = [] } = refusals[worded];
  return { reason: filled(reason), instead: [...instead.map(filled), ...(typed ?? [])] };
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
