/** UCUM codes of every unit the calculator speaks. `a` is a year, `{1.73_m2}` is indexed to body surface area. */
export type Unit =
  | '1'
  | '%'
  | '/d'
  | '/h'
  | 'a'
  | 'mo'
  | 'd'
  | 'wk'
  | 'h'
  | 'cm'
  | 'kg'
  | 'kg/m2'
  | 'm2'
  | 'g/mol'
  | 'L'
  | 'L/h'
  | 'mL'
  | 'mL/d'
  | 'mL/kg/d'
  | 'mL/min'
  | 'mL/min/{1.73_m2}'
  | 'mg'
  | 'mg/d'
  | 'mg/kg'
  | 'mg/kg/d'
  | 'mg/mL'
  | 'mg/dL'
  | 'mg/L'
  | 'ug'
  | 'ug/d'
  | 'ug/L'
  | 'ug/mL'
  | 'ug.h/L'
  | 'umol/L';

/** A number that cannot be taken for one in another unit: the same shape in data files, in code and in JSON. */
export interface Quantity<U extends Unit> {
  readonly value: number;
  readonly unit: U;
}

/** A ratio kept as two whole numbers, so that two thirds of 15 is 10 and not 9.99. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function quantity<U extends Unit>(value: number, unit: U): Quantity<U> {
  return { value, unit };
}

/** Drops the noise of binary arithmetic (0.1 + 0.2): 12 significant digits. Not for values compared with a band edge. */
export function tidy(value: number): number {
  // A whole number has no noise, and is most of what is tidied.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value;
  return Number(value.toPrecision(12));
}

/** mg per dose times doses per day gives mg per day. */
export function perDay(dose: Quantity<'mg'>, timesDaily: number): Quantity<'mg/d'> {
  return quantity(tidy(dose.value * timesDaily), 'mg/d');
}

/** Creatinine in mg/dL; 88.4 umol/L make 1 mg/dL (molar mass 113.12 g/mol). */
export function creatinineMassConcentration(creatinine: Quantity<'mg/dL'> | Quantity<'umol/L'>): Quantity<'mg/dL'> {
  return creatinine.unit === 'mg/dL' ? creatinine : quantity(inMgPerDl(creatinine.value), 'mg/dL');
}

/** The same as a bare number, of one in umol/L. */
export function inMgPerDl(creatinine: number): number {
  return creatinine / 88.4;
}

/** A milk level in mg/L; amounts of substance need the molar mass in g/mol. */
export function milkMassConcentration(
  level: Quantity<'mg/L'> | Quantity<'ug/L'> | Quantity<'umol/L'>,
  molarMass: Quantity<'g/mol'>,
): Quantity<'mg/L'> {
  switch (level.unit) {
    case 'mg/L':
      return level;
    case 'ug/L':
      return quantity(tidy(level.value / 1000), 'mg/L');
    case 'umol/L':
      return quantity(tidy((level.value * molarMass.value) / 1000), 'mg/L');
  }
}
