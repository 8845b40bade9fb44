import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvReader } from '../../../src/cli/panel/csv.js';

const rowsOf = (...texts: string[]) => {
  const { rows } = csvReader(',');
  return [...texts.flatMap((text) => [...rows(text, false)]), ...rows('', true)];
};
const cells = (...texts: string[]) => rowsOf(...texts).map((row) => ('cells' in row ? row.cells : row.fault));

describe('rows of comma-separated text', () => {
  it.each([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quoted', '"a","b,c"\n', [['a', 'b,c']]],
    ['marks in marks', '"a ""b"""\n', [['a "b"']]],
    [
      'a line end in marks',
      '"a\r\nb",c\r\nd,e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['empty cells', ',,\n', [['', '', '']]],
    ['an empty cell in marks', '""\n', []],
    [
      'every line end',
      'a,1\rb,2\nc,3\r\nd,4',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
        ['d', '4'],
      ],
    ],
    ['a mark never closed', 'a,1\n"b,2\nc,3\n', [['a', '1'], 'a quotation mark that is not closed', ['c', '3']]],
  ])('%s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('are the same wherever the text is cut', () => {
    const sign = fc.constantFrom('a', ',', '"', '\n', '\r', 'b');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (signs, length) => {
        const text = signs.join('');
        const parts = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
        expect(rowsOf(...parts)).toEqual(rowsOf(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('of any cells come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 6 });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(cells(rows.map((each) => `${each.map(written).join(',')}\n`).join(''))).toEqual(rows);
      }),
    );
  });
});
