import type { Citation } from '../core/values/citation.js';
import type { Block, Report, Text } from './report.js';
import type { PrintedSource } from './source.js';

/** Puts a source number behind every text that has one and lists the sources, in order of appearance, at the end. */
export function numberCitations(report: Report, sources: readonly PrintedSource[]): Report {
  const locators = new Map<string, Set<string>>();
  const numbered = ({ text, citations = [] }: Text): Text => {
    const numbers = citations.map(({ source, locator }) => {
      locators.set(source, (locators.get(source) ?? new Set()).add(locator));
      return [...locators.keys()].indexOf(source) + 1;
    });
    const marks = [...new Set(numbers)].map((number) => `[${number}]`).join('');
    return { text: marks === '' ? text : `${text} ${marks}` };
  };
  const blocks = report.blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'chart':
      case 'figure':
        return block;
      case 'paragraph':
        return { ...block, text: numbered(block.text) };
      case 'list':
        return { ...block, items: block.items.map(numbered) };
      case 'notices':
        return { ...block, items: block.items.map((item) => ({ ...item, ...numbered(item) })) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(numbered)) };
    }
  });
  const items = [...locators].map(([id, places], index) => ({
    text: `[${index + 1}] ${sourceLine(id, [...places], sources)}`,
  }));
  return {
    ...report,
    blocks: items.length === 0 ? blocks : [...blocks, { kind: 'heading', text: 'Sources' }, { kind: 'list', items }],
  };
}

function sourceLine(id: string, locators: readonly string[], sources: readonly PrintedSource[]): string {
  const source = sources.find((each) => each.id === id);
  if (source === undefined) throw new Error(`source ${id} is not in the data`);
  return `${id}: ${source.title}, ${source.version}. ${locators.join('; ')}.`;
}

/** The citations anywhere inside a value, once each source, in order of appearance. */
export function citedSources(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (isCitation(part)) found.add(part.source);
    for (const child of Object.values(part)) visit(child);
  };
  visit(value);
  return [...found];
}

function isCitation(part: object): part is Citation {
  return 'source' in part && 'locator' in part && typeof part.source === 'string';
}
