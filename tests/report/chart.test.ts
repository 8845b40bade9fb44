import { describe, expect, it } from 'vitest';
import { chartLines, chartTable } from '../../src/report/render/chart.js';
import type { Chart } from '../../src/report/report.js';

const chart: Chart = {
  kind: 'chart',
  axis: 'hour',
  measure: 'Level',
  points: [0, 0.1, 0.2, 0.3, 0.4, 0.05, 0.4, 0.4].map((value, index) => ({
    label: `h${index}`,
    value,
    marked: index === 1,
  })),
  labelEvery: 4,
  mark: 'a dose',
};

describe('a chart', () => {
  it('stands on zero, a row for each eighth of the top', () => {
    expect(chartLines(chart, true)).toEqual([
      'Level, by hour (^ a dose)',
      '0.4 |     # ##',
      '    |     # ##',
      '    |    ## ##',
      '    |    ## ##',
      '0.2 |   ### ##',
      '    |   ### ##',
      '    |  #### ##',
      '    |  #######',
      '  0 +---------',
      '      h0  h4',
      '       ^',
    ]);
  });

  it('is ASCII on request and only then', () => {
    const uneven = { ...chart, points: chart.points.map((point) => ({ ...point, value: point.value * 0.97 })) };
    expect(chartLines(uneven, true).join('')).toMatch(/^[\x20-\x7e]*$/);
    expect(chartLines(uneven).join('')).toMatch(/[\u2581-\u2588]/);
  });

  it('shows every level above zero', () => {
    const points = [
      { label: '', value: 1, marked: false },
      { label: '', value: 0.0001, marked: false },
    ];
    expect(chartLines({ ...chart, points }, true)[8]).toBe('    | #.');
  });

  it('is a table where there are no pictures', () => {
    expect(chartTable(chart)).toMatchObject({ head: ['hour', 'Level'], rows: { length: 8 } });
  });
});
