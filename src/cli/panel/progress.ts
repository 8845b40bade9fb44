import { formatNumber } from '../../report/number.js';
import type { Shell } from '../shell.js';

/** Tells of rows that pass where somebody sits at the terminal, twice a second and on one line. */
export interface Progress {
  readonly rows: (more: number) => void;
  readonly end: () => void;
}

const often = 500;

/** @param share the part of the cohort that is read, 0 to 1, where that is known. */
export function progressOn(shell: Shell, share: () => number | undefined, now = () => performance.now()): Progress {
  if (shell.errColumns() === undefined) return { rows: () => {}, end: () => {} };
  const begun = now();
  let rows = 0;
  let told = begun;
  return {
    rows: (more) => {
      rows += more;
      if (now() - told < often) return;
      told = now();
      const rate = (rows / (told - begun)) * 1000;
      const part = share();
      const left = part ? `, ${formatNumber(((told - begun) / 1000) * (1 / part - 1), 0)} s left` : '';
      shell.err(`\r${formatNumber(rows)} rows, ${formatNumber(rate, 0)} rows/s${left}\u001b[K`);
    },
    end: () => {
      if (told !== begun) shell.err('\r\u001b[K');
    },
  };
}
