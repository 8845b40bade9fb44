import type { Disagreement, Statement } from '../core/values/citation.js';
import type { AnswerContext } from './answer.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph } from './report.js';
import { shortName } from './source.js';

/** How many names one line has room for. */
const most = 3;

/** In one line, who says otherwise and what the most cautious of them says; nothing where nobody does. */
export function othersLine(
  alternatives: readonly Disagreement[],
  statements: readonly Statement[],
  context: Pick<AnswerContext, 'sources'>,
): Block[] {
  const said = [
    ...statements.flatMap(({ brief }) => brief ?? []),
    ...alternatives.flatMap((each) => mostCautious(each, context)),
  ].slice(0, most);
  return said.length === 0 ? [] : [paragraph(`Others: ${said.join('; ')}.`)];
}

/** "days between steps 7 days (Scotland)": the slowest pace, the lowest of anything else; none where ours is that. */
function mostCautious({ part, adopted, others }: Disagreement, context: Pick<AnswerContext, 'sources'>): string[] {
  const slower = adopted.unit === 'd';
  const cautious = others.filter(({ value }) => (slower ? value.value > adopted.value : value.value < adopted.value));
  const [first] = [...cautious].sort((a, b) =>
    slower ? b.value.value - a.value.value : a.value.value - b.value.value,
  );
  if (first === undefined) return [];
  const who = first.citations.map(({ source }) => shortName(source, context.sources));
  return [`${part.toLowerCase()} ${formatQuantity(first.value)} (${[...new Set(who)].join(', ')})`];
}
