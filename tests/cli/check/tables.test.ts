import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argvOf } from '../run.js';
import { quickRun } from '../trouble.js';

interface Row {
  readonly flags: string;
  readonly why: string;
}

/** Orders as they are typed, one a line, with their source. */
function rowsOf(name: string): Row[] {
  const [, ...lines] = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [flags = '', why = ''] = line.split('\t');
    return { flags, why };
  });
}

function worstOf({ flags }: Row): string {
  const { code, out, err } = quickRun(argvOf(`baclofen check ${flags} --json`));
  if (out === '') return `input: ${err}`;
  const { outcome, plan, refusal } = JSON.parse(out);
  if (outcome === 'refusal') return `refused: ${refusal.code}`;
  const level = plan.findings[0]?.level ?? 'nothing';
  expect(code, flags).toBe(level === 'stop' ? 1 : 0);
  return level;
}

describe('everyday orders, from the ladders of the labels', () => {
  const rows = rowsOf('everyday.tsv');
  const found = rows.map((row) => ({ ...row, worst: worstOf(row) }));

  it('are not stopped', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(found.filter(({ worst }) => !['ask', 'note', 'nothing'].includes(worst))).toEqual([]);
  });

  it('are asked about in one of ten at most', () => {
    const asked = found.filter(({ worst }) => worst === 'ask');
    expect(asked.length).toBeLessThanOrEqual(rows.length / 10);
  });
});

describe('orders that went wrong in print, and their like', () => {
  const rows = rowsOf('wrong.tsv');
  const found = rows.map((row) => ({ ...row, worst: worstOf(row) }));

  it('are stopped', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(found.filter(({ worst }) => worst !== 'stop')).toEqual([]);
  });
});
