import type { Block, Report, Table } from '../report.js';
import { severityNames } from '../wording/notices.js';
import { chartTable } from './chart.js';

/** A report to paste into a record: a line for each of its parts, which the record breaks as it likes. */
export function renderNote({ title, blocks }: Report, footer: string): string {
  return `${[title, ...blocks.flatMap(linesOf), footer].join('\n')}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.text}:`];
    case 'paragraph':
      return [block.text.text];
    case 'list':
      return block.items.map(({ text }) => `- ${text}`);
    case 'notices':
      return noticeLines(block.items);
    case 'chart':
      return [inOneLine(chartTable(block))];
    case 'figure':
      return [];
    case 'table':
      return [inOneLine(block)];
  }
}

/** A line for all warnings, and one for all cautions: twelve lines are to hold the whole answer. */
function noticeLines(items: Extract<Block, { kind: 'notices' }>['items']): string[] {
  const severities = [...new Set(items.map(({ severity }) => severity))];
  return severities.map((severity) =>
    items
      .filter((each) => each.severity === severity)
      .map(({ text }) => `${severityNames[severity]}: ${text}`)
      .join(' '),
  );
}

/** "Days 1 to 3: dose 5 mg three times daily, daily total 15 mg per day; days 4 to 6: ...". */
function inOneLine({ head, rows }: Table): string {
  const [first = '', ...names] = head.map((each) => each.replaceAll('\n', ' '));
  const byDay = first === 'Days';
  const line = rows
    .map(([key, ...cells]) => {
      const said = cells.flatMap(({ text }, index) => cellWords(names[index] ?? '', text.replaceAll('\n', ' / ')));
      const none = cells.every(({ text }) => ['', 'none'].includes(text));
      return `${byDay ? dayWords(key?.text ?? '') : (key?.text.replaceAll('\n', ' ') ?? '')}: ${none ? 'none' : said.join(', ')}`;
    })
    .join('; ');
  const all = byDay || first === '' ? line : `${first}: ${line}`;
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

/** "day 5 (Fri 4 Dec 2026)", "days 1 to 4", "from day 14". */
function dayWords(key: string): string {
  const [days = '', ...dates] = key.split('\n');
  const from = /^from (.*)$/.exec(days)?.[1];
  const words = from
    ? `from day ${from}`
    : /^[\d,]+$/.test(days)
      ? `day ${days}`
      : /^\d/.test(days)
        ? `days ${days}`
        : days;
  return dates.length === 0 ? words : `${words} (${dates.join(' ')})`;
}

/** "published 0.1 mg/kg/day" of a head that ends in its unit; how often speaks for itself, and an empty cell not at all. */
function cellWords(name: string, text: string): string[] {
  if (text === '') return [];
  if (name === 'How often') return [text];
  const [, what, unit] = /^(.*), (\S+\/\S+)$/.exec(name) ?? [];
  return [what && unit ? `${lower(what)} ${text} ${unit}` : `${lower(name)} ${text}`.trim()];
}

/** Authors keep their capital. */
function lower(name: string): string {
  const isName = /^(Kochak|Simon|Chevillard)\b/.test(name);
  return /^[A-Z][a-z]/.test(name) && !isName ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
