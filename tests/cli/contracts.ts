import { answerOf, type CalculationName, calculationNames } from '../../src/calculations.js';

/** The schema of what each command prints with --json. */
export const contract = Object.fromEntries(calculationNames.map((name) => [name, answerOf(name)])) as Record<
  CalculationName,
  ReturnType<typeof answerOf>
>;
