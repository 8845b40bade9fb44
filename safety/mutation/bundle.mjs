import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const stub = fileURLToPath(new URL('vitest.mjs', import.meta.url));

/** What looks at a core that runs in memory, the nearest first. */
const tests = [
  /^tests\/core\//,
  /^tests\/(worked-examples|differential)\//,
  /^tests\/transcripts/,
  /^tests\/cli\/check\//,
  /^tests\/cli\/(infant-dose|intrathecal|milk|newborn|override|switch)\.test/,
];
/** What takes as long as all the rest. */
const slow = /^tests\/core\/(properties|risks|titration\/laws|check\/plans)|^tests\/cli\/check\/tables/;

/** Writes a module whose `files` are the test files by name, each with what collects its tests. */
export async function bundleTests(file) {
  // That of the changed copy, in which Stryker starts its runners.
  const root = `${process.cwd()}/`;
  const under = (folder) =>
    readdirSync(folder, { recursive: true })
      .sort()
      .map((path) => `${folder}/${path}`);
  const all = under('tests').filter((path) => path.endsWith('.test.ts') && !slow.test(path));
  const entry = [
    "import { testsOf } from 'vitest';",
    // What core does while it is read belongs to no test.
    ...under('src/core').flatMap((path) => (path.endsWith('.ts') ? [`import './${path}';`] : [])),
    "import './src/parameters/load.js';",
    'export const files = new Map([',
    ...tests
      .flatMap((each) => all.filter((path) => each.test(path)))
      .map((path) => `['${path}', () => testsOf('${path}', () => import('./${path}'))],`),
    ']);',
  ].join('\n');
  await build({
    cwd: root,
    input: 'entry.js',
    platform: 'node',
    external: [/^node:/, /node_modules/],
    resolve: { alias: { vitest: stub } },
    logLevel: 'warn',
    plugins: [inMemory(`${root}entry.js`, entry), readOnce, { name: 'places', transform: placed }],
    output: { file, format: 'esm', codeSplitting: false },
  });
}

function inMemory(path, code) {
  return {
    name: 'in-memory',
    resolveId: (id) => (id === 'entry.js' ? path : undefined),
    load: (id) => (id === path ? code : undefined),
  };
}

/** Data are read and proven once for all test files: each for itself, they take longer than the tests. */
const once = '?once';
const readOnce = {
  name: 'read-once',
  async resolveId(id, importer) {
    if (!id.endsWith('/parameters/load.js') || importer?.endsWith(once)) return undefined;
    const { id: path } = await this.resolve(id, importer, { skipSelf: true });
    return `${path}${once}`;
  },
  load(id) {
    if (!id.endsWith(once)) return undefined;
    const from = `import { loadParameters as load } from '${id.slice(0, -once.length)}';`;
    return `${from}\nconst all = load();\nexport const loadParameters = (folder) => (folder ? load(folder) : all);\n`;
  },
};

/** In a bundle a module has no place of its own. */
function placed(code, id) {
  return code.replaceAll('import.meta.url', JSON.stringify(`${pathToFileURL(id)}`));
}
