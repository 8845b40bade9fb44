import { Chalk } from 'chalk';
import type { Paints } from './paint.js';

// The level is given: what the terminal can show has been judged before.
const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has, so that its own theme decides on light and dark. */
export const colours: Paints = {
  strong: chalk.bold,
  faint: chalk.dim,
  severity: { warning: chalk.red.bold, caution: chalk.yellow, info: chalk.reset },
};
