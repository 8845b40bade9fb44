import { readChoice } from '../typed/word.js';
import { flag, type Given, switchFlag } from './flag.js';
import { checkFormats, type Format, formats, planFormats } from './format.js';
import { holdsControls } from './printable.js';

const group = 'Output';

/** The flags of every answer that can be printed in these formats. */
export function outputFlagsFor<const F extends Format>(possible: readonly F[]) {
  return {
    explain: switchFlag({ group, words: 'show the working: formula, numbers put in, result, source' }),
    full: switchFlag({
      group,
      main: true,
      words: 'all of it: what sources say, every assumption, the sources by number',
    }),
    format: flag<F>({
      takes: '<format>',
      group,
      main: true,
      words: `${possible.join(', ')} (default: ${possible[0]})`,
      values: possible,
      read: (text) => readChoice(text, possible),
    }),
    json: switchFlag({ group, words: 'the whole answer as JSON; the same as --format json' }),
    output: flag<string>({
      takes: '<file>',
      group,
      words: 'write the answer to a new file, whole or not at all',
      read: (path) => (path !== '' && !holdsControls(path) ? { ok: path } : { wrong: 'it takes the name of a file' }),
    }),
    force: switchFlag({ group, words: 'let --output write over an existing file' }),
    color: switchFlag({ group, words: 'no colour, also on a terminal', negated: true }),
    pager: switchFlag({ group, words: 'print what is long at once, without a pager', negated: true }),
    debug: switchFlag({ group, words: 'show the stack of a fault of our own', hidden: true }),
  };
}

export const outputFlags = outputFlagsFor(formats);

/** The same for a command that plans doses by the day. */
export const planOutputFlags = outputFlagsFor(planFormats);

/** The same for the check of an order. */
export const checkOutputFlags = outputFlagsFor(checkFormats);

/** The same for what is JSON and nothing else. */
export const jsonOutputFlags = outputFlagsFor(['json']);

/** For a command whose answer goes to the screen and nowhere else. */
export const screenFlags = { debug: outputFlags.debug };

type Printed = Omit<Given<typeof planOutputFlags>, 'format'>;

export type OutputFlags = { readonly [Name in keyof Printed]?: Printed[Name] | undefined } & {
  readonly format?: Format | undefined;
};
