import type { Consequence, StatementHere } from '../core/titration/types.js';
import type { Disagreement } from '../core/values/citation.js';
import { formatQuantity } from './quantity.js';
import { type Block, section, text } from './report.js';

/** Values that sources disagree on and what they would change, and what other sources say. */
export function disagreementBlocks(
  alternatives: readonly Disagreement[],
  statements: readonly StatementHere[],
): Block[] {
  return section('Sources disagree', [
    ...alternatives.flatMap(({ part, adopted, reaches, citations, others }) => [
      text(
        `${part}: ${formatQuantity(adopted)} here${reaches ? `, ${formatQuantity(reaches.target)} on day ${reaches.day}` : ''}.`,
        citations,
      ),
      ...others.map(({ value, note, reachesOnDay, citations: theirs }) => {
        const then = reachesOnDay === undefined ? '' : `, on day ${reachesOnDay}`;
        return text(`${part}: ${formatQuantity(value)}${then}. ${note}`, theirs);
      }),
    ]),
    ...statements.map(({ text: words, here, citations }) =>
      text(here ? `${words} ${consequence(here)}` : words, citations),
    ),
  ]);
}

function consequence(here: Consequence): string {
  switch (here.kind) {
    case 'avoid':
      return 'It would give none; not followed.';
    case 'start':
      return `It would give ${formatQuantity(here.dailyDose)} to begin with; not followed.`;
  }
}
