import type { Piece } from '../../core/answer/piece.js';
import { type Product, productOf } from '../../core/doses/product.js';
import type { Administration, Step } from '../../core/doses/schedule.js';
import { tidy } from '../../core/values/quantity.js';
import { type Cell, type TidyTable, tidyTable } from './table.js';

const columns = [
  'plan',
  'step',
  'from_day',
  'to_day',
  'from_date',
  'to_date',
  'dose',
  'time',
  'every_hours',
  'dose_mg',
  'product',
  'count',
  'volume_ml',
  'product_mg',
  'daily_dose_mg',
] as const;

type Row = { readonly [Column in (typeof columns)[number]]?: Cell };

/** One schedule and what it is called beside others. */
export interface NamedSchedule {
  readonly name: string;
  readonly schedule: readonly Step[];
  /** Its doses stand for hours between doses, and their times of day for nothing. */
  readonly byHours?: boolean;
}

/**
 * A row a dose of a day, and one more for each further product of a dose: `product_mg` adds up to the day, `dose_mg` is
 * the whole dose in each of them. Days are counted from 1; a step without an end has no last one, and one without a
 * dose is a row of 0 mg.
 */
export function doseTable(schedules: readonly NamedSchedule[], products: readonly Product[]): TidyTable {
  const rows = schedules.flatMap(({ name, schedule, byHours = false }) =>
    schedule.flatMap((step, index) => stepRows({ plan: name, step: index + 1 }, step, byHours, products)),
  );
  return tidyTable(columns, rows);
}

function stepRows(named: Row, step: Step, byHours: boolean, products: readonly Product[]): Row[] {
  const shared: Row = {
    ...named,
    from_day: step.fromDay,
    to_day: step.toDay ?? undefined,
    from_date: step.fromDate,
    to_date: step.toDate,
    daily_dose_mg: step.dailyDose.value,
  };
  if (step.doses.length === 0) return [{ ...shared, dose_mg: 0, product_mg: 0 }];
  return step.doses.flatMap((dose, index) => {
    const when: Row = byHours ? { every_hours: 24 / step.doses.length } : { time: dose.time };
    return doseRows({ ...shared, ...when, dose: index + 1 }, dose, products);
  });
}

function doseRows(shared: Row, { dose, make }: Administration, products: readonly Product[]): Row[] {
  return make.map((piece) => ({
    ...shared,
    dose_mg: dose.value,
    product: piece.product,
    ...('count' in piece ? { count: piece.count } : { volume_ml: piece.volume.value }),
    product_mg: milligramsOf(piece, productOf(piece.product, products)),
  }));
}

function milligramsOf(piece: Piece, product: Product): number {
  if ('count' in piece && product.kind === 'solid') return tidy(piece.count * product.strength.value);
  if ('volume' in piece && product.kind === 'liquid') return tidy(piece.volume.value * product.concentration.value);
  throw new Error(`${product.id} is not given as this piece says`);
}
