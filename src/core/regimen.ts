import type { RenalBand } from './band.js';
import { type Citation, type Cited, cite, plain } from './citation.js';
import type { CalculationStep } from './plan.js';
import { type Product, smallestDose } from './product.js';
import { type Quantity, quantity, tidy } from './quantity.js';

/** One country's labelled schedule. */
export interface RuleSet {
  readonly name: string;
  readonly start: Cited<'mg'>;
  readonly timesDaily: Cited<'/d'>;
  readonly increment: Cited<'mg'>;
  readonly interval: Cited<'d'>;
  readonly doseCeiling: Cited<'mg'>;
  readonly dailyCeiling: Cited<'mg/d'>;
  /** The labelled table ends here; more only if needed. */
  readonly target: Cited<'mg/d'>;
}

/** What the clinician asked of the schedule; everything but the start may be left to the rules. */
export interface Wishes {
  readonly start: Quantity<'mg'>;
  readonly timesDaily?: number;
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
}

/** A daily dose (mg/d) on the way up and over how many doses a day it is divided. */
export interface Rung {
  readonly dailyDose: Quantity<'mg/d'>;
  readonly timesDaily: number;
}

/** What label and clearance together allow: the rungs up to the ceiling, the pace and the usual end. */
export interface Regimen {
  readonly rungs: readonly Rung[];
  readonly interval: Quantity<'d'>;
  readonly target: Quantity<'mg/d'>;
  readonly ceiling: Quantity<'mg/d'>;
  readonly doseCeiling: Quantity<'mg'>;
  readonly citations: {
    readonly rungs: readonly Citation[];
    readonly interval: readonly Citation[];
    readonly ceiling: readonly Citation[];
  };
  readonly working: readonly CalculationStep[];
}

/**
 * The regimen for these wishes under a rule set, with the band of clearance applied.
 * A band that avoids the drug has no regimen: refuse before asking for one.
 */
export function regimenFor(
  wishes: Wishes,
  rules: RuleSet,
  band: RenalBand | undefined,
  products: readonly Product[],
): Regimen {
  const labelled = labelledRegimen(wishes, rules);
  switch (band?.action.kind) {
    case 'scale':
      return scaledRegimen(labelled, band, band.action.keep, smallestDose(products));
    case 'fixed':
      return fixedRegimen(wishes, labelled, band, band.action);
    default:
      return labelled;
  }
}

/**
 * Rungs of the label: the start, then one increment a dose more, up to the ceiling per dose.
 * Where the division was left to the rules, the last rung is the daily ceiling in the four doses it needs.
 */
function labelledRegimen(wishes: Wishes, rules: RuleSet): Regimen {
  const timesDaily = wishes.timesDaily ?? rules.timesDaily.value;
  const increment = wishes.increment ?? rules.increment;
  const rungs: Rung[] = [];
  for (let dose = wishes.start.value; ; dose = Math.min(dose + increment.value, rules.doseCeiling.value)) {
    rungs.push({ dailyDose: quantity(tidy(dose * timesDaily), 'mg/d'), timesDaily });
    if (dose >= rules.doseCeiling.value) break;
  }
  const top = rungs.at(-1)?.dailyDose.value ?? 0;
  if (wishes.timesDaily === undefined && top < rules.dailyCeiling.value) {
    const parts = Math.ceil(rules.dailyCeiling.value / rules.doseCeiling.value);
    rungs.push({ dailyDose: quantity(rules.dailyCeiling.value, 'mg/d'), timesDaily: parts });
  }
  const reach = rungs.at(-1)?.dailyDose.value ?? 0;
  return {
    rungs,
    interval: quantity(wishes.interval?.value ?? rules.interval.value, 'd'),
    target: quantity(Math.min(Math.max(rules.target.value, rungs[0]?.dailyDose.value ?? 0), reach), 'mg/d'),
    ceiling: quantity(Math.min(rules.dailyCeiling.value, reach), 'mg/d'),
    doseCeiling: plain(rules.doseCeiling),
    citations: {
      rungs: cite(rules.start, rules.increment),
      interval: cite(rules.interval),
      ceiling: cite(rules.dailyCeiling),
    },
    working: [
      {
        label: 'Daily dose at the start',
        formula: 'dose x times per day',
        inputs: { dose: plain(wishes.start), 'times per day': String(timesDaily) },
        result: rungs[0]?.dailyDose ?? quantity(0, 'mg/d'),
        citations: cite(rules.start, rules.timesDaily),
      },
      {
        label: 'Increase of the daily dose at each step',
        formula: 'increase of each dose x times per day',
        inputs: { increase: plain(increment), 'times per day': String(timesDaily) },
        result: quantity(tidy(increment.value * timesDaily), 'mg/d'),
        citations: cite(rules.increment, rules.timesDaily),
      },
    ],
  };
}

type Keep = Extract<RenalBand['action'], { kind: 'scale' }>['keep'];

/** A fraction of a daily dose, rounded down to whole increments (mg). */
function scaleDown(dailyDose: Quantity<'mg/d'>, keep: Keep, increment: Quantity<'mg'>): Quantity<'mg/d'> {
  const increments = Math.floor(tidy((dailyDose.value * keep.numerator) / (keep.denominator * increment.value)));
  return quantity(tidy(increments * increment.value), 'mg/d');
}

function scaledRegimen(labelled: Regimen, band: RenalBand, keep: Keep, increment: Quantity<'mg'>): Regimen {
  const scaled = (dailyDose: Quantity<'mg/d'>) => scaleDown(dailyDose, keep, increment);
  const rungs = labelled.rungs
    .map((rung) => ({ ...rung, dailyDose: scaled(rung.dailyDose) }))
    .filter(({ dailyDose }, index, all) => dailyDose.value > (all[index - 1]?.dailyDose.value ?? 0));
  const citations = cite(keep);
  return {
    rungs,
    interval: quantity(Math.max(labelled.interval.value, band.interval.value), 'd'),
    target: scaled(labelled.target),
    ceiling: scaled(labelled.ceiling),
    doseCeiling: labelled.doseCeiling,
    citations: {
      rungs: [...labelled.citations.rungs, ...citations],
      interval: cite(band.interval),
      ceiling: [...labelled.citations.ceiling, ...citations],
    },
    working: [
      ...labelled.working,
      ...[
        ...labelled.rungs.map(({ dailyDose }) => ({ dailyDose, of: 'Daily dose' })),
        { dailyDose: labelled.ceiling, of: 'Ceiling' },
      ].map(({ dailyDose, of }) => ({
        label: `${of} for this clearance`,
        formula: 'labelled daily dose x fraction kept, rounded down to the increment',
        inputs: { labelled: dailyDose, 'fraction kept': `${keep.numerator}/${keep.denominator}`, increment },
        result: scaled(dailyDose),
        citations,
      })),
    ],
  };
}

type Fixed = Extract<RenalBand['action'], { kind: 'fixed' }>;

function fixedRegimen(wishes: Wishes, labelled: Regimen, band: RenalBand, fixed: Fixed): Regimen {
  const rungs = fixed.timesDaily.map((timesDaily) => ({
    dailyDose: quantity(tidy(wishes.start.value * timesDaily), 'mg/d'),
    timesDaily,
  }));
  return {
    rungs,
    interval: quantity(Math.max(labelled.interval.value, band.interval.value), 'd'),
    target: rungs[0]?.dailyDose ?? quantity(0, 'mg/d'),
    ceiling: plain(fixed.ceiling),
    doseCeiling: plain(fixed.dose),
    citations: { rungs: cite(fixed.dose), interval: cite(band.interval), ceiling: cite(fixed.ceiling) },
    working: rungs.map(({ dailyDose, timesDaily }) => ({
      label: 'Daily dose for this clearance',
      formula: 'dose x times per day',
      inputs: { dose: plain(wishes.start), 'times per day': String(timesDaily) },
      result: dailyDose,
      citations: cite(fixed.dose),
    })),
  };
}
