import type { Citation } from '../core/citation.js';
import type { Severity } from '../core/notice.js';

/** Words, and the sources they stand on. */
export interface Text {
  readonly text: string;
  readonly citations?: readonly Citation[];
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** Cells may hold several lines. */
  readonly rows: readonly (readonly Text[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'notices'; readonly items: readonly (Text & { readonly severity: Severity })[] }
  | { readonly kind: 'figure'; readonly lines: readonly string[] }
  | Table;

/** An answer made of blocks: every command makes one, every renderer prints any. */
export interface Report {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function text(words: string, citations: readonly Citation[] = []): Text {
  return { text: words, citations };
}

export function heading(words: string): Block {
  return { kind: 'heading', text: words };
}

export function paragraph(words: string, citations: readonly Citation[] = []): Block {
  return { kind: 'paragraph', text: text(words, citations) };
}

/** A heading and a list, or nothing where the list is empty. */
export function section(title: string, items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'list', items }];
}
