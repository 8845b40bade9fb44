import { describe, expect, it } from 'vitest';
import { flowLines, widestWord } from '../../src/report/render/flow.js';

describe('line breaks', () => {
  it.each([
    ['take 60 mg per day now', ['take', '60 mg per day', 'now']],
    ['a pace of 10 mg per week', ['a pace of', '10 mg per week']],
    ['solution, 10 mg per 5 mL', ['solution,', '10 mg per 5 mL']],
    ['see us once per visit', ['see us once', 'per visit']],
  ])('never fall between a number and its unit: %s', (text, lines) => {
    expect(flowLines(text, 14)).toEqual(lines);
  });

  it('keep a line to type whole', () => {
    expect(flowLines('by steps: baclofen renal --crcl 25 --dialysis. Now', 37)).toEqual([
      'by steps:',
      'baclofen renal --crcl 25 --dialysis.',
      'Now',
    ]);
  });

  it('keep "below" with its number, where there is room for both', () => {
    expect(flowLines('50 to below 80', 11)).toEqual(['50 to', 'below 80']);
    expect(flowLines('below 60 mg per day', 7)).toEqual(['below', '60 mg', 'per day']);
  });

  it('count the whole unit as one word, so that no column is narrower', () => {
    expect(widestWord('of 60 mg per day')).toBe('60 mg per day'.length);
  });
});
