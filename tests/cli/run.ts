import { main } from '../../src/cli/main.js';
import { read } from '../../src/cli/read-file.js';
import { save } from '../../src/cli/save.js';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** A terminal of 80 columns without colour, on 1 December 2026, in the repository. */
export const surroundings = {
  colour: false,
  columns: 80,
  unicode: true,
  today: () => '2026-12-01',
  save,
  read: (path: string) => (path === '-' ? '' : read(path)),
};

interface World {
  readonly unicode?: boolean;
  /** Texts of files by name; others are read from the repository. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs a command line in memory, as `baclofen` would in a terminal. */
export function run(argv: readonly string[], columns = 80, { unicode = true, files = {} }: World = {}): Ran {
  let out = '';
  let err = '';
  const code = main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...surroundings,
    columns,
    unicode,
    read: (path) => files[path] ?? surroundings.read(path),
  });
  return { out, err, code };
}

/** Splits a command line as a shell would, single and double quotes included; the first word is `baclofen`. */
export function argvOf(line: string): string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  return words.slice(1);
}
