import type { Quantity, Unit } from '../core/values/quantity.js';
import { isAt } from '../core/values/thresholds.js';
import { formatNumber, formatOffEdge, formatSignificant, round } from './number.js';

const units: Readonly<Record<Unit, string>> = {
  '1': '',
  '%': '%',
  '/d': ' times per day',
  '/h': ' per hour',
  a: ' years',
  mo: ' months',
  d: ' days',
  wk: ' weeks',
  h: ' hours',
  cm: ' cm',
  kg: ' kg',
  'kg/m2': ' kg/m2',
  m2: ' m2',
  'g/mol': ' g/mol',
  L: ' L',
  'L/h': ' L per hour',
  mL: ' mL',
  'mL/d': ' mL per day',
  'mL/kg/d': ' mL/kg/day',
  'mL/min': ' mL/min',
  'mL/min/{1.73_m2}': ' mL/min/1.73 m2',
  mg: ' mg',
  'mg/d': ' mg per day',
  'mg/kg': ' mg/kg',
  'mg/kg/d': ' mg/kg/day',
  'mg/mL': ' mg per mL',
  'mg/dL': ' mg/dL',
  'mg/L': ' mg/L',
  ug: ' mcg',
  'ug/d': ' mcg per day',
  'ug/L': ' mcg/L',
  'ug/mL': ' mcg per mL',
  'ug.h/L': ' mcg x h/L',
  'umol/L': ' micromol/L',
};

/** A quantity as it is printed: ISMP units, no trailing zero, never rounded across the edge of a band. */
export function formatQuantity({ value, unit }: Quantity<Unit>): string {
  switch (unit) {
    case 'mL/min':
    case 'mL/min/{1.73_m2}':
    case 'cm':
      return `${formatOffEdge(value)}${units[unit]}`;
    case 'kg':
      // As it was weighed: of a newborn each gram is worked with.
      return `${isAt(round(value, 3), value) ? formatNumber(value) : formatOffEdge(value)}${units[unit]}`;
    case 'mg/kg/d':
      return value < 0.001 && value > 0
        ? `${formatSignificant(value * 1000)} mcg/kg/day`
        : `${formatSignificant(value)} mg/kg/day`;
    case 'mg/d':
      return value < 0.001 && value > 0
        ? `${formatSignificant(value * 1000)} mcg per day`
        : `${formatNumber(value)}${units[unit]}`;
    case '%':
      return `${value < 0.1 ? formatSignificant(value) : formatNumber(value, value < 1 ? 2 : 1)}%`;
    case 'wk':
      return weeks(value);
    case 'a':
    case 'mo':
    case 'd':
    case 'h':
      return `${formatNumber(value)}${value === 1 ? units[unit].slice(0, -1) : units[unit]}`;
    case 'kg/m2':
    case 'umol/L':
      return `${formatNumber(value, 1)}${units[unit]}`;
    case 'm2':
    case 'mg/dL':
      return `${formatNumber(value, 2)}${units[unit]}`;
    case 'mg/L':
      return value < 0.001 && value > 0
        ? `${formatSignificant(value * 1000)} mcg/L`
        : `${formatSignificant(value)}${units[unit]}`;
    case 'ug/L':
      return `${formatSignificant(value)}${units[unit]}`;
    default:
      return `${formatNumber(value)}${units[unit]}`;
  }
}

/**
 * A quantity beside an edge that decides something: with as many decimals as it takes not to be printed as the edge where
 * it does not stand on it. 9.96% beside 10% is not "10%".
 */
export function formatBeside<U extends Unit>(value: Quantity<U>, edge: Quantity<U>): string {
  const usual = formatQuantity(value);
  if (usual !== formatQuantity(edge) || isAt(value.value, edge.value)) return usual;
  const printed = formatNumber(edge.value);
  for (let decimals = 1; decimals < 12; decimals += 1) {
    const digits = formatNumber(value.value, decimals);
    if (digits !== printed) return usual.replace(printed, digits);
  }
  return usual;
}

/** Weeks, and the days left over: "34 weeks and 3 days". */
function weeks(value: number): string {
  const days = Math.round(value * 7);
  if (days % 7 === 0 || Math.abs(days - value * 7) > 1e-6) {
    return `${formatNumber(value)} ${value === 1 ? 'week' : 'weeks'}`;
  }
  const whole = Math.floor(days / 7);
  const rest = days % 7;
  return `${formatNumber(whole)} ${whole === 1 ? 'week' : 'weeks'} and ${rest} ${rest === 1 ? 'day' : 'days'}`;
}

/** Several quantities in one unit: "15, 30 and 45 mg per day". */
export function formatList(all: readonly Quantity<Unit>[], conjunction = 'and'): string {
  const last = all.at(-1);
  if (last === undefined) return '';
  const before = all
    .slice(0, -1)
    .map(({ value }) => formatNumber(value))
    .join(', ');
  return before === '' ? formatQuantity(last) : `${before} ${conjunction} ${formatQuantity(last)}`;
}

/** "Ceiling 80 mg per day, 20 mg per dose." */
export function ceilingWords(dailyDose: Quantity<'mg/d'>, dose: Quantity<'mg'>): string {
  const each = dose.value < dailyDose.value ? `, ${formatQuantity(dose)} per dose` : '';
  return `Ceiling ${formatQuantity(dailyDose)}${each}.`;
}
