import type { Described } from '../described.js';

/** A place in a command line where words are completed. */
export interface Place {
  /** The command; empty where it is still to be typed. */
  readonly command: string;
  /** What may stand there: a flag of the command, its argument, or the value of the flag named. */
  readonly of: 'flags' | 'argument' | `--${string}`;
  readonly words: readonly Word[];
  /** Whether the name of a file may stand there. */
  readonly files?: boolean;
  /** Whether the flag takes more than one value. */
  readonly more?: boolean;
}

export interface Word {
  readonly word: string;
  readonly description: string;
}

/** Every place in a command line and the words that may stand there. */
export function places(commands: readonly Described[]): Place[] {
  const names = commands.map(({ name, summary }) => ({ word: name, description: summary }));
  const help = { word: 'help', description: 'show the help of a command' };
  return [
    { command: '', of: 'flags', words: plain(['--help', '--version']) },
    { command: '', of: 'argument', words: [...names, help] },
    { command: 'help', of: 'argument', words: names },
    ...commands.flatMap(placesOf),
  ];
}

function placesOf({ name, argument, flags }: Described): Place[] {
  const words = flags.map(({ long, description }) => ({ word: long, description }));
  return [
    { command: name, of: 'flags', words: [...words, { word: '--help', description: 'show this help' }] },
    ...(argument
      ? [{ command: name, of: 'argument' as const, words: plain(argument.values), files: argument.name === 'file' }]
      : []),
    ...flags
      // Behind a value that may be left out, the next flag can stand as well.
      .filter(({ takes }) => takes.startsWith('<'))
      .map(({ long, takes, values }) => ({
        command: name,
        of: long as `--${string}`,
        words: plain(values),
        files: takes === '<file>',
        more: takes.endsWith('...>'),
      })),
  ];
}

function plain(words: readonly string[]): Word[] {
  return words.map((word) => ({ word, description: '' }));
}
