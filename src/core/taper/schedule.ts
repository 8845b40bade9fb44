import { type Refusal, refusal } from '../answer/refusal.js';
import { type CurrentDose, dailyTotal, timesSaid } from '../doses/current-dose.js';
import { dispense } from '../doses/dispense.js';
import { type Product, smallestDose } from '../doses/product.js';
import { dailyDoseRefusal, datedSteps, type Step, splitDailyDose } from '../doses/schedule.js';
import { countryOf } from '../titration/country.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { ofUnits } from '../values/rounding.js';
import { isAbove } from '../values/thresholds.js';
import { type Ceiling, labelledCeiling } from './ceiling.js';
import { divideWithin } from './division.js';
import { endOf } from './end.js';
import { type Grid, gridFor, onlyLiquid } from './grid.js';
import { dailyLevels, type Level, levelsForFall, type Way } from './levels.js';
import { presentDose } from './present.js';
import type { DividedDose, TaperContext, TaperRequest, TaperSchedule } from './types.js';

/** What is planned with: the request, its products, this patient's ceiling or why there is none, and the data. */
export interface TaperCase {
  readonly request: TaperRequest;
  readonly products: readonly Product[];
  readonly ceiling: Ceiling | Refusal;
  readonly context: TaperContext;
}

/** The ceiling that a present dose is compared with: this patient's, or the country's where there is none. */
export function comparedCeiling({ request, ceiling, context }: TaperCase): Ceiling {
  return 'code' in ceiling ? labelledCeiling(countryOf(request, context), context) : ceiling;
}

/** The way down from one dose, or why there is none. */
export function taperFrom(current: CurrentDose, taperCase: TaperCase): TaperSchedule | Refusal {
  const { request, products, context } = taperCase;
  const { taper, products: all } = context;
  const total = dailyTotal(current);
  if (isAbove(total.value, taper.implausibleAbove.value)) {
    const params = { from: total, limit: plain(taper.implausibleAbove) };
    return refusal('from-implausible', params, cite(taper.implausibleAbove));
  }
  const said = timesSaid(current) ?? request.timesDaily;
  const division = {
    timesDaily: said ?? taper.timesDaily.value,
    asked: said !== undefined,
    largest: labelledCeiling(countryOf(request, context), context).dose,
  };
  const now = presentDose(current, division, products, all.products);
  if ('code' in now) return now;
  const grid = gridFor(
    products,
    now.doses.map(({ dose }) => dose),
  );
  const to = endOf(request.to, now, taperCase.ceiling, grid, products, context);
  if ('code' in to) return to;
  const units = (dailyDose: Quantity<'mg/d'>) => tidy(dailyDose.value / grid.unit.value);
  const way = { from: units(now.dailyDose), to: units(to), unit: grid.unit, roundDown: grid.liquid };
  if (way.to === 0 && way.from <= 1) return noLevelBelow(now, grid, context);
  const levels = levelsOn(way, taperCase);
  if ('code' in levels) return levels;
  if (levels.length === 0 && atOnce(way, request)) {
    return refusal('abrupt-stop', { from: now.dailyDose, to }, cite(taper.abruptStop));
  }
  const timesDaily = said ?? Math.max(division.timesDaily, now.doses.length);
  return scheduleOf({ now, timesDaily }, to, levels, grid, taperCase);
}

/** The levels of the pattern that was asked for; to the ceiling without days, as few days as sources and falls allow. */
function levelsOn(way: Way, { request: { pattern }, products, context }: TaperCase): readonly Level[] | Refusal {
  const { taper, products: all } = context;
  const least = levelsForFall(way, taper.largestFall);
  const days = quantity(Math.max(taper.toCeiling.value, least), 'd');
  const levels = pattern
    ? dailyLevels(way, pattern, taper.levels)
    : dailyLevels(way, { kind: 'days', days }, { ...taper.levels, atLeast: Math.max(taper.levels.atLeast, least) });
  if ('notWhole' in levels) return dailyDoseRefusal(levels.notWhole, 1, products, all.products);
  if ('tooSmall' in levels) {
    const params = { asked: levels.tooSmall, smallest: way.unit };
    return refusal('reduction-too-small', params, cite(taper.levels));
  }
  const length = quantity(
    levels.reduce((sum, level) => sum + level.days, 0),
    'd',
  );
  if (length.value > taper.longest.value) {
    return refusal('taper-too-long', { days: length, longest: plain(taper.longest) }, cite(taper.longest));
  }
  return levels;
}

/** No level is a stop, or no days at all; a single fall to a dose that goes on is what was asked for. */
function atOnce({ to }: Way, { pattern }: TaperRequest): boolean {
  return to === 0 || (pattern?.kind === 'days' && pattern.days.value === 0);
}

function scheduleOf(
  { now, timesDaily }: { readonly now: DividedDose; readonly timesDaily: number },
  to: Quantity<'mg/d'>,
  levels: readonly Level[],
  { mark, unit }: Grid,
  { request, products, context }: TaperCase,
): TaperSchedule | Refusal {
  const steps: Step[] = [];
  let day = 1;
  let before = now.doses;
  const wanted = [
    ...levels.map(({ units, days }) => ({ dailyDose: quantity(ofUnits(units, unit.value), 'mg/d'), days })),
    { dailyDose: to, days: null },
  ];
  for (const { dailyDose, days } of wanted) {
    const doses = divideWithin(dailyDose, before, mark, products);
    if (doses === undefined) return noDivision(dailyDose, now.doses.length, products, context);
    steps.push({ fromDay: day, toDay: days === null ? null : day + days - 1, doses, dailyDose });
    day += days ?? 0;
    before = doses;
  }
  const days = quantity(day - 1, 'd');
  const supply = quantity(days.value + daysAtEnd(request, to, days, context), 'd');
  return {
    from: now.dailyDose,
    now,
    reaches: { dailyDose: to },
    timesDaily: quantity(timesDaily, '/d'),
    schedule: datedSteps(steps, request.startDate),
    days,
    supply,
    dispense: dispense(steps, supply.value),
  };
}

/** How many days of the end are supplied: those asked for, and some where there would be nothing to supply. */
function daysAtEnd(
  { supply }: TaperRequest,
  to: Quantity<'mg/d'>,
  days: Quantity<'d'>,
  { taper }: TaperContext,
): number {
  if (to.value === 0) return 0;
  return supply?.value ?? (days.value === 0 ? taper.supplyAtEnd.value : 0);
}

/** A level that the products do not make, or only by raising the dose at some time of day. */
function noDivision(
  dailyDose: Quantity<'mg/d'>,
  times: number,
  products: readonly Product[],
  { products: all, taper }: TaperContext,
): Refusal {
  const refused = dailyDoseRefusal(dailyDose, times, products, all.products);
  if (splitDailyDose(dailyDose, times, products) === undefined) return refused;
  const others = all.products
    .filter((product) => smallestDose([product]).value < smallestDose(products).value)
    .map(({ id }) => id);
  return refusal('would-rise', { dailyDose, products: products.map(({ id }) => id), others }, cite(taper.levels));
}

function noLevelBelow({ dailyDose, doses }: DividedDose, grid: Grid, { products, taper }: TaperContext): Refusal {
  const present = doses.map(({ dose }) => dose);
  const makes = products.products
    .filter((product) => {
      const { unit } = gridFor([product], onlyLiquid([product]) ? present : []);
      return unit.value < dailyDose.value;
    })
    .map(({ id }) => id);
  return refusal('no-level-below', { from: dailyDose, smallest: grid.mark, makes }, cite(taper.abruptStop));
}
