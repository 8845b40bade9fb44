import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

/** An import of one name, used so that nothing but its origin is wrong with it. */
const importing = (from: string) => `import { used } from '${from}';\n\nexport const kept = used;\n`;

const forbidden: Readonly<Record<string, readonly string[]>> = {
  'core/doses': [
    'zod',
    'chalk',
    'commander',
    'node:fs',
    'node:process',
    'fs',
    '../../report/report.js',
    '../../report/render/csv.js',
    '../../parameters/load.js',
    '../../cli/main.js',
    '../../index.js',
  ],
  report: [
    '../parameters/load.js',
    '../cli/main.js',
    '../cli/flags/number.js',
    '../index.js',
    'node:fs',
    'node:process',
    'node:fs/promises',
    'fs',
    'commander',
    'commander/esm.mjs',
    'zod',
    'zod/mini',
  ],
  contract: [
    '../report/report.js',
    '../cli/main.js',
    '../cli/flags/names.js',
    '../parameters/load.js',
    '../calculations.js',
    'commander',
    'chalk',
    'node:fs',
  ],
  'contract/fields': ['../shapes.js', '../../cli/main.js', 'zod/mini', 'zod', 'node:fs'],
  parameters: ['../report/report.js', '../report/render/csv.js', '../cli/main.js', 'commander', 'chalk', 'node:http'],
};

const allowed: Readonly<Record<string, readonly string[]>> = {
  'core/doses': ['./product.js', '../values/quantity.js'],
  report: ['./report.js', '../core/answer/outcome.js', 'chalk', 'cli-table3'],
  contract: ['./shapes.js', './fields/patient.js', '../core/answer/outcome.js', 'zod', 'zod/mini'],
  'contract/fields': ['./field.js', '../../core/values/quantity.js'],
  parameters: ['./cited.js', '../core/answer/outcome.js', 'zod', 'node:fs'],
  cli: [
    './shell.js',
    '../core/answer/outcome.js',
    '../report/report.js',
    '../parameters/load.js',
    'commander',
    'zod',
    'node:fs',
  ],
};

/** What core may not even name. */
const globals: Readonly<Record<string, string>> = {
  Date: 'export const now = Date.now();\n',
  'new Date': 'export const now = new Date();\n',
  process: 'export const where = process.cwd();\n',
  console: "console.log('5 mg');\n",
  globalThis: 'export const where = globalThis.process.cwd();\n',
};

/** Ways round a plain import. */
const otherImports: Readonly<Record<string, string>> = {
  'export from': "export { used } from 'zod';\n",
  'import type': "import type { Used } from '../../report/report.js';\n\nexport type Kept = Used;\n",
  'dynamic import': "export const later = import('node:fs');\n",
};

type Case = readonly [room: string, what: string, text: string];

const flat = (table: Readonly<Record<string, readonly string[]>>): Case[] =>
  Object.entries(table).flatMap(([room, origins]) => origins.map((from): Case => [room, from, importing(from)]));

const broken: readonly Case[] = [
  ...flat(forbidden),
  ...Object.entries({ ...globals, ...otherImports }).map(([what, text]): Case => ['core/doses', what, text]),
  // The rooms are held one folder deeper as well.
  ['report/render', '../../parameters/load.js', importing('../../parameters/load.js')],
  ['report/render', '../../cli/main.js', importing('../../cli/main.js')],
];

/** Two files that need each other, if only for a type. */
const circle: readonly Case[] = [
  [
    'core/answer',
    'type',
    "import type { Other } from '../doses/circle.js';\n\nexport interface One {\n  readonly other: Other;\n}\n",
  ],
  [
    'core/doses',
    'type',
    "import type { One } from '../answer/circle.js';\n\nexport interface Other {\n  readonly one: One;\n}\n",
  ],
];

/** The folders of core, from the ground up: a floor imports itself and what lies below. */
const floors = [
  'values',
  'patient',
  'answer',
  'doses',
  'renal-function',
  'interactions',
  'milk',
  'infant-dose',
  'newborn',
  'monograph',
  'levels',
  'intrathecal',
  'titration',
  'ceiling',
  'taper',
  'renal',
  'restart',
  'switch',
  'check',
  'panel',
];

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

const scratch = mkdtempSync(join(tmpdir(), 'baclofen-layers-'));
const found = new Map<string, string[]>();
let linted = 0;
const fileOf = (table: string, room: string, index: number) => `src/${room}/${table}-${index}.ts`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
}

/** Lints the scratch folder with the rules of this repository: the rules broken by each file. */
function lint(): void {
  let output: string;
  try {
    output = execFileSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: scratch,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { summary, diagnostics } = JSON.parse(output) as {
    summary: { unchanged: number };
    diagnostics: readonly Diagnostic[];
  };
  linted = summary.unchanged;
  for (const { category, severity, location } of diagnostics) {
    if (severity !== 'error') continue;
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    found.set(path, [...(found.get(path) ?? []), category]);
  }
}

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(scratch, 'biome.json'));
  for (const [index, [room, , text]] of broken.entries()) write(fileOf('broken', room, index), text);
  for (const [index, [room, , text]] of flat(allowed).entries()) write(fileOf('clean', room, index), text);
  for (const [room, , text] of circle) write(`src/${room}/circle.ts`, text);
  lint();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the linter keeps the rooms apart', () => {
  it('and reads every file, biome.json as well', () => {
    expect(linted).toBe(broken.length + flat(allowed).length + circle.length + 1);
  });

  it.each(broken.map(([room, what], index) => [room, what, index] as const))('%s may not: %s', (room, what, index) => {
    const rule = Object.hasOwn(globals, what) ? 'noRestrictedGlobals' : 'noRestrictedImports';
    const rules = found.get(fileOf('broken', room, index)) ?? [];
    expect(rules.filter((each) => each === `lint/style/${rule}`)).toHaveLength(1);
  });

  it.each(flat(allowed).map(([room, what], index) => [room, what, index] as const))('%s may: %s', (room, _, index) => {
    expect(found.get(fileOf('clean', room, index)) ?? []).toEqual([]);
  });
});

describe('core has floors', () => {
  const core = join(root, 'src/core');
  const imports = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(core, file), 'utf8').matchAll(/from '\.\.\/([^/']+)\//g)].map(([, to = '']) => ({
        file,
        from: dirname(file),
        to,
      })),
    );

  it('each of which is named', () => {
    expect(readdirSync(core).sort()).toEqual([...floors].sort());
  });

  it('and none imports a higher one', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(({ from, to }) => floors.indexOf(to) > floors.indexOf(from))).toEqual([]);
  });

  it('no two files import each other, not even for a type', () => {
    for (const [room] of circle) {
      expect(found.get(`src/${room}/circle.ts`) ?? []).toContain('lint/suspicious/noImportCycles');
    }
  });
});
