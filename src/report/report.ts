import type { Severity } from '../core/answer/notice.js';
import type { Citation } from '../core/values/citation.js';

/** Words, and the sources they stand on. */
export interface Text {
  readonly text: string;
  readonly citations?: readonly Citation[];
  /** A line to copy, which no row breaks. */
  readonly whole?: true;
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** Cells may hold several lines. */
  readonly rows: readonly (readonly Text[])[];
  /** In its place where an answer has no row to spare: nothing that is acted on is missing. */
  readonly short?: Pick<Table, 'head' | 'rows'>;
}

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  readonly marked: boolean;
  /** Between which values it may lie: with these the values are drawn as a line in a band. */
  readonly range?: readonly [lowest: number, highest: number];
}

/** Values over equal steps as columns that stand on zero; the marked ones carry a sign below the axis. */
export interface Chart {
  readonly kind: 'chart';
  /** What stands along the axis and what upward, as a table would head them. */
  readonly axis: string;
  readonly measure: string;
  readonly points: readonly ChartPoint[];
  /** Every so many points the axis carries a label. */
  readonly labelEvery: number;
  /** What the sign below the axis means. */
  readonly mark: string;
  /** What the band means, where there is one. */
  readonly band?: string;
}

/** How much a block weighs: `answer` is what a clinician acts on, `detail` is what it stands on. */
export type Weight = 'answer' | 'detail';

export type Block = Content & {
  /** An answer where nothing is said. */
  readonly weight?: Weight;
  /** Left out where an answer has no row to spare: a paragraph says the same in fewer words. */
  readonly spared?: true;
};

type Content =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: Text;
      /** In its place where an answer has no row to spare; '' leaves it out. */
      readonly short?: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'notices'; readonly items: readonly (Text & { readonly severity: Severity })[] }
  | { readonly kind: 'figure'; readonly lines: readonly string[] }
  | Chart
  | Table;

/** An answer made of blocks: every command makes one, every renderer prints any. */
export interface Report {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** How its brief form ends, if at all, where each line says itself whose it is and no warning needs a name. */
  readonly brief?: { readonly rest?: string };
}

export function text(words: string, citations: readonly Citation[] = []): Text {
  return { text: words, citations };
}

export function heading(words: string): Block {
  return { kind: 'heading', text: words };
}

/** A paragraph that has fewer words where an answer has no row to spare. */
export function inShort(words: string, short: string, citations: readonly Citation[] = []): Block {
  return { kind: 'paragraph', text: text(words, citations), short };
}

export function paragraph(words: string, citations: readonly Citation[] = []): Block {
  return { kind: 'paragraph', text: text(words, citations) };
}

/** A line to type, after what it is for. */
export function typeLine(lead: 'Type' | 'Next' | 'First down', line: string): Block {
  return { kind: 'paragraph', text: { text: `${lead}: ${line}`, whole: true } };
}

export function list(items: readonly Text[]): Block {
  return { kind: 'list', items };
}

/** A block that is left out where an answer has no row to spare, as the short words of a paragraph say the same. */
export function spared(block: Block): Block {
  return { ...block, spared: true };
}

/** Blocks that only a full answer shows. */
export function detail(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => ({ ...block, weight: 'detail' }));
}

/** A heading and a list, or nothing where the list is empty. */
export function section(title: string, items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'list', items }];
}

export function statementSection(
  title: string,
  statements: readonly { readonly text: string; readonly citations: readonly Citation[] }[],
): Block[] {
  return section(
    title,
    statements.map(({ text: words, citations }) => text(words, citations)),
  );
}
