import { main } from '../../src/cli/main.js';
import { save } from '../../src/cli/save.js';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** A terminal of 80 columns without colour, on a fixed day. */
export const surroundings = { colour: false, columns: 80, unicode: true, today: () => '2026-12-01', save };

/** Runs a command line in memory, as `baclofen` would in a terminal of 80 columns without colour. */
export function run(argv: readonly string[], columns = 80, unicode = true): Ran {
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
