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
  /** The colours of the page: by day first, then in the dark. */
  const palettes = [...html().matchAll(/:root \{([^}]*)\}/g)].map(([, rule = '']) =>
    Object.fromEntries([...rule.matchAll(/--(\w+): (#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [name, value])),
  );

  it('has the same colours by day and in the dark', () => {
    expect(palettes.map((each) => Object.keys(each))).toEqual([
      ['ink', 'soft', 'rule', 'shade', 'paper'],
      ['ink', 'soft', 'rule', 'shade', 'paper'],
    ]);
    expect(html()).toContain('@media screen and (prefers-color-scheme: dark)');
  });

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
    for (const colours of palettes) {
      expect(contrast(colours[front] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(least);
    }
  });

  it('sets no colour but those', () => {
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html()) ?? [];
    // At the foot of a printed page no variable holds: the ink is written out.
    for (const [, value = ''] of style
      .replaceAll('color: #111111;', '')
      .matchAll(/(?:color|background|fill|stroke|border): ([^;}]*)/g)) {
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
    // In the style sheet, where it stands at the foot of each page, every sign that could end it is a number.
    const [, foot = ''] = /@bottom-left \{ content: "(.*?)"; /.exec(html('--name', name)) ?? [];
    expect(foot).toMatch(/^(?:[A-Za-z0-9 _:.,-]|\\[0-9a-f]+ )+$/);
    expect(foot.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))).toBe(
      name,
    );
  });

  it('has the name and the number of the page on every printed page', () => {
    const [, foot = ''] = /(@page [\s\S]*?\n\})/.exec(html('--name', 'Ann Lee')) ?? [];
    expect(foot).toContain('"Ann Lee"');
    expect(foot).toContain('"Page " counter(page) " of " counter(pages)');
    expect(html('--name', 'Ann Lee')).toContain('<title>Your baclofen plan: Ann Lee</title>');
    // Without a name a line to write it on.
    expect(html()).toContain('content: "Name: ____________________"');
  });

  it('has letters of 12 points, of 16 in large print, and a sheet of 10.5 on paper so that a usual plan is one page', () => {
    expect(html()).toMatch(/<html lang="en">/);
    expect(html('--large-print')).toMatch(/<html lang="en" class="large">/);
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html()) ?? [];
    expect(style).toContain('html { font-size: 12pt; }');
    expect(style).toContain('html.large { font-size: 16pt; }');
    // Nothing is smaller than the letters of the page.
    for (const [all, size] of style.matchAll(/font-size: ([\d.]+)r?em/g))
      expect(Number(size), all).toBeGreaterThanOrEqual(1);
    const points = [...style.matchAll(/font(?:-size)?: ([\d.]+)(?:pt|px)/g)].map(([, size]) => Number(size));
    expect(points.filter((size) => size < 12)).toEqual([10.5]);
    expect(style).toContain('@media print {\n  html:not(.large) .take-home { font-size: 10.5pt;');
  });

  it('draws the chart without a style sheet, as tools for mail and PDF do', () => {
    const { document } = parseHTML(html().replace(/<style>[\s\S]*<\/style>/, ''));
    const svg = document.querySelector('svg');
    expect([svg?.getAttribute('width'), svg?.getAttribute('height')]).toEqual(['440', '220']);
    const drawn = [...(svg?.querySelectorAll('line, polyline, polygon, text') ?? [])];
    expect(drawn.length).toBeGreaterThan(20);
    for (const each of drawn) {
      const [fill, stroke] = [each.getAttribute('fill'), each.getAttribute('stroke')];
      if (each.nodeName.toLowerCase() === 'text')
        expect([fill, Number(each.getAttribute('font-size')) >= 14]).toEqual(['#111111', true]);
      else if (each.nodeName.toLowerCase() === 'polygon') expect(fill).toBe('#eeeeee');
      else expect(stroke, each.outerHTML).toMatch(/^#/);
    }
    // A polyline is filled with black where nothing says that it is not.
    expect(document.querySelector('polyline')?.getAttribute('fill')).toBe('none');
  });

  // 60 mg per day over 14 days changes every two days: seven times, and the first day without.
  it('says each new dose in words, not by a frame alone', () => {
    const { document } = parseHTML(html());
    const framed = [...document.querySelectorAll('.calendar td.new')].map((cell) => cell.textContent ?? '');
    expect(framed).toHaveLength(8);
    expect(framed.slice(0, 7).every((text) => text.includes('New dose'))).toBe(true);
    expect(framed[7]).toContain('No more baclofen');
    expect(document.querySelectorAll('.calendar .change')).toHaveLength(7);
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
    expect([...(calendar?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent)[0]).toBe('Mon');
    // Three doses on days 1 to 10, two on days 11 and 12, one on days 13 and 14: 30 + 4 + 2.
    expect(calendar?.querySelectorAll('.box')).toHaveLength(36);
    expect(calendar?.querySelector('td')?.textContent).toContain('28 Dec 2026');
  });

  // 2 December 2026 is a Wednesday: two empty cells stand before it.
  it('puts day 1 under its weekday', () => {
    const { out } = run(['titrate', '--start', '5', '--start-date', '2026-12-02', '--format', 'html']);
    const first = [...parseHTML(out).document.querySelectorAll('.calendar tbody tr:first-child td')];
    expect(first.map((cell) => cell.querySelector('time')?.textContent?.slice(0, 9))).toEqual([
      undefined,
      undefined,
      'Wed 2 Dec',
      'Thu 3 Dec',
      'Fri 4 Dec',
      'Sat 5 Dec',
      'Sun 6 Dec',
    ]);
  });
});
