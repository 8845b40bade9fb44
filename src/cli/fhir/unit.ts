import { tidy } from '../../core/values/quantity.js';

/** How many of the unit here one of that unit makes, by its UCUM code and the spellings that records have. */
type Factors = Readonly<Record<string, number>>;

const kilograms: Factors = { kg: 1, g: 1e-3, '[lb_av]': 0.45359237, lb: 0.45359237, lbs: 0.45359237 };
const centimetres: Factors = { cm: 1, m: 100, mm: 0.1, '[in_i]': 2.54, in: 2.54 };
const massConcentration: Factors = { 'mg/dL': 1, 'mg/dl': 1 };
const molarConcentration: Factors = {
  'umol/L': 1,
  'umol/l': 1,
  '\u00b5mol/L': 1,
  '\u00b5mol/l': 1,
  '\u03bcmol/L': 1,
  '\u03bcmol/l': 1,
  'micromol/L': 1,
};

export const knownUnits = {
  kg: kilograms,
  cm: centimetres,
  'mg/dL': massConcentration,
  'umol/L': molarConcentration,
} as const;

/**
 * A value in the unit asked for. The UCUM code says the unit, or the printed unit where there is no code.
 * Undefined where neither is known, or the two say different things.
 */
export function converted(
  value: number,
  written: { readonly code?: string | undefined; readonly unit?: string | undefined },
  unit: keyof typeof knownUnits,
): number | undefined {
  const factors: Factors = knownUnits[unit];
  const known = (text: string | undefined) =>
    text !== undefined && Object.hasOwn(factors, text) ? factors[text] : undefined;
  const [byCode, byUnit] = [known(written.code), known(written.unit)];
  if (written.code !== undefined && byCode === undefined) return undefined;
  if (byCode !== undefined && byUnit !== undefined && byCode !== byUnit) return undefined;
  const factor = byCode ?? byUnit;
  return factor === undefined ? undefined : tidy(value * factor);
}
