import { type Refusal, refusal } from '../answer/refusal.js';
import { dispense } from '../doses/dispense.js';
import { doseRefusal, makeDose, type Product, smallestDose } from '../doses/product.js';
import { dailyDoseRefusal, datedSteps, type Step, splitDailyDose, splitUnderDoseCeiling } from '../doses/schedule.js';
import type { RuleSet } from '../titration/rules.js';
import type { CivilDate } from '../values/calendar.js';
import { cite, plain } from '../values/citation.js';
import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { dailyLevels, type Level } from './levels.js';
import type { CurrentDose, TaperContext, TaperRequest, TaperSchedule } from './types.js';

/** Whose ceilings a taper is compared with. */
export function rulesOf({ rules }: TaperRequest, { titration }: TaperContext): RuleSet {
  return titration.rules[rules ?? titration.usualRules.country];
}

function dailyTotal(from: CurrentDose): Quantity<'mg/d'> {
  return 'dailyDose' in from ? from.dailyDose : perDay(from.dose, from.timesDaily);
}

/** The way down from one dose (mg/d), or why there is none. */
export function taperFrom(
  current: CurrentDose,
  request: TaperRequest,
  products: readonly Product[],
  context: TaperContext,
): TaperSchedule | Refusal {
  const { taper } = context;
  const { pattern, timesDaily: wished, startDate } = request;
  const { doseCeiling } = rulesOf(request, context);
  const from = dailyTotal(current);
  if ('dose' in current && makeDose(current.dose, products) === undefined) {
    return doseRefusal(current.dose, products, context.products.products);
  }
  if (from.value > taper.implausibleAbove.value) {
    return refusal('from-implausible', { from, limit: plain(taper.implausibleAbove) }, cite(taper.implausibleAbove));
  }
  const increment = smallestDose(products);
  const said = 'timesDaily' in current ? current.timesDaily : wished;
  const asked = said ?? taper.timesDaily.value;
  const before = splitUnderDoseCeiling(from, asked, doseCeiling, products);
  const units = tidy(from.value / increment.value);
  if (before === undefined) return dailyDoseRefusal(from, asked, products, context.products.products);
  if (units <= 1) return noLevelBelow(from, increment, context);
  const timesDaily = said ?? Math.max(asked, before.length);
  const levels = dailyLevels(units, increment, pattern, taper.levels);
  if ('notWhole' in levels) return dailyDoseRefusal(levels.notWhole, 1, products, context.products.products);
  if (levels.length === 0) return refusal('abrupt-stop', { from }, cite(taper.abruptStop));
  return scheduleOf(from, levels, increment, timesDaily, startDate, products, context);
}

function scheduleOf(
  from: Quantity<'mg/d'>,
  levels: readonly Level[],
  increment: Quantity<'mg'>,
  timesDaily: number,
  startDate: CivilDate | undefined,
  products: readonly Product[],
  { products: all }: TaperContext,
): TaperSchedule | Refusal {
  const schedule: Step[] = [];
  let day = 1;
  for (const { units, days } of levels) {
    const dailyDose = quantity(tidy(units * increment.value), 'mg/d');
    // On the grid no time of day rises from one level to the next.
    const doses =
      splitDailyDose(dailyDose, timesDaily, products, increment) ?? splitDailyDose(dailyDose, timesDaily, products);
    if (doses === undefined) return dailyDoseRefusal(dailyDose, timesDaily, products, all.products);
    schedule.push({ fromDay: day, toDay: day + days - 1, doses, dailyDose });
    day += days;
  }
  const zero: Step = { fromDay: day, toDay: null, doses: [], dailyDose: quantity(0, 'mg/d') };
  const days = quantity(day - 1, 'd');
  return {
    from,
    timesDaily: quantity(timesDaily, '/d'),
    schedule: datedSteps([...schedule, zero], startDate),
    days,
    dispense: dispense(schedule, days.value),
  };
}

function noLevelBelow(from: Quantity<'mg/d'>, increment: Quantity<'mg'>, { products, taper }: TaperContext): Refusal {
  const makes = products.products
    .filter((product) => smallestDose([product]).value < increment.value)
    .map(({ id }) => id);
  return refusal('no-level-below', { from, smallest: increment, makes }, cite(taper.abruptStop));
}
