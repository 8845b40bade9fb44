import type { Paints } from '../report/render/paint.js';

/** The world that a command prints to. */
export interface Shell {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly paints: Paints;
  readonly columns: number;
  /** Whether the terminal shows no more than ASCII. */
  readonly ascii: boolean;
  /** How wide stderr is where that is a terminal: someone reads along, and lines are broken for them. */
  readonly errColumns: () => number | undefined;
}
