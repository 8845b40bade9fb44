import { escapeHtml } from './escape.js';

/** A bar that lies: parts beside each other, each of a shade of its own, and what is said behind it. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly number[];
  readonly said: string;
}

const left = 150;
const longest = 280;
const right = 130;
const high = 30;
const thick = 20;

/** How dark each part is, from the first to the last. */
const shades = [0.15, 0.4, 0.7, 1] as const;

/** Bars below one another, the longest as long as there is room; its words are told to who does not see it. */
export function barsSvg(title: string, bars: readonly Bar[]): string {
  const totals = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const scale = longest / Math.max(1, ...totals);
  const rows = bars.map(({ label, parts, said }, row) => {
    const y = row * high;
    let x: number = left;
    const drawn = parts.map((part, index) => {
      const width = part * scale;
      const bar = `<rect x="${round(x)}" y="${y + 5}" width="${round(width)}" height="${thick}" fill="currentColor" stroke="currentColor" fill-opacity="${shadeAt(index)}"/>`;
      x += width;
      return part > 0 ? bar : '';
    });
    const words = `<text x="${left - 8}" y="${y + 20}" text-anchor="end">${escapeHtml(label)}</text>`;
    return `${words}${drawn.join('')}<text x="${round(x + 8)}" y="${y + 20}">${escapeHtml(said)}</text>`;
  });
  return svg(title, left + longest + right, bars.length * high, rows.join('\n'));
}

/** What each shade means. */
export function shadesSvg(title: string, words: readonly string[]): string {
  const keys = words.map((each, index) => {
    const y = index * 26;
    const box = `<rect x="${left}" y="${y + 3}" width="${thick}" height="${thick}" fill="currentColor" stroke="currentColor" fill-opacity="${shadeAt(index)}"/>`;
    return `${box}<text x="${left + thick + 8}" y="${y + 19}">${escapeHtml(each)}</text>`;
  });
  return svg(title, left + longest + right, words.length * 26 + 4, keys.join('\n'));
}

function shadeAt(index: number): number {
  return shades[index] ?? 1;
}

function svg(title: string, width: number, height: number, content: string): string {
  const open = `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" font-size="16">`;
  return `${open}\n${content}\n</svg>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
