import { tidy } from '../../core/values/quantity.js';

/** How many of the unit here one of that unit makes, by its spelling in small letters. */
type Factors = Readonly<Record<string, number>>;

const pound = 0.45359237;
const inch = 2.54;

const known = {
  kg: {
    kg: 1,
    kgs: 1,
    kilogram: 1,
    kilograms: 1,
    g: 1e-3,
    '[lb_av]': pound,
    lb: pound,
    lbs: pound,
    pound,
    pounds: pound,
  },
  cm: { cm: 1, m: 100, mm: 0.1, '[in_i]': inch, in: inch, inch, inches: inch },
  'mg/dL': { 'mg/dl': 1, 'mg/100ml': 1, 'mg%': 1, 'mg/l': 0.1 },
  'umol/L': { 'umol/l': 1, 'mcmol/l': 1, 'micromol/l': 1, 'mmol/l': 1000 },
  'mL/min': { 'ml/min': 1 },
  'mL/min/{1.73_m2}': { 'ml/min/1.73m2': 1, 'ml/min/1.73': 1 },
} as const satisfies Readonly<Record<string, Factors>>;

/** A spelling as the table has it: small letters, no spaces, one micro sign, 1.73 m2 without brackets. */
function plain(spelling: string): string {
  return spelling
    .replace(/[\u00b5\u03bc]/g, 'u')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(
      /\/?[({]?(1[.,]73)[_*]?(m\^?2|m\u00b2|sqm|sq\.?m)?[)}]?(m\^?2|m\u00b2)?/,
      (_, area) => `/${area.replace(',', '.')}m2`,
    );
}

function factorOf(spelling: string | undefined, factors: Factors): number | undefined {
  const text = spelling === undefined ? '' : plain(spelling);
  return Object.hasOwn(factors, text) ? factors[text] : undefined;
}

/**
 * A value in the unit asked for. The UCUM code says the unit, or the printed unit where there is no code.
 * Undefined where neither is known, or the two say different things.
 */
export function inUnit(
  value: number,
  written: { readonly code: string | undefined; readonly unit: string | undefined },
  unit: keyof typeof known,
): number | undefined {
  const factors: Factors = known[unit];
  const [byCode, byUnit] = [factorOf(written.code, factors), factorOf(written.unit, factors)];
  if (written.code !== undefined && byCode === undefined) return undefined;
  if (byCode !== undefined && byUnit !== undefined && byCode !== byUnit) return undefined;
  const factor = byCode ?? byUnit;
  return factor === undefined ? undefined : tidy(value * factor);
}
