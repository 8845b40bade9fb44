import { Chalk } from 'chalk';
import type { Paints } from './paint.js';

// The level is given: what the terminal can show has been judged before.
const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has, so that its own theme decides on light and dark. */
export const colours: Paints = {
  strong: chalk.bold,
  faint: chalk.dim,
  // A caution has no colour of its own: yellow, the usual one, can hardly be read on white.
  severity: { warning: chalk.red.bold, caution: markInBold, info: chalk.reset },
};

function markInBold(text: string): string {
  return text.replace(/^[^:]*:/, (mark) => chalk.bold(mark));
}
