import { tidy } from '../../core/values/quantity.js';
import type { Chart } from '../report.js';

/** The next number up with one significant digit, so that the axis reads well. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return tidy(Math.ceil(tidy(value / step)) * step);
}

/** The labels of an axis on one line, each begun below its point. */
export function axisLabels(points: Chart['points'], every: number): string {
  const line = Array.from({ length: points.length }, () => ' ');
  points.forEach(({ label }, index) => {
    if (index % every === 0) line.splice(index, label.length, ...label);
  });
  return line.join('').trimEnd();
}
