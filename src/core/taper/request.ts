import { timesSaid } from '../doses/current-dose.js';
import { InputError } from '../values/input-error.js';
import type { Quantity } from '../values/quantity.js';
import type { TaperPattern } from './levels.js';
import type { TaperRequest } from './types.js';

/** Holds a request to make sense in itself. @throws InputError naming the field. */
export function requireSense(request: TaperRequest): void {
  requirePattern(request);
  requireOneDivision(request);
  requireEnd(request);
  requireDoses(request);
}

function requirePattern({ pattern, to, signs }: TaperRequest): void {
  if (pattern) requireReduction(pattern);
  else if (to !== 'ceiling' && signs === undefined) {
    throw new InputError(
      'days',
      'nothing',
      'a whole number of days, such as 14; or give `reduction` or `percent` with `every`',
    );
  }
}

/** A pattern that never gets down would never end, and one whose steps last no day would stop at once. */
function requireReduction(pattern: TaperPattern): void {
  if (pattern.kind === 'days') {
    requireWholeDays('days', pattern.days, 0);
    return;
  }
  requireWholeDays('every', pattern.every, 1);
  if (pattern.kind === 'reduce' && !(pattern.reduction.value > 0)) {
    throw new InputError('reduction', String(pattern.reduction.value), 'more than 0 mg per day');
  }
  if (pattern.kind === 'percent' && !(pattern.percent.value > 0)) {
    throw new InputError('percent', String(pattern.percent.value), 'more than 0 percent');
  }
}

function requireWholeDays(field: string, { value }: Quantity<'d'>, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new InputError(field, String(value), `a whole number of days from ${least}`);
  }
}

/** How often is said once: in the present dose, or beside a daily total. */
function requireOneDivision({ from, timesDaily }: TaperRequest): void {
  const said = from && timesSaid(from);
  if (timesDaily === undefined || said === undefined) return;
  throw new InputError(
    'timesDaily',
    `"${timesDaily}" beside a present dose of ${said} a day`,
    'a `from` in mg per day',
  );
}

/** Where a taper ends is compared with where it starts, and only what goes on is supplied. */
function requireEnd({ from, to, supply }: TaperRequest): void {
  const goesOn = to !== undefined && (to === 'ceiling' || to.value > 0);
  if (goesOn && from === undefined) {
    throw new InputError('to', to === 'ceiling' ? '"ceiling"' : `"${to.value}"`, 'the present dose beside it: `from`');
  }
  if (supply === undefined) return;
  requireWholeDays('supply', supply, 1);
  if (!goesOn) throw new InputError('supply', `"${supply.value}"`, 'a dose that goes on: `to` above 0, or the ceiling');
}

/** One dose at each time of day. */
function requireDoses({ from }: TaperRequest): void {
  if (from === undefined || !('doses' in from)) return;
  const times = new Set(from.doses.map(({ time }) => time));
  if (times.size !== from.doses.length || times.size === 0) {
    throw new InputError('from', 'a time of day twice, or none', 'one dose at each time of day');
  }
}
