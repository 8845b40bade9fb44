import type { Assumption, CalculationStep } from '../answer/outcome.js';
import { timesSaid } from '../doses/current-dose.js';
import { dispenseWorking } from '../doses/dispense.js';
import type { ProductParameters } from '../doses/product.js';
import { doseWorking } from '../doses/working.js';
import { ageAssumption } from '../titration/assumptions.js';
import { cite, plain } from '../values/citation.js';
import { tidy } from '../values/quantity.js';
import { gridFor } from './grid.js';
import type { TaperPattern } from './levels.js';
import type { TaperCase } from './schedule.js';
import type { TaperSchedule } from './types.js';

/** What the request left open and the taper needed. */
export function taperAssumptions(
  { request, ceiling, context }: TaperCase,
  single: TaperSchedule | undefined,
  usual: ProductParameters['usual'],
): Assumption[] {
  const { taper } = context;
  const said = (request.from && timesSaid(request.from)) ?? request.timesDaily;
  const all: (Assumption | false)[] = [
    request.to === 'ceiling' && !('code' in ceiling) && ceiling.hangsOnAge && ageAssumption(context.titration),
    said === undefined && {
      name: 'times-daily-now',
      value: single?.timesDaily ?? plain(taper.timesDaily),
      citations: cite(taper.timesDaily),
    },
    request.pattern === undefined && {
      name: 'days-to-ceiling',
      value: single?.days ?? plain(taper.toCeiling),
      citations: cite(taper.toCeiling, taper.largestFall),
    },
    single?.days.value === 0 &&
      request.supply === undefined && {
        name: 'supply-at-end',
        value: single.supply,
        citations: cite(taper.supplyAtEnd),
      },
    request.products === undefined && {
      name: 'products',
      value: usual.id,
      citations: cite(usual),
    },
  ];
  return all.filter((each) => each !== false);
}

const formulas: Readonly<Record<TaperPattern['kind'], string>> = {
  days: 'whole increments, as even as possible, larger ones first',
  reduce: 'the same reduction at each step, the last what is left',
  percent: 'the percentage of the dose at the time, to the nearest whole increment, one at least',
};

/** How the doses came about: the reductions, what each dose is made of, what to dispense. */
export function taperWorking(
  { from, now, schedule, days, supply }: TaperSchedule,
  { request, products, context: { taper } }: TaperCase,
): CalculationStep[] {
  const kind = request.pattern?.kind ?? 'days';
  const grid = gridFor(
    products,
    now.doses.map(({ dose }) => dose),
  );
  const increment = grid.liquid ? grid.unit : grid.mark;
  const reductions = schedule.map(
    ({ dailyDose }, index) => (schedule[index - 1]?.dailyDose ?? from).value - dailyDose.value,
  );
  const rounded = grid.liquid && kind !== 'days' ? ', each level rounded down to equal doses' : '';
  return [
    {
      label: 'Reductions, highest dose first',
      formula: `${formulas[kind]}${rounded}`,
      inputs: { from, increment, days },
      result: `${reductions.map(tidy).join(', ')} mg per day`,
      citations: cite(kind === 'percent' ? taper.percentRounding : taper.levels),
    },
    ...doseWorking(schedule, products),
    ...dispenseWorking(schedule, supply.value, products),
  ];
}
