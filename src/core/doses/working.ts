import type { CalculationStep } from '../answer/outcome.js';
import { type Product, productCitations } from './product.js';
import type { Administration, Step } from './schedule.js';

/** How a day is divided that has no equal doses, and which pieces of which products make each dose. */
export function doseWorking(steps: readonly Step[], products: readonly Product[]): CalculationStep[] {
  const uneven = steps.filter(({ doses }) => new Set(doses.map(({ dose }) => dose.value)).size > 1);
  const divisions = unique(uneven, ({ dailyDose }) => dailyDose.value).map(
    ({ dailyDose, doses }): CalculationStep => ({
      label: 'Division of the day',
      formula: 'as even as the products allow, larger doses at bedtime, then in the morning',
      inputs: { 'daily dose': dailyDose },
      result: doses.map(({ dose, time }) => `${dose.value} mg ${time}`).join(', '),
      citations: [],
    }),
  );
  const each = steps.flatMap(({ doses }) => doses);
  const made = unique(each, ({ dose }) => dose.value).map(
    ({ dose, make }: Administration): CalculationStep => ({
      label: 'Product',
      formula: 'the exact sum with the fewest pieces',
      inputs: { dose },
      result: make,
      citations: productCitations(products.filter(({ id }) => make.some(({ product }) => product === id))),
    }),
  );
  return [...divisions, ...made];
}

function unique<T>(all: readonly T[], key: (each: T) => number): T[] {
  return all.filter((each, index) => all.findIndex((other) => key(other) === key(each)) === index);
}
