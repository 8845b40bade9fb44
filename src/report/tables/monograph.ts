import type { Line, Saying, Topic } from '../../core/monograph/types.js';
import { type TidyTable, tidyTable } from './table.js';

type Content = { readonly topic: Topic } | { readonly topics: readonly Pick<Topic, 'id' | 'summary'>[] };

/** A row a statement, or a row a side of a disagreement; without a topic, a row a topic. */
export function monographTable(content: Content): TidyTable {
  if ('topics' in content) {
    return tidyTable(
      ['topic', 'summary'],
      content.topics.map(({ id: topic, summary }) => ({ topic, summary })),
    );
  }
  const { id: topic, lines } = content.topic;
  const row = ({ text, whose, citations }: Saying, { weight, kind }: Line, about: string) => ({
    topic,
    kind,
    weight,
    about,
    text,
    whose,
    sources: citations.map(({ source }) => source).join(' '),
  });
  return tidyTable(
    ['topic', 'kind', 'weight', 'about', 'text', 'whose', 'sources'],
    lines.flatMap((line) =>
      line.kind === 'statement' ? [row(line, line, '')] : line.sides.map((side) => row(side, line, line.about)),
    ),
  );
}
