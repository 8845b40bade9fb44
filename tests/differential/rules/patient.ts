import { type Fraction, f, least, under } from './fraction.js';
import { type Band, bands, child, cordFactors, weights } from './numbers.js';

/** Years, kg, cm, mg/dL, mL/min and mL/min/1.73 m2. */
export interface Person {
  readonly age?: number;
  readonly sex?: 'female' | 'male';
  readonly weight?: number;
  readonly height?: number;
  readonly creatinine?: number;
  readonly crcl?: number;
  readonly egfr?: number;
  readonly dialysis?: boolean;
  readonly cord?: 'paraplegia' | 'tetraplegia' | 'unspecified';
}

/** `number` decides the band; none where nothing of the kidney is known. */
export interface Kidney {
  readonly number?: Fraction;
  readonly band?: Band;
}

export const bandOf = (number: Fraction): Band => {
  const holding = bands.filter(({ from }) => !under(number, from)).at(-1);
  if (holding === undefined) throw new Error('no band');
  return holding;
};

/** Devine, on downwards below five feet. */
function idealWeight(height: number, sex: string): Fraction {
  return f(sex === 'male' ? 50 : 45.5).plus(f(2.3).times(f(height).over(2.54).minus(60)));
}

function adoptedWeight(weight: number, height: number | undefined, sex: string): Fraction {
  if (height === undefined) return f(weight);
  const index = f(weight).over(f(height).over(100).times(f(height).over(100)));
  if (under(index, 18.5)) return f(weight);
  const ideal = idealWeight(height, sex);
  return under(index, 25) ? least(ideal, f(weight)) : ideal.plus(f(0.4).times(f(weight).minus(ideal)));
}

export function cockcroftGault(age: number, weight: Fraction, creatinine: number, sex: string): Fraction {
  const man = f(140).minus(age).times(weight).over(f(72).times(creatinine));
  return sex === 'male' ? man : man.times(0.85);
}

/** Powers have no exact fraction. */
export function ckdEpi(age: number, creatinine: number, sex: string): number {
  const woman = sex === 'female';
  const ratio = creatinine / (woman ? 0.7 : 0.9);
  const low = Math.min(ratio, 1) ** (woman ? -0.241 : -0.302);
  return 142 * low * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * (woman ? 1.012 : 1);
}

const surface = (height: number, weight: number): number => Math.sqrt((height * weight) / 3600);

const float = (value: number): Fraction => f(Number(value.toPrecision(15)));

const forThisBody = (egfr: number, { height, weight }: Person): number =>
  height === undefined || weight === undefined ? egfr : (egfr * surface(height, weight)) / 1.73;

/** The number that decides, of an adult. */
export function kidneyOf(person: Person): Kidney {
  const { age, sex, weight, height, creatinine, crcl, egfr, cord } = person;
  const given: Fraction[] = [];
  if (crcl !== undefined) given.push(f(crcl));
  if (egfr !== undefined) given.push(f(egfr), float(forThisBody(egfr, person)));
  const numbers = [...given];
  if (given.length === 0 && creatinine !== undefined && age !== undefined && sex !== undefined) {
    if (weight !== undefined) {
      const clearance = cockcroftGault(age, adoptedWeight(weight, height, sex), creatinine, sex);
      numbers.push(cord === undefined ? clearance : clearance.times(cordFactors[cord] ?? Number.NaN));
    }
    numbers.push(float(forThisBody(ckdEpi(age, creatinine, sex), person)));
  }
  if (numbers.length === 0) return {};
  const number = least(...numbers);
  return { number, band: bandOf(number) };
}

/** Below 18 years: the lowest of all numbers, with the bedside Schwartz equation, or why there is none. */
export function childKidney(person: Person): 'well' | 'reduced' | 'unknown' {
  const numbers = childNumbers(person);
  if (person.dialysis || numbers.some((value) => under(value, child.kidneyFrom))) return 'reduced';
  return person.creatinine !== undefined && numbers.length === 0 ? 'unknown' : 'well';
}

/** Given as they are, an eGFR indexed as a child's normal values are, and by the bedside Schwartz equation. */
export function childNumbers(person: Person): Fraction[] {
  const { crcl, egfr, creatinine, height } = person;
  const numbers = [crcl, egfr].filter((value) => value !== undefined).map((value) => f(value as number));
  if (creatinine !== undefined && height !== undefined) numbers.push(f(0.413).times(height).over(creatinine));
  return numbers;
}

export type Kind = 'adult' | 'light' | 'child' | 'adolescent';

export const isUnder = (age: number | undefined, limit: number): boolean => age !== undefined && age < limit;

export function kindOf({ age, weight }: Person, country: string): Kind {
  if (isUnder(age, child.below)) return 'child';
  const light = weight !== undefined && under(f(weight), weights.light);
  if (isUnder(age, child.adult)) return light || child.childRulesIn.includes(country) ? 'child' : 'adolescent';
  return light ? 'light' : 'adult';
}

/** Why nothing is planned for this patient, whatever is asked; any of them may be the answer. */
export function refusalsOf(person: Person): string[] {
  const { age, weight, height, dialysis } = person;
  const refused: string[] = [];
  const young = isUnder(age, child.adult);
  if (isUnder(age, child.from)) return ['under-age'];
  if (young && weight === undefined) refused.push('child-weight-missing');
  if (age === undefined && weight !== undefined && under(f(weight), weights.light)) refused.push('age-needed');
  if (young && weight !== undefined && age !== undefined && implausible(age, weight))
    refused.push('weight-implausible');
  if (!young && height !== undefined && under(f(height), weights.adultHeight)) refused.push('height-implausible');
  if (young) {
    const kidney = childKidney(person);
    if (kidney === 'reduced') refused.push('child-with-clearance', 'dialysis');
    if (kidney === 'unknown') refused.push('child-creatinine');
    return refused;
  }
  if (dialysis) refused.push('dialysis');
  else if (kidneyOf(person).band?.kind === 'avoid') refused.push('clearance-too-low');
  return refused;
}

function implausible(age: number, weight: number): boolean {
  const kg = f(weight);
  return age < child.below
    ? kg.below(f(4).plus(age)) || kg.above(f(15).plus(f(6).times(age)))
    : kg.below(15) || kg.above(150);
}
