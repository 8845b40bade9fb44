import type { Severity } from '../../core/answer/notice.js';

type Paint = (text: string) => string;

/** How a terminal shows what matters; the words say the same without it. */
export interface Paints {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const asItIs: Paint = (text) => text;

/** No colour at all: into a pipe or a file, or where none is wanted. */
export const plain: Paints = {
  strong: asItIs,
  faint: asItIs,
  severity: { warning: asItIs, caution: asItIs, info: asItIs },
};
