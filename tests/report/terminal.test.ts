import { describe, expect, it } from 'vitest';
import { colours } from '../../src/report/render/colours.js';
import { plain } from '../../src/report/render/paint.js';
import { renderTerminal } from '../../src/report/render/terminal.js';

const text = (words: string) => ({ text: words });

describe('a table in a terminal', () => {
  // Two spaces part the columns; the longest lines are 10, 12 and 14 long.
  const table = {
    kind: 'table' as const,
    head: ['Published,\nmg/kg/day', 'Volume\nmeasured, mL', 'How often'],
    rows: [
      ['0.1', '0.07', 'every 6 hours'],
      ['0.09', '0.06', 'every 12 hours'],
    ].map((row) => row.map(text)),
  };
  const lines = (columns: number, rows = table.rows) =>
    renderTerminal({ title: 'T', blocks: [{ ...table, rows }] }, 'F', { columns, paints: plain })
      .split('\n')
      .slice(2, -3);

  it('is as wide as its words, without lines between rows of one line', () => {
    expect(lines(80)).toEqual([
      'Published,  Volume        How often',
      'mg/kg/day   measured, mL',
      '----------  ------------  --------------',
      '0.1         0.07          every 6 hours',
      '0.09        0.06          every 12 hours',
    ]);
  });

  it('leaves no room unused in one column while another breaks its lines', () => {
    // 37 - 4 leaves 33. Widest first, 10, 11 and 12 would be left; "measured," needs 9, "12 hours" 8: 6 are over.
    expect(lines(37)).toEqual([
      'Published,  Volume     How often',
      'mg/kg/day   measured,',
      '            mL',
      '----------  ---------  --------------',
      '0.1         0.07       every 6 hours',
      '0.09        0.06       every 12 hours',
    ]);
  });

  it('gives way to words where it would be wider than the terminal', () => {
    // The longest words are 10, 9 and 8 ("12 hours"): 27 and the 4 between columns are 31.
    const words = renderTerminal({ title: 'T', blocks: [table] }, 'F', { columns: 30, paints: plain });
    expect(words).toBe(
      [
        'T',
        '',
        '- Published, mg/kg/day: 0.1;',
        '  Volume measured, mL: 0.07;',
        '  How often: every 6 hours',
        '- Published, mg/kg/day:',
        '  0.09; Volume measured, mL:',
        '  0.06; How often: every',
        '  12 hours',
        '',
        'F',
        '',
      ].join('\n'),
    );
  });

  it('parts rows by an empty line where one of them has two', () => {
    const rows = [...table.rows, ['0', 'none\nleft', ''].map(text)];
    expect(lines(80, rows).slice(3)).toEqual([
      '0.1         0.07          every 6 hours',
      '',
      '0.09        0.06          every 12 hours',
      '',
      '0           none',
      '            left',
    ]);
  });
});

describe('notices in colour', () => {
  const shown = (severity: 'warning' | 'caution' | 'info') => {
    const notices = { kind: 'notices' as const, items: [{ severity, text: 'one: two.' }] };
    return renderTerminal({ title: 'T', blocks: [notices] }, 'F', { columns: 80, paints: colours }).split('\n')[2];
  };

  it('has no colour that white or black hides', () => {
    expect(shown('warning')).toBe('\u001b[31m\u001b[1mWARNING: one: two.\u001b[22m\u001b[39m');
    expect(shown('caution')).toBe('\u001b[1mCaution:\u001b[22m one: two.');
    expect(shown('info')).toBe('\u001b[0mNote: one: two.\u001b[0m');
  });
});
