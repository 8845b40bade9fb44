import type { Described } from '../describe.js';

/** A place where words are completed: behind a command, or behind one of its flags. */
export interface Place {
  /** The command; empty where it is still to be typed. */
  readonly command: string;
  /** The flag whose value is next; empty for everything else behind the command. */
  readonly flag: string;
  readonly words: readonly Word[];
  /** Whether the name of a file may stand there. */
  readonly files?: boolean;
}

interface Word {
  readonly word: string;
  readonly description: string;
}

/** Every place in a command line and the words that may stand there. */
export function places(commands: readonly Described[]): Place[] {
  const names = commands.map(({ name, summary }) => ({ word: name, description: summary }));
  const help = { word: 'help', description: 'show the help of a command' };
  const top = ['--help', '--version'].map((word) => ({ word, description: '' }));
  return [
    { command: '', flag: '', words: [...names, help, ...top] },
    { command: 'help', flag: '', words: names },
    ...commands.flatMap(placesOf),
  ];
}

function placesOf({ name, argument, flags }: Described): Place[] {
  const plain = (values: readonly string[]) => values.map((word) => ({ word, description: '' }));
  return [
    {
      command: name,
      flag: '',
      files: argument?.name === 'file',
      words: [
        ...plain(argument?.values ?? []),
        ...flags.map(({ long, description }) => ({ word: long, description })),
        { word: '--help', description: 'show this help' },
      ],
    },
    ...flags
      // Behind a value that may be left out, the next flag can stand as well.
      .filter(({ takes }) => takes.startsWith('<'))
      .map(({ long, takes, values }) => ({
        command: name,
        flag: long,
        files: takes === '<file>',
        words: plain(values),
      })),
  ];
}
