import { type Fraction, f, least } from './fraction.js';
import { type Country, labelOf, tapering } from './numbers.js';
import { type Person, refusalsOf } from './patient.js';
import { dispensed, parts as evenParts, find, isLiquid, marked, unitOf } from './products.js';
import { type Answer, type Level, Maker, partsOf, usualProducts } from './titration.js';

export interface Down {
  readonly person: Person;
  readonly country: Country;
  readonly products?: readonly string[];
  /** mg per day, or mg per dose and how often. */
  readonly from: number | readonly [number, number];
  readonly to?: number | 'ceiling';
  readonly days?: number;
  readonly reduce?: number;
  readonly percent?: number;
  readonly every?: number;
}

export interface Taper {
  readonly levels: readonly Level[];
  readonly days: number;
  readonly dispense: Readonly<Record<string, number>>;
}

export function taperDown(asked: Down): Answer<Taper> {
  const { person, country, from, to } = asked;
  const products = asked.products ?? usualProducts(person, country);
  const largest = labelOf(country).largest;
  const present = Array.isArray(from) ? f(from[0]).times(from[1]) : f(from as number);
  let times = Array.isArray(from) ? (from[1] as number) : tapering.times;
  const refused: string[] = [];
  if (present.above(tapering.implausible)) refused.push('from-implausible');
  const liquid = isLiquid(products);
  const piece = liquid ? undefined : unitOf(products);
  if (!Array.isArray(from)) {
    const parts = piece === undefined ? [markedDose(present.over(times), products)] : evenParts(present, times, piece);
    if (parts.some((part) => part.above(largest))) times = 4;
  }
  const unit = piece ?? markOf(present.over(times), products).times(times);
  if (piece !== undefined && !present.down(piece).same(present))
    refused.push('daily-dose-cannot-be-made', 'cannot-be-made');
  if (Array.isArray(from) && piece !== undefined && !f(from[0]).down(piece).same(f(from[0])))
    refused.push('cannot-be-made');
  if (asked.days === 0) refused.push('abrupt-stop');
  if ((asked.days ?? 0) > tapering.longest) refused.push('taper-too-long');

  let end = f(0);
  if (to === 'ceiling') {
    const [why] = refusalsOf(person);
    if (why !== undefined) refused.push('ceiling-where-avoided', ...refusalsOf(person));
    else {
      const limits = partsOf(person, country);
      end = new Maker(limits, products).most();
      // One dose of these products is more than may be given: nothing to bring down, or no way to it.
      if (end.same(0))
        refused.push(limits.ceiling.below(present) ? 'daily-dose-cannot-be-made' : 'nothing-to-bring-down');
    }
  } else if (to !== undefined) end = f(to);
  if (!end.below(present)) refused.push('nothing-to-bring-down');
  if (piece !== undefined && !end.down(piece).same(end)) refused.push('daily-dose-cannot-be-made', 'cannot-be-made');
  if (to !== undefined && to !== 0 && end.below(unit)) refused.push('end-too-small');
  const start = present.down(unit);
  const bottom = end.down(unit);
  const units = start.minus(bottom).whole(unit);
  if (units < 1) refused.push('nothing-to-bring-down');
  if (bottom.same(0) && units === 1) refused.push('no-level-below');
  if (asked.reduce !== undefined && f(asked.reduce).below(unit)) refused.push('reduction-too-small');
  if (asked.reduce !== undefined && piece !== undefined && !f(asked.reduce).down(piece).same(asked.reduce))
    refused.push('daily-dose-cannot-be-made');
  if (asked.reduce !== undefined && bottom.same(0) && !f(asked.reduce).below(start)) refused.push('abrupt-stop');
  if (refused.length > 0) return { refused };

  const stays =
    asked.days !== undefined || (to === 'ceiling' && asked.every === undefined)
      ? even(start, units, unit, asked.days ?? tapering.toCeiling, asked.days === undefined)
      : stepped(asked, start, bottom, unit, liquid);
  if (stays === undefined) return { refused: ['no-level-below', 'reduction-too-small'] };
  const days = stays.reduce((total, [, held]) => total + held, 0);
  if (days > tapering.longest) return { refused: ['taper-too-long'] };
  let day = 1;
  const levels: Level[] = stays.map(([daily, held]) => {
    const level = { fromDay: day, daily, doses: evenDoses(daily, times, piece) };
    day += held;
    return level;
  });
  levels.push({ fromDay: day, daily: bottom, doses: evenDoses(bottom, times, piece) });
  // With no level above it, a week of the dose that it ends at.
  if (stays.length === 0)
    return { plan: { levels, days, dispense: dispensed([{ doses: levels[0]?.doses ?? [], days: 7 }], products) } };
  const steps = stays.map(([, held], index) => ({ doses: levels[index]?.doses ?? [], days: held }));
  return { plan: { levels, days, dispense: dispensed(steps, products) } };
}

const evenDoses = (daily: Fraction, times: number, piece: Fraction | undefined): Fraction[] =>
  daily.same(0)
    ? []
    : piece === undefined
      ? Array.from({ length: times }, () => daily.over(times))
      : evenParts(daily, times, piece);

const markedDose = (dose: Fraction, products: readonly string[]): Fraction => {
  const stuff = find(products[0] ?? '');
  return marked(dose.over(stuff.strength), stuff).times(stuff.strength);
};

/** One mark of the syringe at the volume of the present dose, in mg. */
function markOf(dose: Fraction, products: readonly string[]): Fraction {
  const stuff = find(products[0] ?? '');
  const volume = marked(dose.over(stuff.strength), stuff);
  return f(stuff.fine && volume.below(stuff.fine.below) ? stuff.fine.mark : stuff.mark).times(stuff.strength);
}

/** Reductions as even as may be, the larger first; days left over go to the lowest levels. */
function even(start: Fraction, units: number, unit: Fraction, days: number, soft: boolean): [Fraction, number][] {
  const count = Math.min(units - 1, days, Math.max(tapering.atLeast, Math.floor(days / tapering.daysPerLevel)));
  const held = (levels: number, index: number) =>
    Math.floor(days / levels) + (index >= levels - (days % levels) ? 1 : 0);
  const build = (levels: number, hold: (index: number) => number): [Fraction, number][] => {
    let left = start;
    return Array.from({ length: levels }, (_, index) => {
      const fall = Math.floor(units / (levels + 1)) + (index < units % (levels + 1) ? 1 : 0);
      left = left.minus(unit.times(fall));
      return [left, hold(index)] as [Fraction, number];
    });
  };
  const largest = (levels: number) => unit.times(Math.ceil(units / (levels + 1)));
  if (soft && largest(count).above(tapering.largestFall)) {
    let levels = count;
    while (levels < units - 1 && largest(levels).above(tapering.largestFall)) levels += 1;
    // Where whole pieces fall further than that in any number of levels, days are not given away for it.
    if (levels > count) return build(levels, () => 1);
  }
  return build(count, (index) => held(count, index));
}

function stepped(
  { reduce, percent, every = 0 }: Down,
  start: Fraction,
  bottom: Fraction,
  unit: Fraction,
  liquid: boolean,
): [Fraction, number][] | undefined {
  const levels: [Fraction, number][] = [];
  let last = start;
  for (let exact = start; levels.length < 4000; ) {
    if (reduce !== undefined) exact = last.minus(reduce);
    else exact = last.times(f(100).minus(percent ?? 0)).over(100);
    let level = exact.down(unit);
    // A percentage is rounded to what tablets make, halfway to the gentler reduction.
    if (percent !== undefined && !liquid && !exact.minus(level).times(2).below(unit)) level = level.plus(unit);
    if (level.below(0)) level = f(0);
    if (!level.below(last)) level = last.minus(unit);
    level = least(level, last);
    if (!level.above(bottom)) return levels.length === 0 && bottom.same(0) ? undefined : levels;
    levels.push([level, every]);
    last = level;
  }
  return levels;
}
