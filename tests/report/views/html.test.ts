import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';

const html = (...more: string[]) =>
  run(['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--format', 'html', ...more]).out;

/** WCAG 2.2: relative luminance of #rgb or #rrggbb, and the contrast of two colours. */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : (colour.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the page to print', () => {
  const colours = Object.fromEntries(
    [...html().matchAll(/--(\w+): (#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [name, value]),
  );

  it('has greys alone, so that greyscale loses nothing', () => {
    for (const colour of html().match(/#[0-9a-f]{3}(?:[0-9a-f]{3})?(?=[;\s])/g) ?? []) {
      expect(colour, colour).toMatch(/^#(..)\1\1$|^#(.)\2\2$/);
    }
    // Black on white is 21 by definition.
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  });

  it.each([
    ['ink', 'paper', 7],
    ['ink', 'shade', 7],
    ['soft', 'paper', 7],
    ['rule', 'paper', 3],
    ['rule', 'shade', 3],
  ])('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(least);
  });

  it('sets no colour but those', () => {
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html()) ?? [];
    for (const [, value = ''] of style.matchAll(/(?:color|background|fill|stroke|border): ([^;}]*)/g)) {
      if (/#|rgb|hsl/.test(value)) throw new Error(value);
    }
  });

  it('has no script, fetches nothing and is one document', () => {
    const { document } = parseHTML(html());
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, base, form')).toHaveLength(0);
    expect(html()).not.toMatch(/https?:|url\(|@import|\son\w+=|javascript:/);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en');
  });

  it('shows a hostile name as it is', () => {
    const name = `</title><script>alert(1)</script> "O'Neil" & <img src=x onerror=alert(1)>`;
    const { document } = parseHTML(html('--name', name));
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(document.querySelector('main p')?.textContent?.replaceAll('\u00a0', ' ')).toBe(`Name: ${name}`);
  });

  it('does not part a number from its unit, nor one from a half', () => {
    const { document } = parseHTML(html());
    for (const cell of document.querySelectorAll('td, li, p')) {
      expect(cell.textContent).not.toMatch(/\d (?:mg|mL|tablet)/);
      expect(cell.textContent).not.toMatch(/\d and a half/);
    }
  });

  // 28 December 2026 is a Monday: 15 days, 14 to tick and the first without a dose, in rows of seven.
  it('has a calendar with a box for each dose', () => {
    const { document } = parseHTML(html());
    const [, calendar] = document.querySelectorAll('table');
    expect(calendar?.querySelectorAll('tbody tr')).toHaveLength(3);
    expect([...(calendar?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent)[0]).toBe('Monday');
    // Three doses on days 1 to 10, two on days 11 and 12, one on days 13 and 14: 30 + 4 + 2.
    expect(calendar?.querySelectorAll('.box')).toHaveLength(36);
    expect(calendar?.querySelector('td')?.textContent).toContain('28 Dec 2026');
  });

  // 2 December 2026 is a Wednesday: two empty cells stand before it.
  it('puts day 1 under its weekday', () => {
    const { out } = run(['titrate', '--start', '5', '--start-date', '2026-12-02', '--format', 'html']);
    const first = [...parseHTML(out).document.querySelectorAll('.calendar tbody tr:first-child td')];
    expect(first.map((cell) => cell.textContent?.slice(0, 5).trim())).toEqual([
      '',
      '',
      '2 Dec',
      '3 Dec',
      '4 Dec',
      '5 Dec',
      '6 Dec',
    ]);
  });
});
