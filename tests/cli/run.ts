import { catalogue, loadRuns } from '../../src/cli/catalogue.js';
import { main } from '../../src/cli/main.js';
import { readPatientFile } from '../../src/cli/patient/read.js';
import { folder, type Parts, read, readParts } from '../../src/cli/read-file.js';
import { save, saveParts } from '../../src/cli/save.js';
import { views } from '../../src/cli/views.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { plain } from '../../src/report/render/paint.js';

/** Everything loaded, and the data proven in full. */
export const world = {
  runs: await loadRuns(catalogue.map(({ name }) => name)),
  load: loadParameters,
  readPatientFile,
  views,
};

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

function invented(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A terminal of 80 columns without colour, on 1 December 2026, in the repository. */
export const surroundings = {
  paints: plain,
  columns: 80,
  ascii: false,
  posix: true,
  errColumns: () => undefined,
  today: () => '2026-12-01',
  now: () => '2026-12-01T09:30:00Z',
  uuid: () => invented(0),
  save,
  saveParts,
  readParts,
  folder,
  read: (path: string) => (path === '-' ? '' : read(path)),
};

interface Around {
  readonly ascii?: boolean;
  /** Texts of files by name; others are read from the repository. */
  readonly files?: Readonly<Record<string, string>>;
  /** Bytes of files by name, as they come in parts. */
  readonly parts?: Readonly<Record<string, readonly Uint8Array[]>>;
  readonly load?: () => Parameters;
  /** Another day than that of the surroundings. */
  readonly today?: string;
  readonly now?: string;
}

/** Runs a command line in memory, as `baclofen` would in a terminal. */
export function run(argv: readonly string[], columns = 80, around: Around = {}): Ran {
  const {
    ascii = false,
    files = {},
    parts = {},
    load = world.load,
    today = surroundings.today(),
    now = surroundings.now(),
  } = around;
  let out = '';
  let err = '';
  let named = 0;
  const print = (text: string) => {
    out += text;
  };
  const shell = {
    out: print,
    page: print,
    outBytes: (bytes: Uint8Array) => print(Buffer.from(bytes).toString('utf8')),
    err: (text: string) => {
      err += text;
    },
    ...surroundings,
    columns,
    ascii,
    today: () => today,
    now: () => now,
    /** As names go: the first, the second. */
    uuid: () => {
      named += 1;
      return invented(named);
    },
    read: (path: string) => files[path] ?? surroundings.read(path),
    readParts: (path: string): Parts => {
      const [text, bytes] = [files[path], parts[path]];
      return bytes ? { parts: bytes } : text === undefined ? readParts(path) : { parts: [Buffer.from(text)] };
    },
  };
  return { code: main(argv, shell, { ...world, load }), out, err };
}

/** Splits a command line as a shell would, single and double quotes included; the first word is `baclofen`. */
export function argvOf(line: string): string[] {
  const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, single, double, one) => single ?? double ?? one),
  );
  return words.slice(1);
}
