import { tidy } from '../core/values/quantity.js';
import { isAt } from '../core/values/thresholds.js';

/** Rounds half up to so many decimals, as people do: 1.15 to one decimal is 1.2. */
export function round(value: number, decimals: number): number {
  const shift = 10 ** decimals;
  return tidy(Math.floor(tidy(value * shift) + 0.5) / shift);
}

/** A number with no trailing zero, a leading zero, and commas from 1,000. */
export function formatNumber(value: number, decimals = 3): string {
  const [whole = '0', part] = plainDigits(round(value, decimals)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Digits without an exponent. */
function plainDigits(value: number): string {
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(12).replace(/0+$/, '') : String(value);
}

/** Three significant digits: for exposures, which span five orders of magnitude. */
export function formatSignificant(value: number): string {
  if (value === 0) return '0';
  return formatNumber(value, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/**
 * A clearance or a weight to one decimal, or to as many as it takes not to look like the whole number that a band or a
 * rule starts at: 29.97 stays 29.97 and is never printed as 30, nor 32.999 kg as 33.
 */
export function formatOffEdge(value: number): string {
  for (let decimals = 1; decimals < 12; decimals += 1) {
    const rounded = round(value, decimals);
    if (!Number.isInteger(rounded) || isAt(rounded, value)) return formatNumber(value, decimals);
  }
  return String(value);
}
