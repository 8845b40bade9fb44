import { catalogue, loadRuns } from '../../src/cli/catalogue.js';
import { main } from '../../src/cli/main.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { plain } from '../../src/report/render/paint.js';

/** Everything loaded, and the data proven in full. */
export const world = { runs: await loadRuns(catalogue.map(({ name }) => name)), load: loadParameters };

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs a command line in memory, as `baclofen` would in a terminal of 80 columns without colour. */
export function run(argv: readonly string[], columns = 80): Ran {
  return runWith(argv, world.load, columns);
}

/** As `run`, with data of one's own. */
export function runWith(argv: readonly string[], load: () => Parameters, columns = 80): Ran {
  let out = '';
  let err = '';
  const shell = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    paints: plain,
    columns,
    ascii: false,
    errColumns: () => undefined,
  };
  return { code: main(argv, shell, { ...world, load }), out, err };
}

/** Splits a command line as a shell would, single and double quotes included; the first word is `baclofen`. */
export function argvOf(line: string): string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  return words.slice(1);
}
