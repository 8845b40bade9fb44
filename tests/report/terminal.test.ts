import { describe, expect, it } from 'vitest';
import { colours } from '../../src/report/render/colours.js';
import { renderTerminal } from '../../src/report/render/terminal.js';

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
