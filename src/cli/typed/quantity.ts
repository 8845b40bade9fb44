import { type Quantity, quantity, type Unit } from '../../core/values/quantity.js';
import { formatNumber } from '../../report/number.js';
import { foreign } from './foreign.js';
import { miswritten, splitNumber } from './number.js';
import { plain, type Read } from './read.js';
import { type Dimension, type KnownUnit, plainUnit, powerBetween, shifted, unitOf } from './unit.js';

/** Smallest and largest value; `above` leaves the bound itself out. */
export interface Range {
  readonly from?: number;
  readonly above?: number;
  readonly to: number;
}

export interface QuantitySpec<U extends Unit> {
  /** In words with their article: "a body weight". */
  readonly what: string;
  /** The units that the value may come back in, each with its range. */
  readonly in: { readonly [Each in U]: Range };
  /** The unit of a number without one; where there is none, the unit must be written. */
  readonly bare?: U;
  readonly example: string;
  readonly whole?: true;
  /** The flags of quantities that this one is taken for. */
  readonly flagFor?: Readonly<Partial<Record<Unit, string>>>;
  /** What to do instead of a bound such as ">60". */
  readonly bounded?: string;
}

/** A quantity in one of several units. */
export type QuantityIn<U extends Unit> = { [Each in U]: Quantity<Each> }[U];

/** Units as sentences and lines to type have them. */
const typable: Readonly<Partial<Record<Unit, string>>> = {
  'mg/d': 'mg per day',
  'ug/d': 'mcg per day',
  'mL/kg/d': 'mL/kg/day',
  'mg/kg/d': 'mg/kg/day',
  'mL/min/{1.73_m2}': 'mL/min/1.73m2',
  'ug/L': 'mcg/L',
  '%': 'percent',
};

function unitWords(unit: Unit): string {
  return typable[unit] ?? unit;
}

/** A number with its unit as a flag takes it, where one word of the shell is best: 124umol/L. */
function typedAs(digits: string, unit: Unit): string {
  const spelling = unit === 'mg/d' ? 'mg/day' : unit === 'ug/d' ? 'mcg/day' : unit === '%' ? '%' : unitWords(unit);
  return `${plain(digits)}${spelling}`;
}

/** What a flag takes: "a body weight in kg from 3 to 400, such as 62.5". */
export function takesQuantity<U extends Unit>(spec: QuantitySpec<U>): string {
  const ranges = unitsOf(spec).map((unit) => `in ${unitWords(unit)} ${rangeWords(spec.in[unit])}`);
  const number = spec.whole ? ', a whole number,' : '';
  return `${spec.what}${number} ${ranges.join(' or ')}, such as ${spec.example}`;
}

function rangeWords({ from, above, to }: Range): string {
  return above === undefined
    ? `from ${formatNumber(from ?? 0)} to ${formatNumber(to)}`
    : `above ${formatNumber(above)} and up to ${formatNumber(to)}`;
}

function unitsOf<U extends Unit>(spec: QuantitySpec<U>): readonly U[] {
  return Object.keys(spec.in) as U[];
}

/** A quantity with its unit or, where the flag has one, without: "42", "42 mL/min", "3500g" as 3.5 kg. */
export function readQuantity<U extends Unit>(text: string, spec: QuantitySpec<U>): Read<QuantityIn<U>> {
  const copy = unitsOf(spec)
    .map((unit) => ({ unit, value: foreign(text, unit) }))
    .find(({ value }) => value !== undefined);
  if (copy) return { wrong: `write it in ${unitWords(copy.unit)}: ${copy.value}${suffix(copy.unit, spec)}` };
  const written = splitNumber(text, spec.bounded ?? 'write one number, or leave it out');
  if (written === undefined) return { wrong: `it takes ${takesQuantity(spec)}` };
  if (!('digits' in written)) return { wrong: miswritten(written, takesQuantity(spec), (unit) => spell(unit, spec)) };
  return written.unit === '' ? withoutUnit(written.digits, spec) : withUnit(written.digits, written.unit, spec);
}

/** The unit behind a number to copy; undefined where it is none of what is asked. */
function spell<U extends Unit>(spelling: string, spec: QuantitySpec<U>): string | undefined {
  if (spelling === '') return '';
  const powers = unitsOf(spec).map((unit) => ({ unit, power: powerTo(unit, unitOf(spelling)) }));
  const same = powers.find(({ power }) => power === 0);
  if (same) return suffix(same.unit, spec);
  return powers.some(({ power }) => power !== undefined) ? plainUnit(spelling) : undefined;
}

/** The unit behind a number to copy, where the flag does not know it by itself. */
function suffix<U extends Unit>(unit: U, { bare }: QuantitySpec<U>): string {
  return unit === bare ? '' : typedAs('', unit);
}

function withoutUnit<U extends Unit>(digits: string, spec: QuantitySpec<U>): Read<QuantityIn<U>> {
  if (spec.bare !== undefined) return inRange(digits, 0, spec.bare, spec);
  const possible = unitsOf(spec).filter((unit) => within(Number(digits), spec.in[unit]));
  if (possible.length === 0) return { wrong: `it takes ${takesQuantity(spec)}` };
  const others = unitsOf(spec).filter((unit) => !possible.includes(unit));
  if (others.length > 0) return { wrong: oneOfUnits(digits, possible, others) };
  return { wrong: `write its unit: ${possible.map((unit) => typedAs(digits, unit)).join(' or ')}` };
}

/** Which unit was meant is not guessed, also where the number is plausible in one of them only. */
function oneOfUnits(digits: string, possible: readonly Unit[], others: readonly Unit[]): string {
  const units = (all: readonly Unit[]) => all.map((unit) => typedAs('', unit)).join(' or ');
  const example = possible.map((unit) => typedAs(digits, unit)).join(' or ');
  return `write its unit, ${units([...possible, ...others])}, such as ${example}; in ${units(others)} it is out of range`;
}

function withUnit<U extends Unit>(digits: string, spelling: string, spec: QuantitySpec<U>): Read<QuantityIn<U>> {
  const known = unitOf(spelling);
  const powers = unitsOf(spec).map((unit) => ({ unit, power: powerTo(unit, known) }));
  const { unit, power } =
    powers.find((each) => each.power === 0) ?? powers.find((each) => each.power !== undefined) ?? {};
  if (unit !== undefined && power !== undefined) return inRange(digits, power, unit, spec);
  return { wrong: (known && elsewhere(digits, known, spec)) ?? `it takes ${takesQuantity(spec)}` };
}

/** Which dimension a unit without its "per day" means where a day is asked for. */
const understood: Readonly<Partial<Record<Unit, Dimension>>> = { 'mg/d': 'dose' };

function powerTo(unit: Unit, known: KnownUnit | undefined): number | undefined {
  return known && understood[unit] === known.dimension ? known.power : powerBetween(known, unitOf(unit));
}

function inRange<U extends Unit>(digits: string, power: number, unit: U, spec: QuantitySpec<U>): Read<QuantityIn<U>> {
  const value = shifted(digits, power);
  const right = within(value, spec.in[unit]) && (!spec.whole || Number.isInteger(value));
  return right ? { ok: quantity(value, unit) as QuantityIn<U> } : { wrong: `it takes ${takesQuantity(spec)}` };
}

export function within(value: number, { from = 0, above = -1, to }: Range): boolean {
  return value >= from && value > above && value <= to;
}

/** The clause for a unit of something else that is easily taken for what is asked. */
function elsewhere<U extends Unit>(digits: string, known: KnownUnit, spec: QuantitySpec<U>): string | undefined {
  const takes = takesQuantity(spec);
  const other = (Object.keys(spec.flagFor ?? {}) as Unit[]).find((unit) => powerBetween(known, unitOf(unit)) === 0);
  if (other !== undefined)
    return `${unitWords(other)} is another quantity: write ${spec.flagFor?.[other]} ${plain(digits)}`;
  const asked = unitsOf(spec).map((unit) => unitOf(unit)?.dimension);
  const byMouth = asked.some((each) => each === 'dose' || each === 'daily dose');
  if (known.dimension === 'pump dose' && byMouth) return `mcg is for a pump, by mouth it is mg: it takes ${takes}`;
  if (asked.includes('pump dose') && (known.dimension === 'dose' || known.dimension === 'daily dose')) {
    return `mg go by mouth, a pump takes mcg: it takes ${takes}`;
  }
  if (asked.includes('dose') && known.dimension === 'daily dose') {
    return `it takes one dose, not the dose of a day: ${takes}`;
  }
  return undefined;
}
