import { describe, expect, it } from 'vitest';
import { chartLines, chartTable } from '../../src/report/render/chart.js';
import { chartSvg } from '../../src/report/render/chart-svg.js';
import type { Chart } from '../../src/report/report.js';

const chart: Chart = {
  kind: 'chart',
  axis: 'hour',
  measure: 'Level',
  points: [
    { label: '0', value: 0, marked: true, range: [0, 0] },
    { label: '1', value: 10, marked: false, range: [5, 10] },
    { label: '2', value: 5, marked: false, range: [5, 10] },
  ],
  labelEvery: 2,
  mark: 'a dose',
  band: 'the others',
};

describe('a chart with a band', () => {
  it('is a line without gaps, in front of the band', () => {
    expect(chartLines(chart, true)).toEqual([
      'Level, by hour',
      '10 |  #.',
      ...Array(4).fill('   |  ##'),
      ' 5 |  ##',
      ...Array(4).fill('   |  #'),
      ' 0 | #',
      '   +----',
      '     0 2',
      '     ^',
      '     ^ a dose, # level, . the others',
    ]);
  });

  it('is a table with both edges of the band', () => {
    const { head, rows } = chartTable(chart);
    expect(head).toEqual(['hour', 'Level', 'lowest of the band', 'highest of the band']);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['0', '0', '0', '0'],
      ['1', '10', '5', '10'],
      ['2', '5', '5', '10'],
    ]);
  });

  it('is a picture: the line, the band there and back, a mark and two labels', () => {
    const svg = chartSvg(chart);
    // From 56 to 704 in two steps of 324; 0 at 300 - 62 = 238, 10 at 16, 5 half way between, at 127.
    expect(svg).toContain('<polyline class="line" points="56,238 380,16 704,127"/>');
    expect(svg).toContain('points="56,238 380,16 704,16 704,127 380,127 56,238"/>');
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(svg.match(/class="tick"/g)).toHaveLength(2);
  });
});
