import type { Difference, Saying, Statement, Topic } from '../core/monograph/types.js';
import { citedSources } from './citations.js';
import { type Block, detail, list, paragraph, type Report, section, type Table, type Text, text } from './report.js';
import { elsewhere } from './wording/monograph.js';

/** The topics with one line each. */
export function presentTopics(topics: readonly Topic[]): Report {
  return {
    title: 'Baclofen monograph, topics: baclofen monograph TOPIC, all of it with --full',
    blocks: [list(topics.map(({ id, summary }) => text(`${id}: ${summary}`)))],
    brief: {},
  };
}

/** A topic: warnings, what is acted on, what texts say differently, and the details. */
export function presentTopic(topic: Topic): Report {
  const { id, lines } = topic;
  const statements = (weight: Statement['weight']) =>
    lines.flatMap((line) => (line.kind === 'statement' && line.weight === weight ? [said(line)] : []));
  const differences = (weight: Difference['weight']) =>
    lines.filter((line) => line.kind === 'disagreement').filter((line) => line.weight === weight);
  return {
    title: `Baclofen monograph: ${id.replaceAll('-', ' ')}`,
    blocks: [
      ...warnings(statements('warning')),
      ...listOf([...statements('answer'), ...differences('answer').map(sidesInALine)]),
      ...detail([
        ...differenceTable(differences('detail')),
        ...section('Details', statements('detail')),
        ...(elsewhere[id] ? [paragraph(elsewhere[id])] : []),
      ]),
    ],
    brief: { rest: rest(topic) },
  };
}

/** The sources of what is shown in brief, by their ids, how much was left out, and where more is said. */
function rest({ id, lines }: Topic): string {
  const shown = lines.filter(({ weight }) => weight !== 'detail');
  const left = lines.length - shown.length;
  return [
    `Sources: ${citedSources(shown).join(', ')}.`,
    left > 0 && `${left} more ${left === 1 ? 'line' : 'lines'}: baclofen monograph ${id} --full.`,
    elsewhere[id],
  ]
    .filter(Boolean)
    .join(' ');
}

function said({ text: words, whose, citations }: Saying): Text {
  return text(`${words} (${whose})`, citations);
}

function warnings(items: readonly Text[]): Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'notices', items: items.map((item) => ({ ...item, severity: 'warning' as const })) }];
}

function listOf(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [list(items)];
}

function sidesInALine({ about, sides }: Difference): Text {
  return text(
    `${about}, sources differ: ${sides.map((side) => said(side).text).join('; ')}.`,
    sides.flatMap(({ citations }) => citations),
  );
}

function differenceTable(differences: readonly Difference[]): Block[] {
  if (differences.length === 0) return [];
  const table: Table = {
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
  return [{ kind: 'heading', text: 'Sources differ' }, table];
}
