import { tidy, type Unit } from '../../core/values/quantity.js';

/** What is measured: a unit of one is never read as a unit of another. A dose by mouth and one of a pump are two. */
export type Dimension =
  | 'weight'
  | 'length'
  | 'dose'
  | 'daily dose'
  | 'pump dose'
  | 'dose per weight'
  | 'daily dose per weight'
  | 'volume'
  | 'milk intake'
  | 'clearance'
  | 'indexed clearance'
  | 'mass concentration'
  | 'substance concentration'
  | 'percentage';

/** A unit as a power of ten of the first of its dimension. */
export interface KnownUnit {
  readonly dimension: Dimension;
  readonly power: number;
}

/** Units of each dimension, in small letters, "u" for micro and "d" for a day. */
const dimensions: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  weight: { kg: 0, g: -3 },
  length: { cm: 0, m: 2, mm: -1 },
  dose: { mg: 0, 'mg/dose': 0 },
  'daily dose': { 'mg/d': 0 },
  'pump dose': { 'ug/d': 0, ug: 0 },
  'dose per weight': { 'mg/kg': 0, 'mg/kg/dose': 0 },
  'daily dose per weight': { 'mg/kg/d': 0, 'ug/kg/d': -3 },
  volume: { ml: 0, l: 3 },
  'milk intake': { 'ml/kg/d': 0, 'l/kg/d': 3 },
  clearance: { 'ml/min': 0, 'l/min': 3 },
  'indexed clearance': { 'ml/min/1.73m2': 0, 'ml/min/1.73': 0, 'l/min/1.73m2': 3 },
  'mass concentration': {
    'mg/l': 0,
    'ug/ml': 0,
    'mg/dl': 1,
    'mg/100ml': 1,
    'mg%': 1,
    'ug/l': -3,
    'ng/ml': -3,
    'ug/dl': -2,
    'ug/100ml': -2,
    'ng/dl': -5,
    'ng/l': -6,
    'pg/ml': -6,
    'g/l': 3,
    'mg/ml': 3,
    'mg/1ml': 3,
  },
  'substance concentration': {
    'umol/l': 0,
    'nmol/ml': 0,
    'mmol/l': 3,
    'nmol/l': -3,
    'umol/dl': 1,
    'umol/ml': 3,
    'mol/l': 6,
  },
  percentage: { '%': 0 },
};

const known: ReadonlyMap<string, KnownUnit> = new Map(
  (Object.keys(dimensions) as Dimension[]).flatMap((dimension) =>
    Object.entries(dimensions[dimension]).map(([spelling, power]) => [spelling, { dimension, power }] as const),
  ),
);

/** Words and abbreviations of one part of a unit. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/^(?:kgs|kilos?|kilograms?|kilogrammes?)$/, 'kg'],
  [/^(?:gms?|grams?|grammes?)$/, 'g'],
  [/^(?:mgs|milligrams?|milligrammes?)$/, 'mg'],
  [/^(?:mcgs?|micrograms?|microgrammes?)$/, 'ug'],
  [/^(?:nanograms?)$/, 'ng'],
  [/^(?:mls|millilit(?:re|er)s?)$/, 'ml'],
  [/^(?:decilit(?:re|er)s?)$/, 'dl'],
  [/^(?:lit(?:re|er)s?)$/, 'l'],
  [/^(?:umols|umoles?|mcmol|micromols?|micromoles?)$/, 'umol'],
  [/^(?:mmols|mmoles?|millimols?|millimoles?)$/, 'mmol'],
  [/^(?:nmols|nmoles?|nanomols?|nanomoles?)$/, 'nmol'],
  [/^(?:days?|24 ?h|24 ?hrs?|24 ?hours?)$/, 'd'],
  [/^(?:mins|minutes?)$/, 'min'],
  [/^(?:cms|centimet(?:re|er)s?)$/, 'cm'],
  [/^(?:mms|millimet(?:re|er)s?)$/, 'mm'],
  [/^(?:met(?:re|er)s?)$/, 'm'],
  [/^(?:percent|per cent|pct)$/, '%'],
  [/^(?:1\.73 ?(?:m|sqm|m2bsa))$/, '1.73m2'],
];

/** "Micrograms per litre", "µg/L" and "mcg / l" in one spelling, "ug/l". */
export function plainUnit(spelling: string): string {
  return spelling
    .toLowerCase()
    .replaceAll(/[\u00b5\u03bc]/g, 'u')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/\^2|\*\*2|\u00b2/g, '2')
    .replaceAll(/1[.,]73[_ ]?/g, '1.73')
    .replace(/^per ?cent$/, '%')
    .replace(/\.$/, '')
    .replaceAll(/ per | a | and /g, '/')
    .replace(/ daily$/, '/d')
    .replaceAll(/ ?\/ ?/g, '/')
    .replaceAll(/(\d) (?=[a-z])/g, '$1')
    .split('/')
    .map((part) => parts.find(([form]) => form.test(part))?.[1] ?? part)
    .join('/');
}

/** The unit of a spelling, without regard to case; undefined where it is none that is a power of ten of ours. */
export function unitOf(spelling: string): KnownUnit | undefined {
  return known.get(plainUnit(spelling));
}

/** By how many powers of ten the one is larger than the other; undefined where they measure different things. */
export function powerBetween(one: KnownUnit | undefined, other: KnownUnit | undefined): number | undefined {
  return one && other && one.dimension === other.dimension ? one.power - other.power : undefined;
}

/** Digits times a power of ten, exactly: the point is moved before the number is made. */
export function shifted(digits: string, power: number): number {
  const [mantissa = '', exponent = '0'] = digits.split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

/** Units of another system in records: machines write unit and value, and these factors are exact. */
const recordUnits: Readonly<Record<string, readonly [unit: Unit, factor: number]>> = {
  '[lb_av]': ['kg', 0.45359237],
  lb: ['kg', 0.45359237],
  lbs: ['kg', 0.45359237],
  '[oz_av]': ['kg', 0.028349523125],
  oz: ['kg', 0.028349523125],
  '[in_i]': ['cm', 2.54],
  in: ['cm', 2.54],
  inches: ['cm', 2.54],
  '[ft_i]': ['cm', 30.48],
  ft: ['cm', 30.48],
};

/**
 * A value of a record in the unit asked for; the spelling is a UCUM code or a printed unit.
 * Undefined where it is not known or measures something else.
 */
export function inUnit(value: number, spelling: string, unit: Unit): number | undefined {
  const plain = spelling.trim().toLowerCase();
  const [metric, factor = 1] = (Object.hasOwn(recordUnits, plain) ? recordUnits[plain] : undefined) ?? [];
  if (metric !== undefined) return metric === unit ? tidy(value * factor) : undefined;
  const power = powerBetween(unitOf(spelling.trim()), unitOf(unit));
  return power === undefined ? undefined : shifted(String(value), power);
}
