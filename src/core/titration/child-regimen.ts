import { type Cited, cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import type { ChildSituation, Regimen, Wishes } from './types.js';

/** mg/kg/d times kg gives mg/d. */
export function ofWeight(dose: Quantity<'mg/kg/d'>, weight: Quantity<'kg'>): Quantity<'mg/d'> {
  return quantity(tidy(dose.value * weight.value), 'mg/d');
}

/**
 * Daily doses (mg/d) by weight, each rounded down to whole increments (mg), up to the child's ceiling: that of the age
 * group, and never above the ceiling per kg.
 */
export function childRegimen(wishes: Partial<Wishes>, situation: ChildSituation, increment: Quantity<'mg'>): Regimen {
  const { rules, age, weight } = situation;
  const timesDaily = wishes.timesDaily ?? rules.timesDaily.value;
  const roundDown = (value: number) =>
    quantity(tidy(Math.floor(tidy(value / increment.value)) * increment.value), 'mg/d');
  const start = wishes.start ? wishes.start.value * timesDaily : ofWeight(rules.start, weight).value;
  const step = ofWeight(rules.step, weight).value;
  const ofAge = age.value < rules.oldFrom.value ? rules.youngCeiling : rules.oldCeiling;
  const highest = Math.min(ofAge.value, ofWeight(rules.ceilingPerKilogram, weight).value);
  const exact: number[] = [];
  for (let dose = start; dose < highest; dose += step) exact.push(dose);
  const rungs = [...exact, highest]
    .map((dose) => ({ dailyDose: roundDown(dose), timesDaily }))
    .filter(({ dailyDose }, index, all) => dailyDose.value > (all[index - 1]?.dailyDose.value ?? 0));
  const target = Math.max(roundDown(ofWeight(rules.target, weight).value).value, roundDown(start).value);
  const ceiling = roundDown(highest);
  const line = (label: string, dose: Cited<'mg/kg/d'>) => ({
    label,
    formula: 'dose per kg x weight, rounded down to the increment',
    inputs: { 'dose per kg': plain(dose), weight, unrounded: ofWeight(dose, weight), increment },
    result: roundDown(ofWeight(dose, weight).value),
    citations: cite(dose),
  });
  return {
    rungs,
    interval: quantity(wishes.interval?.value ?? rules.interval.value, 'd'),
    target: quantity(Math.min(target, ceiling.value), 'mg/d'),
    ceiling,
    doseCeiling: quantity(ceiling.value, 'mg'),
    decidedBy: { start: 'child', step: 'child', interval: 'child', ceiling: 'child' },
    citations: {
      rungs: cite(rules.start, rules.step),
      interval: cite(rules.interval),
      ceiling: cite(ofAge, rules.ceilingPerKilogram),
    },
    working: [
      line('Daily dose of a child at the start', rules.start),
      line('Increase at each step', rules.step),
      line('Lower end of the maintenance dose', rules.target),
      line('Ceiling by weight', rules.ceilingPerKilogram),
      {
        label: 'Ceiling',
        formula: 'the lower of the ceilings by age and by weight, rounded down to the increment',
        inputs: { 'by age': plain(ofAge), 'by weight': ofWeight(rules.ceilingPerKilogram, weight), increment },
        result: ceiling,
        citations: cite(ofAge, rules.ceilingPerKilogram),
      },
    ],
  };
}
