import { type LiquidProduct, makeDose, nearestDoses, type Product, productsThatMake } from '../doses/product.js';
import { plain } from '../values/citation.js';
import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAt } from '../values/thresholds.js';
import { finding } from './finding.js';
import type { CheckParameters, Finding, WrittenAmount, WrittenDose, WrittenStep } from './types.js';

/** An order in mg, as far as it can be read; what is written in another way stands in the findings alone. */
export interface ReadStep {
  readonly dailyDose?: Quantity<'mg/d'>;
  /** Every dose of the day, where they are known. */
  readonly doses?: readonly Quantity<'mg'>[];
  readonly days?: Quantity<'d'>;
  /** What it is made of: what was named, or a liquid of the strength that is written. */
  readonly products?: readonly Product[];
  readonly findings: readonly Finding[];
}

export interface ReadParameters {
  readonly check: CheckParameters;
  readonly all: readonly Product[];
}

/** Reads one step as it is written: units, strength, and whether the products make it. */
export function readStep(
  step: WrittenStep,
  named: readonly Product[] | undefined,
  parameters: ReadParameters,
): ReadStep {
  const days = step.days && { days: step.days };
  const amounts = step.dose ? amountsOf(step.dose) : [];
  const odd = amounts.find(({ unit }) => unit !== 'mg' && unit !== 'mL');
  if (odd) return { ...days, findings: [finding('unit-not-oral', 'stop', { written: odd })] };
  const inMl = amounts.some(({ unit }) => unit === 'mL');
  const strength = strengthOf(step, named);
  const disagrees = strength ? strengthFindings(step, strength, named) : [];
  if (inMl || (step.dose === undefined && step.volume)) {
    return fromVolume(step, inMl ? step.dose : undefined, strength, named, parameters, disagrees);
  }
  if (step.dose === undefined) return { ...days, findings: disagrees };
  const read = inMilligrams(step.dose, 1);
  const held = step.volume && strength ? heldBy(step.volume, strength) : undefined;
  // Where they disagree the larger of the two is held against the limits.
  const most = held && read.doses?.some(({ value }) => value < held.value) ? larger(read, held) : read;
  const products = productsOf(named, strength, parameters.all);
  return {
    ...days,
    ...most,
    ...(products && { products }),
    findings: [...disagrees, ...(products ? makeFindings(read.doses, products, parameters) : [])],
  };
}

function amountsOf(dose: WrittenDose): readonly WrittenAmount[] {
  if ('doses' in dose) return dose.doses;
  return ['each' in dose ? dose.each : dose.day];
}

type Amounts = Pick<ReadStep, 'dailyDose' | 'doses'>;

/** @param strength mg in each unit that is written: 1 for mg. */
function inMilligrams(dose: WrittenDose, strength: number): Amounts {
  const mg = ({ value }: WrittenAmount) => quantity(tidy(value * strength), 'mg');
  if ('day' in dose) return { dailyDose: quantity(tidy(dose.day.value * strength), 'mg/d') };
  const doses = 'doses' in dose ? dose.doses.map(mg) : Array.from({ length: dose.timesDaily }, () => mg(dose.each));
  return { doses, dailyDose: totalOf(doses) };
}

function totalOf(doses: readonly Quantity<'mg'>[]): Quantity<'mg/d'> {
  return quantity(tidy(doses.reduce((sum, { value }) => sum + value, 0)), 'mg/d');
}

function heldBy(volume: Quantity<'mL'>, strength: Quantity<'mg/mL'>): Quantity<'mg'> {
  return quantity(tidy(volume.value * strength.value), 'mg');
}

function larger({ doses = [] }: Amounts, held: Quantity<'mg'>): Amounts {
  const all = doses.map(() => held);
  return { doses: all, dailyDose: perDay(held, all.length) };
}

function strengthOf({ strength }: WrittenStep, named: readonly Product[] | undefined): Quantity<'mg/mL'> | undefined {
  return strength ?? liquidStrength(named);
}

function liquidStrength(named: readonly Product[] = []): Quantity<'mg/mL'> | undefined {
  const liquid = named.find((product) => product.kind === 'liquid');
  return liquid && plain(liquid.concentration);
}

/** Dose, volume and strength say one thing twice, and so do the strength and the product. */
function strengthFindings(
  { dose, volume, strength: written }: WrittenStep,
  strength: Quantity<'mg/mL'>,
  named: readonly Product[] | undefined,
): Finding[] {
  const ofProduct = liquidStrength(named);
  if (written && ofProduct && !isAt(written.value, ofProduct.value)) {
    return [finding('strength-disagrees', 'stop', { written, strength: ofProduct, limit: ofProduct })];
  }
  if (volume === undefined || dose === undefined || !('each' in dose) || dose.each.unit !== 'mg') return [];
  const limit = heldBy(volume, strength);
  if (isAt(limit.value, dose.each.value)) return [];
  const passes = quantity(tidy(dose.each.value / strength.value), 'mL');
  const milligrams = quantity(dose.each.value, 'mg');
  return [finding('strength-disagrees', 'stop', { written: milligrams, volume, strength, limit, passes })];
}

/** A volume is a dose once its strength is known. */
function fromVolume(
  { volume, timesDaily, days }: WrittenStep,
  dose: WrittenDose | undefined,
  strength: Quantity<'mg/mL'> | undefined,
  named: readonly Product[] | undefined,
  parameters: ReadParameters,
  disagrees: readonly Finding[],
): ReadStep {
  const each = volume && { value: volume.value, unit: 'mL' };
  const written: WrittenDose | undefined = dose ?? (each && (timesDaily ? { each, timesDaily } : { doses: [each] }));
  const kept = days && { days };
  if (written === undefined) return { ...kept, findings: disagrees };
  if (strength === undefined) return { ...kept, findings: [withoutStrength(written, timesDaily, parameters.check)] };
  const read = inMilligrams(written, strength.value);
  const products = productsOf(named, strength, parameters.all);
  const unknownTimes = dose === undefined && timesDaily === undefined;
  return {
    ...kept,
    ...(unknownTimes ? {} : read),
    ...(products && { products }),
    findings: [...disagrees, ...(products ? makeFindings(read.doses, products, parameters) : [])],
  };
}

function withoutStrength(written: WrittenDose, times: number | undefined, { strengths }: CheckParameters): Finding {
  const [first] = amountsOf(written);
  const volume = quantity(first?.value ?? 0, 'mL');
  const timesDaily = 'each' in written ? written.timesDaily : times;
  const could = strengths.values.map((strength) => {
    const { doses = [], dailyDose } = inMilligrams(written, strength.value);
    const amount = timesDaily === undefined && doses[0] ? doses[0] : dailyDose;
    return { strength, amount: amount ?? quantity(0, 'mg/d') };
  });
  return finding('volume-without-strength', 'stop', {
    written: volume,
    ...(timesDaily !== undefined && { timesDaily }),
    could,
  });
}

/** What was named, else a liquid of the strength; one that no product has is measured on the usual marks. */
function productsOf(
  named: readonly Product[] | undefined,
  strength: Quantity<'mg/mL'> | undefined,
  all: readonly Product[],
): readonly Product[] | undefined {
  if (named) return named;
  if (strength === undefined) return undefined;
  const liquids = all.filter((product): product is LiquidProduct => product.kind === 'liquid');
  const known = liquids.find(({ concentration }) => isAt(concentration.value, strength.value));
  const [usual] = liquids;
  if (known || usual === undefined) return known && [known];
  return [{ ...usual, concentration: { ...usual.concentration, value: strength.value } }];
}

function makeFindings(
  doses: readonly Quantity<'mg'>[] | undefined,
  products: readonly Product[],
  { all }: ReadParameters,
): Finding[] {
  const unmade = doses?.find((dose) => dose.value > 0 && makeDose(dose, products) === undefined);
  if (unmade === undefined) return [];
  const nearest = nearestDoses(unmade, products);
  const ids = products.map(({ id }) => id);
  return [
    finding('cannot-be-made', 'stop', {
      written: unmade,
      products: ids,
      nearest,
      makes: productsThatMake(unmade, all),
    }),
  ];
}
