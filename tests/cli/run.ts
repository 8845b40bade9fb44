import { main } from '../../src/cli/main.js';
import { read } from '../../src/cli/read-file.js';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/**
 * Runs a command line in memory, as `baclofen` would in a terminal of 80 columns without colour, on 1 December 2026.
 * Files are read from the repository, unless their texts are given by name.
 */
export function run(argv: readonly string[], columns = 80, files?: Readonly<Record<string, string>>): Ran {
  let out = '';
  let err = '';
  const code = main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    columns,
    today: () => '2026-12-01',
    read: (path) => files?.[path] ?? (path === '-' ? '' : read(path)),
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
