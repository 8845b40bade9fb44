import { tidy } from '../../core/values/quantity.js';

/** Binary tails are no differences: the edge of `core/values/thresholds` in numbers. */
const tail = 1e-9;

/** Strictly below an edge, and not on it. */
export function below(term: string, edge: number): string {
  return `${term} < ${literal(tidy(edge * (1 - tail)))}`;
}

/** On an edge or above it. */
export function atLeast(term: string, edge: number): string {
  return `${term} >= ${literal(tidy(edge * (1 - tail)))}`;
}

/** Strictly above another term, and not on it. */
export function above(term: string, limit: string): string {
  return `${term} * ${literal(1 - tail)} > ${limit}`;
}

/** A number as every dialect reads it: no exponent. */
export function literal(value: number): string {
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(12) : String(value);
}

export function lines(indent: number, ...texts: readonly string[]): string {
  return texts.map((text) => `${' '.repeat(indent)}${text}`).join('\n');
}

/** CASE WHEN … THEN … END; the first that holds. */
export function when(cases: readonly (readonly [condition: string, value: string])[], otherwise?: string): string {
  const rest = otherwise === undefined ? [] : [`         ELSE ${otherwise}`];
  return [
    'CASE',
    ...cases.map(([condition, value]) => `         WHEN ${condition} THEN ${value}`),
    ...rest,
    '       END',
  ].join('\n');
}
