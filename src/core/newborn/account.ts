import { type Notice, notice } from '../answer/notice.js';
import type { CalculationStep } from '../answer/outcome.js';
import type { LiquidProduct } from '../doses/product.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAtLeast } from '../values/thresholds.js';
import type { NewbornDay } from './days.js';
import type { NewbornContext, NewbornParameters, NewbornPlan, NewbornRequest, PublishedCourse } from './types.js';

/** That it is one case comes first; then what rounding takes away. */
export function newbornNotices(
  { weight, withMilk }: NewbornRequest,
  course: PublishedCourse,
  days: readonly NewbornDay[],
  concentration: Quantity<'mg/mL'>,
  { newborn, milkIntake, withdrawalDose }: NewbornContext,
  milk: NewbornPlan['milk'],
): Notice[] {
  const mark = plain(newborn.mark);
  const none = listed(days.filter(({ timesDaily }) => timesDaily === 0));
  const published = publishedTimes(course);
  const fewer = listed(
    days.filter(({ fromDay, timesDaily }) => timesDaily > 0 && timesDaily !== published.get(fromDay)),
  );
  return [
    notice('newborn-single-case', { course: course.name }, cite(newborn.caseReports, course.phases)),
    ...highMilk(days, milk, withdrawalDose),
    notice('newborn-excipients', { words: newborn.excipients.text }, cite(newborn.excipients)),
    ...(none.length > 0 ? [notice('newborn-not-measurable', { days: none, mark }, cite(newborn.mark))] : []),
    ...lossNotice(days, weight, concentration, newborn),
    ...(fewer.length > 0 ? [notice('newborn-fewer-doses', { days: fewer, mark }, cite(newborn.fewerDoses))] : []),
    ...(withMilk && !withMilk.intake
      ? [notice('newborn-milk-volume', { intake: plain(milkIntake) }, cite(newborn.milkVolume))]
      : []),
  ];
}

/** Milk that gives as much as was given against withdrawal, and what both come to. */
function highMilk(
  days: readonly NewbornDay[],
  milk: NewbornPlan['milk'],
  threshold: NewbornContext['withdrawalDose'],
): Notice[] {
  if (milk === undefined || !isAtLeast(milk.dose.value, threshold.value)) return [];
  const most = Math.max(...days.map(({ published }) => tidy(published.value + milk.dose.value)));
  const params = { milk: milk.dose, threshold: plain(threshold), most: quantity(most, 'mg/kg/d' as const) };
  return [notice('newborn-milk-at-withdrawal-dose', params, cite(threshold))];
}

/** Doses a day as published, by the first day of a step. */
function publishedTimes({ phases }: PublishedCourse): ReadonlyMap<number, number> {
  return new Map(phases.steps.map(({ fromDay, timesDaily }) => [fromDay, timesDaily]));
}

function listed(days: readonly NewbornDay[]): number[] {
  return days.flatMap(({ fromDay, toDay }) =>
    Array.from({ length: toDay - fromDay + 1 }, (_, index) => fromDay + index),
  );
}

function lossNotice(
  days: readonly NewbornDay[],
  weight: Quantity<'kg'>,
  concentration: Quantity<'mg/mL'>,
  { lossFrom }: NewbornParameters,
): Notice[] {
  const loss = ({ published, dailyDose }: NewbornDay) =>
    tidy(100 * (1 - tidy(dailyDose.value / tidy(published.value * weight.value))));
  const measured = days.filter(({ timesDaily }) => timesDaily > 0);
  const [worst] = [...measured].sort((a, b) => loss(b) - loss(a));
  if (worst === undefined || loss(worst) < lossFrom.value) return [];
  const params = { most: quantity(loss(worst), '%' as const), fromDay: worst.fromDay, concentration };
  return [notice('newborn-rounding-loss', params, cite(lossFrom))];
}

/** The arithmetic of each part of the course. */
export function newbornWorking(
  { weight, withMilk }: NewbornRequest,
  course: PublishedCourse,
  days: readonly NewbornDay[],
  { concentration }: LiquidProduct,
  milk: NewbornPlan['milk'],
  { mark, rounding }: NewbornParameters,
): CalculationStep[] {
  const timesDaily = publishedTimes(course);
  const steps = days.map(
    (day): CalculationStep => ({
      label: `${day.fromDay === day.toDay ? `Day ${day.fromDay}` : `Days ${day.fromDay} to ${day.toDay}`}, each dose`,
      formula: 'published dose x weight / doses a day / concentration, down to the mark',
      inputs: {
        'published dose': day.published,
        weight,
        'doses a day': String(timesDaily.get(day.fromDay)),
        concentration: plain(concentration),
        mark: plain(mark),
        'before rounding': `${day.exact.value} mg`,
      },
      result: day.volume,
      citations: cite(course.phases, rounding),
    }),
  );
  if (milk === undefined || withMilk === undefined) return steps;
  const { numerator, denominator } = withMilk.share;
  return [
    ...steps,
    {
      label: 'What milk adds',
      formula: 'milk level x intake x share of the diet / 1000',
      inputs: { 'milk level': milk.level, intake: milk.intake, share: `${numerator}/${denominator}` },
      result: milk.dose,
      citations: milk.citations,
    },
  ];
}
