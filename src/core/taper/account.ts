import { type Notice, notice } from '../answer/notice.js';
import type { Assumption, CalculationStep } from '../answer/outcome.js';
import { dispenseWorking } from '../doses/dispense.js';
import { type Product, type ProductParameters, smallestDose } from '../doses/product.js';
import { largestDose } from '../doses/schedule.js';
import { doseWorking } from '../doses/working.js';
import type { RenalFunction } from '../renal-function/types.js';
import { cite, plain } from '../values/citation.js';
import { quantity, tidy } from '../values/quantity.js';
import type { TaperPattern } from './levels.js';
import { rulesOf } from './schedule.js';
import type { TaperContext, TaperParameters, TaperRequest, TaperSchedule } from './types.js';

/** What the request left open and the taper needed. */
export function taperAssumptions(
  { from, timesDaily, products }: TaperRequest,
  single: TaperSchedule | undefined,
  usual: ProductParameters['usual'],
  taper: TaperParameters,
): Assumption[] {
  const all: (Assumption | false)[] = [
    !(from && 'timesDaily' in from) &&
      timesDaily === undefined && {
        name: 'times-daily-now',
        value: single?.timesDaily ?? plain(taper.timesDaily),
        citations: cite(taper.timesDaily),
      },
    products === undefined && {
      name: 'products',
      value: usual.id,
      citations: cite(usual),
    },
  ];
  return all.filter((each) => each !== false);
}

/** What reduced clearance means for somebody who comes off the drug. */
export function taperClearanceNotices(
  { patient }: TaperRequest,
  single: TaperSchedule | undefined,
  { band }: RenalFunction,
): Notice[] {
  const avoided = patient?.dialysis || band?.action.kind === 'avoid';
  const reduced = avoided || (band && band.action.kind !== 'usual');
  return [
    ...(avoided && single ? [notice('taper-where-avoided', { from: single.from }, band ? cite(band.edges) : [])] : []),
    ...(reduced ? [notice('taper-not-shortened', {}, [])] : []),
  ];
}

/** What a clinician should know about a taper beyond its table. */
export function taperNotices(request: TaperRequest, tapers: readonly TaperSchedule[], context: TaperContext): Notice[] {
  const { patient: { usedFor } = {}, timesDaily } = request;
  const { doseCeiling, dailyCeiling } = rulesOf(request, context);
  const { taper } = context;
  const days = quantity(Math.min(...tapers.map((each) => each.days.value)), 'd');
  const highest = tapers.find(({ from }) => from.value > dailyCeiling.value);
  const { longUse, shortest } = taper;
  const doses = tapers.flatMap(({ schedule }) => schedule.flatMap((step) => step.doses));
  const dose = largestDose(doses);
  return [
    ...(days.value < shortest.value
      ? [notice('taper-short', { days, shortest: plain(shortest) }, cite(shortest))]
      : []),
    ...(usedFor && usedFor.value >= longUse.usedFor.value && days.value < longUse.advised.value
      ? [notice('taper-short-for-long-use', { days, usedFor, advised: plain(longUse.advised) }, cite(longUse.advised))]
      : []),
    ...(highest
      ? [notice('from-above-ceiling', { from: highest.from, ceiling: plain(dailyCeiling) }, cite(dailyCeiling))]
      : []),
    ...(timesDaily !== undefined && dose.value > doseCeiling.value
      ? [notice('dose-above-ceiling', { dose, ceiling: plain(doseCeiling) }, cite(doseCeiling))]
      : []),
  ];
}

const formulas: Readonly<Record<TaperPattern['kind'], string>> = {
  days: 'whole increments, as even as possible, larger ones first',
  reduce: 'the same reduction at each step, the last what is left',
  percent: 'the percentage of the dose at the time, to the nearest whole increment, one at least',
};

/** How the doses came about: the reductions, what each dose is made of, what to dispense. */
export function taperWorking(
  { from, schedule, days }: TaperSchedule,
  { kind }: TaperPattern,
  products: readonly Product[],
  { taper }: TaperContext,
): CalculationStep[] {
  const increment = smallestDose(products);
  const reductions = schedule.map(
    ({ dailyDose }, index) => (schedule[index - 1]?.dailyDose ?? from).value - dailyDose.value,
  );
  return [
    {
      label: 'Reductions, highest dose first',
      formula: formulas[kind],
      inputs: { from, increment, days },
      result: `${reductions.map(tidy).join(', ')} mg per day`,
      citations: cite(kind === 'percent' ? taper.percentRounding : taper.levels),
    },
    ...doseWorking(schedule, products),
    ...dispenseWorking(schedule, days.value, products),
  ];
}
