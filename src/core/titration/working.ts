import type { CalculationStep } from '../answer/outcome.js';
import { smallestDose } from '../doses/product.js';
import { type Quantity, quantity, type Unit } from '../values/quantity.js';
import type { Ladder, Part, Parts } from './types.js';

const labels: Readonly<Record<keyof Parts, string>> = {
  first: 'First daily dose',
  step: 'Increase of the daily dose at each step',
  interval: 'Days between steps',
  ceiling: 'Ceiling',
  largestDose: 'Largest dose',
  target: 'Where the plan ends by default',
};

/** The parts of a regimen with the rule that decided each, and the levels that they make of the products. */
export function regimenWorking({ regimen, levels, products }: Ladder): CalculationStep[] {
  const { first, step, interval, ceiling, largestDose, target } = regimen;
  const parts: Parts = { first, step, interval, ceiling, largestDose, target };
  const lines = (Object.keys(labels) as (keyof Parts)[]).map((name) => lineOf(labels[name], parts[name]));
  return [
    ...lines,
    {
      label: 'Levels',
      formula: 'the level before + the increase, rounded down to what can be made',
      inputs: {
        first: first.value,
        increase: step.value,
        ceiling: ceiling.value,
        'smallest dose': smallestDose(products),
      },
      result: `${levels.map(({ dailyDose }) => dailyDose.value).join(', ')} mg per day`,
      citations: [],
    },
  ];
}

function lineOf(label: string, { value, by, how, citations }: Part<Unit>): CalculationStep {
  const result: Quantity<Unit> = quantity(value.value, value.unit);
  return {
    label,
    formula: how?.formula ?? 'the most cautious of the rules that apply',
    inputs: { ...how?.inputs, 'decided by': by },
    result,
    citations,
  };
}
