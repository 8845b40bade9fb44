import type { Difference, Line, Saying, Statement, Topic, TopicId } from '../core/monograph/types.js';
import type { Citation } from '../core/values/citation.js';
import type { Presentation } from './answer.js';
import { type Block, paragraph, section, type Table, type Text, text } from './report.js';
import { elsewhere } from './wording/monograph.js';

/** The topics with one line each. */
export function presentTopics(topics: readonly Topic[]): Presentation {
  return {
    title: 'Baclofen monograph, topics: baclofen monograph TOPIC, all of it with --full',
    blocks: [{ kind: 'list', items: topics.map(({ id, summary }) => text(`${id}: ${summary}`)) }],
  };
}

/** All of a topic: warnings, what is acted on, what texts say differently, details. */
export function presentTopic({ id, lines }: Topic): Presentation {
  const statements = (weight: Statement['weight']) =>
    lines.filter(isStatement).filter((line) => line.weight === weight);
  const differences = lines.filter((line) => line.kind === 'disagreement');
  return {
    title: titleOf(id),
    blocks: [
      ...warningBlock(statements('warning').map((line) => text(said(line), line.citations))),
      ...listBlock(statements('answer').map((line) => text(said(line), line.citations))),
      ...(differences.length === 0 ? [] : [{ kind: 'heading' as const, text: 'Sources differ' }, tableOf(differences)]),
      ...section(
        'Details',
        statements('detail').map((line) => text(said(line), line.citations)),
      ),
      ...(elsewhere[id] ? [paragraph(elsewhere[id])] : []),
    ],
  };
}

/** What matters for action, with the ids of the sources and how much was left out. */
export function presentTopicBriefly({ id, lines }: Topic): Presentation {
  const shown = lines.filter(({ weight }) => weight !== 'detail');
  const marks = marksOf(shown);
  const line = (each: Line) =>
    each.kind === 'statement'
      ? text(`${said(each)}${marks.of(each.citations)}`)
      : text(
          `${each.about}, sources differ: ${each.sides.map((side) => `${said(side)}${marks.of(side.citations)}`).join('; ')}.`,
        );
  return {
    title: titleOf(id),
    blocks: [
      ...warningBlock(shown.filter(({ weight }) => weight === 'warning').map(line)),
      ...listBlock(shown.filter(({ weight }) => weight === 'answer').map(line)),
      paragraph([marks.listed, pointers(lines.length - shown.length, id)].filter((line) => line !== '').join('\n')),
    ],
  };
}

function titleOf(id: string): string {
  return `Baclofen monograph: ${id.replaceAll('-', ' ')}`;
}

/** How much was left out and how to get it, and where more is said; empty where there is neither. */
function pointers(left: number, id: TopicId): string {
  const more =
    left === 0 ? undefined : `${left} more ${left === 1 ? 'line' : 'lines'}: baclofen monograph ${id} --full.`;
  return [more, elsewhere[id]].filter(Boolean).join(' ');
}

function isStatement(line: Line): line is Statement {
  return line.kind === 'statement';
}

function said({ text: words, whose }: Saying): string {
  return `${words} (${whose})`;
}

function warningBlock(items: readonly Text[]): Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'notices', items: items.map((item) => ({ ...item, severity: 'warning' as const })) }];
}

function listBlock(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function tableOf(differences: readonly Difference[]): Table {
  return {
    kind: 'table',
    head: ['On', 'What is said', 'Whose text'],
    rows: differences.flatMap(({ about, sides }) =>
      sides.map(({ text: words, whose, citations }, index) => [
        text(index === 0 ? about : ''),
        text(words),
        text(whose, citations),
      ]),
    ),
  };
}

/** Numbers for the sources of some lines in order of appearance, and the list of their ids. */
function marksOf(lines: readonly Line[]) {
  const sayings = lines.flatMap((line): readonly Saying[] => (line.kind === 'statement' ? [line] : line.sides));
  const ids = [...new Set(sayings.flatMap(({ citations }) => citations.map(({ source }) => source)))];
  return {
    of: (citations: readonly Citation[]) => {
      const numbers = new Set(citations.map(({ source }) => ids.indexOf(source) + 1));
      return ` ${[...numbers].map((number) => `[${number}]`).join('')}`;
    },
    listed: `Sources: ${ids.map((id, index) => `${index + 1} ${id}`).join(', ')}.`,
  };
}
