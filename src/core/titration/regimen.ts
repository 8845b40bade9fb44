import { type Product, smallestDose } from '../doses/product.js';
import type { FixedDose } from '../renal-function/band.js';
import { type Citation, type Cited, cite, plain } from '../values/citation.js';
import { type Fraction, type Quantity, quantity, tidy } from '../values/quantity.js';
import { childRegimen } from './child-regimen.js';
import type { OlderRules, RuleSet } from './rules.js';
import type { Regimen, Rung, Situation, Wishes } from './types.js';

/**
 * The regimen for these wishes. Where several rules apply the most cautious decides, part by part (judgement):
 * the lowest start, the smallest step, the longest interval, the lowest ceiling.
 * A band that avoids the drug has no regimen: refuse before asking for one.
 */
export function regimenFor(wishes: Wishes, situation: Situation, products: readonly Product[]): Regimen {
  const { rules, band, older, child } = situation;
  if (child) return childRegimen(wishes, child, smallestDose(products));
  const labelled = labelledRegimen(wishes, rules);
  if (band?.action.kind === 'fixed') return fixedRegimen(wishes, labelled, band.action);
  const adult =
    band?.action.kind === 'scale'
      ? scaledRegimen(labelled, band.action.interval, band.action.keep, smallestDose(products))
      : labelled;
  return older ? olderRegimen(wishes, adult, older, rules) : adult;
}

/**
 * Rungs of the label: the start, then one increment a dose more, up to the ceiling per dose.
 * Where the division was left to the rules, the last rung is the daily ceiling, divided further where it must be.
 */
export function labelledRegimen(wishes: Wishes, rules: RuleSet): Regimen {
  const start = wishes.start ?? rules.start;
  const timesDaily = wishes.timesDaily ?? rules.timesDaily.value;
  const increment = wishes.increment ?? rules.increment;
  const rung = (dose: number): Rung => ({ dailyDose: quantity(tidy(dose * timesDaily), 'mg/d'), timesDaily });
  const first = rung(start.value);
  const rungs = [first];
  const most = Math.min(rules.doseCeiling.value, rules.dailyCeiling.value / timesDaily);
  let dose = start.value;
  while (dose < most) {
    dose = Math.min(dose + increment.value, most);
    rungs.push(rung(dose));
  }
  let reach = rung(dose).dailyDose.value;
  if (wishes.timesDaily === undefined && reach < rules.dailyCeiling.value) {
    reach = rules.dailyCeiling.value;
    rungs.push({ dailyDose: plain(rules.dailyCeiling), timesDaily });
  }
  return {
    rungs,
    interval: quantity(wishes.interval?.value ?? rules.interval.value, 'd'),
    target: quantity(Math.min(Math.max(rules.target.value, first.dailyDose.value), reach), 'mg/d'),
    ceiling: quantity(Math.min(rules.dailyCeiling.value, reach), 'mg/d'),
    doseCeiling: plain(rules.doseCeiling),
    decidedBy: { start: 'label', step: 'label', interval: 'label', ceiling: 'label' },
    citations: {
      rungs: cite(rules.start, rules.increment),
      interval: cite(rules.interval),
      ceiling: cite(rules.dailyCeiling),
    },
    working: [
      {
        label: 'Daily dose at the start',
        formula: 'dose x times per day',
        inputs: { dose: plain(start), 'times per day': String(timesDaily) },
        result: first.dailyDose,
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

type Keep = Fraction & Citation;

/** A fraction of a daily dose, rounded down to whole increments (mg). */
function scaleDown(dailyDose: Quantity<'mg/d'>, keep: Keep, increment: Quantity<'mg'>): Quantity<'mg/d'> {
  const increments = Math.floor(tidy((dailyDose.value * keep.numerator) / (keep.denominator * increment.value)));
  return quantity(tidy(increments * increment.value), 'mg/d');
}

export function scaledRegimen(labelled: Regimen, interval: Cited<'d'>, keep: Keep, increment: Quantity<'mg'>): Regimen {
  const scaled = (dailyDose: Quantity<'mg/d'>) => scaleDown(dailyDose, keep, increment);
  const rungs = labelled.rungs
    .map((rung) => ({ ...rung, dailyDose: scaled(rung.dailyDose) }))
    .filter(({ dailyDose }, index, all) => dailyDose.value > (all[index - 1]?.dailyDose.value ?? 0));
  const citations = cite(keep);
  return {
    rungs,
    interval: quantity(Math.max(labelled.interval.value, interval.value), 'd'),
    target: scaled(labelled.target),
    ceiling: scaled(labelled.ceiling),
    doseCeiling: labelled.doseCeiling,
    decidedBy: { start: 'clearance', step: 'clearance', interval: 'clearance', ceiling: 'clearance' },
    citations: {
      rungs: [...labelled.citations.rungs, ...citations],
      interval: cite(interval),
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
        inputs: {
          labelled: dailyDose,
          'fraction kept': `${keep.numerator}/${keep.denominator}`,
          unrounded: quantity(tidy((dailyDose.value * keep.numerator) / keep.denominator), 'mg/d'),
          increment,
        },
        result: scaled(dailyDose),
        citations,
      })),
    ],
  };
}

function fixedRegimen(wishes: Wishes, labelled: Regimen, fixed: FixedDose): Regimen {
  const start = wishes.start ?? plain(fixed.dose);
  const daily = (timesDaily: number) => quantity(tidy(start.value * timesDaily), 'mg/d');
  const rungs = fixed.timesDaily.map((timesDaily) => ({ dailyDose: daily(timesDaily), timesDaily }));
  return {
    rungs,
    interval: quantity(Math.max(labelled.interval.value, fixed.interval.value), 'd'),
    target: daily(Math.min(...fixed.timesDaily)),
    ceiling: quantity(Math.min(fixed.ceiling.value, daily(Math.max(...fixed.timesDaily)).value), 'mg/d'),
    doseCeiling: plain(fixed.dose),
    decidedBy: { start: 'clearance', step: 'clearance', interval: 'clearance', ceiling: 'clearance' },
    citations: { rungs: cite(fixed.dose), interval: cite(fixed.interval), ceiling: cite(fixed.ceiling) },
    working: rungs.map(({ dailyDose, timesDaily }) => ({
      label: 'Daily dose for this clearance',
      formula: 'dose x times per day',
      inputs: { dose: start, 'times per day': String(timesDaily) },
      result: dailyDose,
      citations: cite(fixed.dose),
    })),
  };
}

/**
 * Older adults: one small dose (mg) once daily, then one more a day at each step, up to the adult ceiling; where that
 * is no whole number of doses, the ceiling is a last, smaller step.
 * Smaller than the adult start and step, so both are decided here.
 */
function olderRegimen(wishes: Wishes, adult: Regimen, older: OlderRules, rules: RuleSet): Regimen {
  const unit = quantity(Math.min(older.dose.value, wishes.start?.value ?? older.dose.value), 'mg');
  const timesDaily = wishes.timesDaily ?? rules.timesDaily.value;
  const count = Math.floor(tidy(adult.ceiling.value / unit.value));
  const interval = Math.max(adult.interval.value, older.interval.value);
  const rungs: Rung[] = Array.from({ length: count }, (_, index) => ({
    dailyDose: quantity(tidy(unit.value * (index + 1)), 'mg/d'),
    timesDaily,
    unit,
  }));
  if (tidy(unit.value * count) < adult.ceiling.value) rungs.push({ dailyDose: adult.ceiling, timesDaily });
  return {
    ...adult,
    rungs,
    interval: quantity(interval, 'd'),
    citations: {
      rungs: cite(older.dose),
      interval: interval > adult.interval.value ? cite(older.interval) : adult.citations.interval,
      ceiling: adult.citations.ceiling,
    },
    decidedBy: {
      start: 'older adult',
      step: 'older adult',
      interval: interval > adult.interval.value ? 'older adult' : adult.decidedBy.interval,
      ceiling: adult.decidedBy.ceiling,
    },
    working: [
      ...adult.working,
      {
        label: 'Daily dose of an older adult',
        formula: 'one dose once daily, one more a day at each step',
        inputs: { dose: unit, interval: quantity(interval, 'd') },
        result: quantity(unit.value, 'mg/d'),
        citations: cite(older.dose, older.interval),
      },
    ],
  };
}
