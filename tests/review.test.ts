import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { loadParameters } from '../src/parameters/load.js';

const root = new URL('../', import.meta.url);
const script = fileURLToPath(new URL('scripts/review.mjs', root));

function page(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], { encoding: 'utf8' });
  return { status, stderr, text: stdout, page: parseHTML(stdout).document };
}

const chosen: { path: string; harm: string; words?: string }[] = JSON.parse(
  readFileSync(new URL('safety/review.json', root), 'utf8'),
);

describe('the page of npm run review', () => {
  const { page: shown, text } = page();

  it('has the 60 values that can harm most, each with number, place and three boxes', () => {
    const rows = [...shown.querySelectorAll('.harm tr')].slice(1).map((row) => [...row.querySelectorAll('td')]);
    expect(rows).toHaveLength(60);
    expect(new Set(chosen.map(({ path }) => path)).size).toBe(60);
    for (const [index, cells] of rows.entries()) {
      const [number, value, harm, source, note, boxes] = cells;
      expect(number?.textContent).toBe(String(index + 1));
      expect(value?.querySelector('b')?.textContent, chosen[index]?.path).toMatch(/^.*\d/);
      expect(value?.querySelector('small')?.textContent).toBe(chosen[index]?.path);
      expect(harm?.textContent).toBe(chosen[index]?.harm);
      expect(source?.textContent.length).toBeGreaterThan(15);
      expect(source?.querySelector('q')?.textContent).toBe(chosen[index]?.words);
      expect(note?.textContent.length).toBeGreaterThan(3);
      expect(boxes?.querySelectorAll('.box')).toHaveLength(3);
    }
  });

  it.each([
    ['titration.rules.us.dailyCeiling', '80 mg per day', 'should not exceed a maximum of 80 mg daily'],
    ['renal.bands.15-to-below-30.edges', '15 mL/min to below 30 mL/min', 'Judgement'],
    ['renal.bands.30-to-below-50.action.keep', '1/2', 'Abstract, results'],
    ['newborn.courses.a.phases', 'day 1 to 4: 0.1 mg per kg and day in 4; day 5: 0.09 mg', 'case report'],
    ['products.products.suspension-5.concentration', '5 mg/mL', '25 mg per 5 mL'],
  ])('says of %s: %s', (path, value, source) => {
    const row = [...shown.querySelectorAll('.harm tr')].find((each) => each.textContent.includes(path));
    expect(row?.querySelector('b')?.textContent).toContain(value);
    expect(row?.textContent).toContain(source);
  });

  it('quotes few words, and none for a judgement', () => {
    const quoted = [...shown.querySelectorAll('.harm td')].filter((cell) => cell.querySelector('q'));
    expect(quoted.length).toBeGreaterThan(20);
    for (const cell of quoted) {
      expect(cell.textContent).not.toContain('Judgement');
      expect(cell.querySelector('q')?.textContent.split(' ').length).toBeLessThanOrEqual(14);
    }
  });

  it('has every judgement with its reason, and a place to sign', () => {
    const reasons: string[] = [];
    JSON.stringify(loadParameters(), (_, value) => {
      if (value?.source === 'judgement' && value.checked) reasons.push(value.note);
      return value;
    });
    const items = [...shown.querySelectorAll('li')].map((item) => item.textContent);
    for (const reason of reasons) expect(items.some((item) => item.includes(reason))).toBe(true);
    expect(shown.querySelector('.sign')?.textContent).toContain('Signature');
  });

  it('says that all is new where there is no release, and refuses a day that is none', () => {
    const { status, stderr } = page('--until', '2026-13');
    expect([status, stderr]).toEqual([3, 'the day is "2026-13"; it has to be YYYY-MM-DD\n']);
    expect(text).toMatch(/No release is tagged: every value is new|Since .*: \d+ values/);
  });

  it('ends quietly where the reader has seen enough', () => {
    const line = `set -o pipefail; '${process.execPath}' '${script}' | head -n 1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('<!doctype html>\n');
    expect(status).toBe(0);
  });
});
