import { type Fraction, f, least, most, under } from './fraction.js';
import { type Country, child, kidneyEnds, labelOf, lifted, neverAbove, older, weights } from './numbers.js';
import { isUnder, type Kidney, type Kind, kidneyOf, kindOf, type Person, refusalsOf } from './patient.js';
import { dispensed, find, isLiquid, marked, parts, unitOf } from './products.js';

export interface Asked {
  readonly person: Person;
  readonly country: Country;
  readonly products?: readonly string[];
  /** mg per dose. */
  readonly start?: number;
  readonly times?: number;
  /** mg per dose. */
  readonly increment?: number;
  readonly every?: number;
  /** mg per day. */
  readonly target?: number;
  /** mg per day taken now, and for how many days. */
  readonly from?: number;
  readonly on?: number;
  readonly override?: 'dialysis' | 'clearance-too-low' | 'target-above-ceiling';
}

export interface Level {
  readonly fromDay: number;
  readonly daily: Fraction;
  readonly doses: readonly Fraction[];
}

export type Answer<Plan> = { readonly refused: readonly string[] } | { readonly plan: Plan };

export interface Titration {
  readonly levels: readonly Level[];
  readonly ifNeeded?: Level;
  readonly ceiling: Fraction;
  readonly largest: Fraction;
  readonly interval: number;
  readonly supply: number;
  readonly dispense: Readonly<Record<string, number>>;
}

/** The parts of a schedule, before anything is made of a product: mg per day. */
export interface Parts {
  readonly kind: Kind;
  readonly kidney: Kidney;
  readonly first: Fraction;
  readonly step: Fraction;
  readonly interval: number;
  readonly ceiling: Fraction;
  readonly largest: Fraction;
  readonly target: Fraction;
  readonly times: number;
  /** The label's own last step is allowed from this level. */
  readonly lastStepFrom?: number;
  readonly severe: boolean;
  readonly older: boolean;
}

export const isOlder = ({ age }: Person): boolean => age !== undefined && age >= older.age;

/** What the rules adopt for this patient; a start and an increment in mg per dose are what was asked. */
export function partsOf(person: Person, country: Country, asked: Partial<Asked> = {}): Parts {
  const label = labelOf(country);
  const kind = kindOf(person, country);
  const kg = person.weight === undefined ? undefined : f(person.weight);
  const times = asked.times ?? (kind === 'child' || kind === 'light' ? child.times : label.times);
  let largest = f(label.largest);
  const kidney = isUnder(person.age, child.adult) ? {} : kidneyOf(person);
  const { band, number } = kidney;
  const keep = band?.keep ? f(band.keep[0]).over(band.keep[1]) : f(1);
  const old = isOlder(person);
  const severe = band?.kind === 'fixed';
  const byWeight = kg === undefined ? undefined : kg.times(weights.step);
  const startAsked = asked.start === undefined ? undefined : f(asked.start).times(times);
  const stepAsked = asked.increment === undefined ? undefined : f(asked.increment).times(times);

  let first = (startAsked ?? f(label.start).times(times)).times(keep);
  let step = (stepAsked ?? f(label.increment).times(times)).times(keep);
  let interval = label.interval;
  const beyond = asked.override === 'target-above-ceiling';
  const country100 = beyond && (asked.target ?? 0) > label.ceiling && keep.same(1) && !isUnder(person.age, child.adult);
  let ceiling = country100 ? f(neverAbove) : f(label.ceiling).times(keep);
  let target = f(label.target).times(keep);
  const limit = (of: Fraction, ...by: (Fraction | undefined)[]) =>
    least(of, ...by.filter((one): one is Fraction => one !== undefined));

  if (kind === 'child' || kind === 'light') {
    const scaled = (perKilogram: number) => (kg as Fraction).times(perKilogram).times(keep);
    const adult = f(label.start).times(label.times).times(keep);
    first = limit(scaled(child.perKilogram), adult, startAsked?.times(keep));
    step = limit(scaled(child.perKilogram), adult);
    interval = child.interval;
    target = scaled(child.target);
    ceiling = scaled(child.ceilingPerKilogram);
    const ofAge = isUnder(person.age, child.oldFrom) ? child.youngCeiling : child.oldCeiling;
    ceiling = limit(ceiling, f(ofAge).times(keep));
  } else {
    if (byWeight !== undefined) {
      first = limit(first, byWeight);
      step = limit(step, byWeight);
      ceiling = limit(ceiling, (kg as Fraction).times(weights.ceiling));
    }
    if (kind === 'adolescent') {
      first = limit(first, f(label.start).times(label.times));
      if (!beyond) ceiling = limit(ceiling, f(child.adolescentCeiling));
      interval = Math.max(interval, child.adolescentInterval);
      target = most(f(child.adolescentTarget), (kg as Fraction).times(child.target));
    } else if (kg !== undefined && under(kg, weights.low)) {
      interval = Math.max(interval, weights.interval);
      target = limit(target, most(f(weights.target), kg.times(child.target)).times(keep));
    }
  }
  if (band?.interval) interval = Math.max(interval, band.interval);
  if (old) {
    first = limit(first, f(asked.start === undefined ? older.dose : Math.min(older.dose, asked.start)));
    step = limit(step, f(older.dose));
    interval = Math.max(interval, older.interval);
    target = limit(target, f(older.target));
  }
  if (severe) {
    const half = kind === 'light' ? (kg as Fraction).times(weights.severeStep) : undefined;
    const once = asked.start === undefined ? undefined : f(asked.start);
    first = limit(f(band?.dose ?? Number.NaN), half, once);
    step = limit(f(band?.dose ?? Number.NaN), half);
    ceiling = f(band?.ceiling ?? Number.NaN);
    if (half !== undefined) target = limit(target, half.times(child.target).over(child.perKilogram));
    if (half === undefined) largest = f(band?.dose ?? Number.NaN);
    if (old) ceiling = limit(ceiling, f(older.kidneyCeiling));
  }
  if (number !== undefined)
    for (const { below, target: end } of kidneyEnds) if (under(number, below)) target = limit(target, f(end));
  const tooLow = asked.override === 'clearance-too-low' && number !== undefined && under(number, 15);
  if (tooLow || (asked.override === 'dialysis' && person.dialysis)) {
    target = limit(target, first);
    if (kind === 'light') ceiling = limit(ceiling, (kg as Fraction).times(weights.severeStep));
  }
  target = limit(target, ceiling);
  const whole = kg === undefined || !under(kg, weights.low);
  const labelled = asked.increment === undefined && kind === 'adult' && !old && keep.same(1) && !severe && whole;
  return {
    kind,
    kidney,
    first,
    step,
    interval,
    ceiling,
    largest,
    target,
    times,
    severe,
    older: old,
    ...(labelled && label.lastStepFrom !== undefined && { lastStepFrom: label.lastStepFrom }),
  };
}

export const usualProducts = (person: Person, country: Country): readonly string[] => {
  const kind = kindOf(person, country);
  const kg = person.weight;
  const light = kg !== undefined && under(f(kg), child.tabletFrom);
  return light && kind !== 'adult' ? ['solution-1'] : ['tablet-10'];
};

/** Everything that can be made of these products for this patient. */
export class Maker {
  constructor(
    readonly of: Parts,
    readonly products: readonly string[],
    /** How many doses were asked for: then never one more. */
    readonly asked?: number,
  ) {}

  makes(dose: Fraction): boolean {
    return this.liquid ? this.liquidDose(dose).same(dose) : dose.down(unitOf(this.products)).same(dose);
  }

  /** As a present dose, however unequal its parts. */
  couldBeTaken(daily: Fraction): boolean {
    if (!this.liquid) return sum(this.down(daily, 3, false)).same(daily);
    const { strength, fine, mark } = find(this.products[0] ?? '');
    const finest = f(fine?.mark ?? mark).times(strength);
    return daily.down(finest).same(daily);
  }

  most(): Fraction {
    return sum(this.down(this.of.ceiling, 9));
  }

  private get liquid() {
    return isLiquid(this.products);
  }

  /** The doses of the largest level at or below `daily`; `rank` is which level it is, counted from 1. */
  down(daily: Fraction, rank: number, capped = true): Fraction[] {
    const { times, largest, older: old, severe, kind } = this.of;
    const limited = capped ? least(daily, this.of.ceiling) : daily;
    if (this.liquid) {
      let count = times;
      if (kind !== 'light' && kind !== 'child') {
        if (severe) count = limited.above(5) ? 2 : 1;
        else if (old) count = Math.min(rank, times);
      }
      for (; count <= (this.asked ?? 4); count += 1) {
        const dose = this.liquidDose(limited.over(count));
        if (!dose.above(largest)) return dose.same(0) ? [] : Array.from({ length: count }, () => dose);
      }
      return Array.from({ length: this.asked ?? 4 }, () => this.liquidDose(largest));
    }
    const unit = unitOf(this.products);
    for (let level = limited.down(unit); level.above(0); level = level.minus(unit)) {
      const doses = this.split(level);
      if (doses !== undefined) return doses;
    }
    return [];
  }

  private liquidDose(dose: Fraction): Fraction {
    const stuff = find(this.products[0] ?? '');
    return marked(dose.over(stuff.strength), stuff).times(stuff.strength);
  }

  private split(level: Fraction): Fraction[] | undefined {
    const unit = unitOf(this.products);
    for (let times = this.of.times; times <= (this.asked ?? 4); times += 1) {
      const doses = parts(level, times, unit);
      if (!doses.some((dose) => dose.above(this.of.largest))) return doses;
    }
    return undefined;
  }
}

export const sum = (doses: readonly Fraction[]): Fraction => doses.reduce((total, dose) => total.plus(dose), f(0));

/** All levels from the first to the ceiling, or why there are none. */
export function ladderOf(maker: Maker, target: Fraction): Answer<Fraction[][]> {
  const parts = maker.of;
  const first = maker.down(least(parts.first, target), 1);
  if (sum(first).same(0)) return { refused: ['start-too-small'] };
  const levels = [first];
  const end = (rank: number) => sum(maker.down(target, rank));
  for (;;) {
    const rank = levels.length + 1;
    const last = sum(levels.at(-1) ?? []);
    if (!last.below(end(rank))) return { plan: levels };
    const jump = parts.lastStepFrom !== undefined && last.same(parts.lastStepFrom) ? f(neverAbove) : parts.step;
    const once = parts.severe && parts.kind !== 'light';
    const reach = once && last.below(parts.step) ? parts.step : last.plus(jump);
    const next = maker.down(least(reach, target), rank);
    if (!sum(next).above(last)) return { refused: ['step-cannot-be-made'] };
    levels.push(next);
    if (levels.length > 2000) throw new Error('endless');
  }
}

export function titrate(asked: Asked): Answer<Titration> {
  const { person, country } = asked;
  const refused = refusalsOf(person);
  const products = asked.products ?? usualProducts(person, country);
  if (refused.length === 1 && refused[0] === asked.override) return once(asked, products);
  if (refused.length > 0) return { refused };
  const parts = partsOf(person, country, asked);
  const maker = new Maker(parts, products, asked.times);
  const goal = asked.target === undefined ? parts.target : f(asked.target);
  const present = asked.from === undefined ? undefined : f(asked.from);
  const whole = ladderOf(maker, parts.ceiling);
  const climb = present === undefined ? ladderOf(maker, goal) : whole;
  refused.push(...refusedOf(asked, parts, maker, goal));
  if ('refused' in climb) refused.push(...climb.refused);
  if (refused.length > 0 || 'refused' in climb) return { refused };

  const interval = asked.every ?? parts.interval;
  const end = climb.plan.find((rung) => sum(rung).same(goal)) ?? maker.down(goal, 3);
  let days = climb.plan;
  let wait = 0;
  if (present !== undefined) {
    days = climb.plan.filter((rung) => sum(rung).above(present) && sum(rung).below(sum(end)));
    days.push(end);
    wait = asked.on === undefined ? 0 : Math.max(0, interval - asked.on);
  }
  const levels: Level[] = days.map((doses, index) => ({
    fromDay: 1 + wait + index * interval,
    daily: sum(doses),
    doses,
  }));
  if (present !== undefined && wait > 0) levels.unshift({ fromDay: 1, daily: present, doses: maker.down(present, 3) });
  const last = levels.at(-1) as Level;
  const { number } = parts.kidney;
  const supply =
    parts.older && number !== undefined && under(number, older.avoidBelow) ? 7 : last.fromDay - 1 + interval;
  const steps = levels.map(({ doses, fromDay }, index) => ({
    doses,
    days: Math.max(0, Math.min(supply, (levels[index + 1]?.fromDay ?? supply + 1) - 1) - fromDay + 1),
  }));
  const further =
    asked.target === undefined && 'plan' in whole ? whole.plan.find((rung) => sum(rung).above(last.daily)) : undefined;
  return {
    plan: {
      levels,
      ...(further && { ifNeeded: { fromDay: last.fromDay + interval, daily: sum(further), doses: further } }),
      // Where no step is made before the ceiling, the last that is.
      ceiling: 'plan' in whole ? maker.most() : last.daily,
      largest: parts.largest,
      interval,
      supply,
      dispense: dispensed(steps, products),
    },
  };
}

/** A refusal of the kidney that a specialist lifted: one dose a day, no increase. */
function once({ override, start, country }: Asked, products: readonly string[]): Answer<Titration> {
  const usual = f(lifted[override as 'dialysis' | 'clearance-too-low']);
  if (start !== undefined && usual.below(start)) return { refused: ['start-above-first', 'start-too-small'] };
  const maker = new Maker({ ...partsOf({}, country), times: 1, largest: usual, ceiling: usual }, products, 1);
  const dose = sum(maker.down(usual, 1));
  if (dose.same(0)) return { refused: ['cannot-be-made', 'start-too-small'] };
  return {
    plan: {
      levels: [{ fromDay: 1, daily: dose, doses: [dose] }],
      ceiling: maker.most(),
      largest: usual,
      interval: lifted.interval,
      supply: lifted.interval,
      dispense: dispensed([{ doses: [dose], days: lifted.interval }], products),
    },
  };
}

/** Everything in what was asked that is refused, in no order. */
function refusedOf(asked: Asked, parts: Parts, maker: Maker, goal: Fraction): string[] {
  const { start, every, target, from, increment, times } = asked;
  const label = labelOf(asked.country);
  const refused: string[] = [];
  const { band } = parts.kidney;
  const byWeight = parts.kind === 'child' || parts.kind === 'light';
  if (start !== undefined) {
    if (start > label.largest) refused.push('start-above-ceiling');
    if ((parts.older || parts.severe || parts.kind === 'child') && start > label.start)
      refused.push('start-above-first');
    if (parts.kind === 'child' && f(start).times(parts.times).above(partsOf(asked.person, asked.country).first))
      refused.push('start-above-first');
    if (!maker.makes(f(start))) refused.push('cannot-be-made');
    if (sum(maker.down(parts.first, 1, false)).above(goal)) refused.push('start-above-end');
    const ownParts = partsOf(asked.person, asked.country, times === undefined ? {} : { times });
    const own = ladderOf(new Maker(ownParts, maker.products, times), goal);
    const above = parts.first.above(ownParts.first);
    // As often as was asked, or as the label says: one of them has to be made.
    const usual = ladderOf(new Maker(partsOf(asked.person, asked.country), maker.products), goal);
    if ('refused' in own && (refused.length > 0 || (above && 'refused' in usual))) refused.push(...own.refused);
  }
  if (increment !== undefined && !maker.makes(f(increment))) refused.push('cannot-be-made');
  if ((parts.older || parts.severe || byWeight) && increment !== undefined) refused.push('fixed-by-rule');
  if (parts.severe && times !== undefined) refused.push('fixed-by-rule');
  if (every !== undefined && every < parts.interval) {
    const held =
      (band !== undefined && band.kind !== 'usual') || parts.older || byWeight || parts.kind === 'adolescent';
    if (held && every < (byWeight ? child.shortest : parts.interval)) refused.push('faster-than-allowed');
  }
  if (target !== undefined) {
    if (target > neverAbove) refused.push('target-never-computed');
    if (f(target).above(isLiquid(maker.products) ? least(parts.ceiling, parts.largest.times(4)) : maker.most()))
      refused.push('target-above-ceiling');
    if (!isLiquid(maker.products) && !sum(maker.down(f(target), 3, false)).same(target))
      refused.push('cannot-be-made', 'daily-dose-cannot-be-made', 'step-cannot-be-made');
  }
  if (from !== undefined) {
    if (f(from).above(maker.most())) refused.push('above-the-ceiling');
    if (!maker.couldBeTaken(f(from))) refused.push('daily-dose-cannot-be-made');
    if (!f(from).below(sum(maker.down(goal, 3)))) refused.push('at-the-target', 'start-above-end');
  }
  return refused;
}
