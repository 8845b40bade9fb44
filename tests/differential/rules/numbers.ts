import { readFileSync } from 'node:fs';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8'));

const titration = read('titration');
const renal = read('renal');
const taper = read('taper');
const milk = read('lactation');
const productFile = read('products');
const check = read('check');

export const countries = ['us', 'ca', 'uk', 'au', 'fr', 'de'] as const;
export type Country = (typeof countries)[number];

interface Value {
  readonly value: number;
}

/** The label of a country: mg per dose, mg per day, days. */
export function labelOf(country: Country) {
  const rule = titration.rules[country] as Record<string, Value>;
  const value = (name: string) => (rule[name] as Value).value;
  return {
    start: value('start'),
    times: value('timesDaily'),
    increment: value('increment'),
    interval: value('interval'),
    largest: value('doseCeiling'),
    ceiling: value('dailyCeiling'),
    target: value('target'),
    lastStepFrom: rule.lastStep?.value,
  };
}

export const neverAbove: number = titration.neverAbove.value;

export const older = {
  age: titration.older.age.value as number,
  dose: titration.older.dose.value as number,
  interval: titration.older.interval.value as number,
  target: titration.older.target.value as number,
  kidneyCeiling: renal.olderCeiling.value as number,
  avoidBelow: renal.older.avoidBelow.value as number,
};

export const child = {
  from: titration.child.fromAge.value as number,
  below: titration.child.belowAge.value as number,
  perKilogram: titration.child.start.value as number,
  times: titration.child.timesDaily.value as number,
  interval: titration.child.interval.value as number,
  shortest: titration.child.shortestInterval.value as number,
  target: titration.child.target.value as number,
  ceilingPerKilogram: titration.child.ceilingPerKilogram.value as number,
  youngCeiling: titration.child.youngCeiling.value as number,
  oldCeiling: titration.child.oldCeiling.value as number,
  oldFrom: titration.child.oldFrom.value as number,
  tabletFrom: titration.child.tabletFrom.value as number,
  adult: renal.adultAge.value as number,
  kidneyFrom: renal.childFrom.value as number,
  adolescentCeiling: titration.child.adolescentCeiling.value as number,
  adolescentInterval: titration.adolescent.interval.value as number,
  adolescentTarget: titration.adolescent.target.value as number,
  childRulesIn: titration.adolescent.childRulesIn.countries as readonly string[],
};

export const weights = {
  light: titration.weight.light.value as number,
  low: titration.weight.low.value as number,
  step: titration.weight.step.value as number,
  severeStep: titration.weight.severeStep.value as number,
  ceiling: titration.weight.ceiling.value as number,
  interval: titration.weight.interval.value as number,
  target: titration.weight.target.value as number,
  adultHeight: titration.weight.adultHeight.value as number,
};

export interface Band {
  readonly id: string;
  readonly from: number;
  readonly kind: 'avoid' | 'fixed' | 'scale' | 'usual';
  readonly keep?: readonly [number, number];
  readonly interval?: number;
  readonly ceiling?: number;
  readonly dose?: number;
}

/** The lowest first. */
export const bands: readonly Band[] = renal.bands.map(
  ({ id, from, action }: { id: string; from: Value; action: Record<string, never> & { kind: Band['kind'] } }) => {
    const { keep, interval, ceiling, dose } = action as unknown as {
      keep?: { numerator: number; denominator: number };
      interval?: Value;
      ceiling?: Value;
      dose?: Value;
    };
    return {
      id,
      from: from.value,
      kind: action.kind,
      ...(keep && { keep: [keep.numerator, keep.denominator] }),
      ...(interval && { interval: interval.value }),
      ...(ceiling && { ceiling: ceiling.value }),
      ...(dose && { dose: dose.value }),
    };
  },
);

export const kidneyEnds: readonly { readonly below: number; readonly target: number }[] = renal.usualEnd.map(
  ({ below, target }: Record<string, Value>) => ({ below: below?.value, target: target?.value }),
);

export const cordFactors = Object.fromEntries(
  ['paraplegia', 'tetraplegia', 'unspecified'].map((name) => [name, renal.spinalCordInjury[name].value]),
) as Readonly<Record<string, number>>;

export const tapering = {
  atLeast: taper.levels.atLeast as number,
  daysPerLevel: taper.levels.daysPerLevel as number,
  toCeiling: taper.toCeiling.value as number,
  longest: taper.longest.value as number,
  largestFall: taper.largestFall.value as number,
  implausible: taper.implausibleAbove.value as number,
  times: taper.timesDaily.value as number,
};

export const lactation = {
  intake: milk.intake.value as number,
  cautious: milk.cautiousIntake.value as number,
  level: milk.publishedCase.level.value as number,
  dose: milk.publishedCase.maternalDose.value as number,
  pumpLevel: milk.intrathecalCase.level.value as number,
  pumpDose: milk.intrathecalCase.maternalDose.value as number,
  weights: milk.maternalWeights.map(({ value }: Value) => value) as readonly number[],
  molar: milk.molarMass.value as number,
};

export const checking = {
  fall: check.fall.value as number,
  largestEver: check.largestEver.value as number,
  olderStop: check.olderStop.value as number,
  startTimes: check.startTimes.value as number,
};

export interface Stuff {
  readonly id: string;
  /** mg per tablet or packet, or mg per mL. */
  readonly strength: number;
  readonly liquid: boolean;
  readonly halves: boolean;
  readonly mark: number;
  readonly fine?: { readonly below: number; readonly mark: number };
}

export const stuff: Readonly<Record<string, Stuff>> = Object.fromEntries(
  productFile.products.map(
    (one: {
      id: string;
      kind: string;
      strength?: Value;
      concentration?: Value;
      halves?: { allowed: boolean };
      step?: Value;
      fineStep?: Value & { below: Value };
    }) => [
      one.id,
      {
        id: one.id,
        strength: (one.strength ?? one.concentration)?.value,
        liquid: one.kind === 'liquid',
        halves: one.halves?.allowed === true,
        mark: one.step?.value ?? 0,
        ...(one.fineStep && { fine: { below: one.fineStep.below.value, mark: one.fineStep.value } }),
      },
    ],
  ),
);

/** mg once daily where a specialist lifts the refusal: no increase. */
export const lifted = {
  dialysis: renal.dialysis.dose.value as number,
  'clearance-too-low': renal.bands[0].action.ifOverridden.dose.value as number,
  interval: renal.dialysis.interval.value as number,
};
