import type { AnswerContext } from './answer.js';
import { paragraph, type Report, text } from './report.js';

/** A saved answer beside the same computed today. */
export interface Explanation {
  readonly of: string;
  readonly saved: { readonly version: string; readonly data: string };
  readonly now: Pick<AnswerContext, 'version' | 'date'>;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
}

/** Whether anything changed, since when, and each value before and after. */
export function presentExplanation({ of, saved, now, changes }: Explanation): Report {
  const since = `Saved by baclofen ${saved.version} with data of ${saved.data}; computed again by baclofen ${now.version} with data of ${now.date}.`;
  const count = changes.length === 1 ? 'One value changed.' : `${changes.length} values changed.`;
  return {
    title: `A saved result of baclofen ${of}, computed again`,
    blocks: [
      paragraph(changes.length === 0 ? 'Nothing changed.' : count),
      paragraph(since),
      ...(changes.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['Value', 'Saved', 'Now'],
              rows: changes.map(({ path, before, after }) => [text(breakable(path)), shown(before), shown(after)]),
            },
          ]),
    ],
  };
}

/** A path may be longer than a line: it breaks behind its dots. */
function breakable(path: string): string {
  return path.replaceAll('.', '. ').replaceAll('[', ' [').trim();
}

/** What fits a cell; a whole plan does not. */
const longest = 120;

function shown(value: unknown): ReturnType<typeof text> {
  if (value === undefined) return text('absent');
  const words = typeof value === 'string' ? value : JSON.stringify(value).replaceAll(',', ', ');
  return text(typeof value === 'string' || words.length <= longest ? words : 'present; all of it with --json');
}
