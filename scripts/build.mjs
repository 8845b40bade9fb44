// Builds dist/: the library as ES modules with types, and the command line as a few CommonJS files, which start fastest.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { lighter } from './lighter.mjs';

const root = new URL('../', import.meta.url);
const data = new URL('data/', root);

rmSync(new URL('dist/', root), { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});

const bundle = await build({
  cwd: fileURLToPath(root),
  input: { baclofen: 'src/cli/start.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  plugins: [lighter],
  // Colours of cli-table3, which it does without: ours come from chalk.
  external: ['@colors/colors/safe'],
  transform: {
    target: 'node20',
    define: { 'import.meta.url': 'bundleUrl', PROVEN_DATA: JSON.stringify(await proveData()) },
  },
  output: {
    dir: 'dist/cli',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      // One file each, as every file costs half a millisecond, and every kilobyte that is not needed some microseconds.
      groups: [
        { name: 'answer', minShareCount: 6, priority: 2, test: isPartOfAnswers },
        { name: 'plan', minShareCount: 3, priority: 1, test: isPartOfPlans },
      ],
    },
    minifyInternalExports: false,
    banner: ({ isEntry }) => (isEntry ? "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" : ''),
    // Names stay as they are written, so that a stack can be read.
    minify: {
      compress: true,
      mangle: { toplevel: true, keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
});
writeFileSync(
  new URL('dist/cli/LICENSES.txt', root),
  licences(bundle.output.flatMap(({ moduleIds = [] }) => moduleIds)),
);

/** What most answers need and the list of commands does not. */
function isPartOfAnswers(id) {
  // zod proves what comes from files; the flags of a line are read without it.
  const parts =
    /node_modules\/(?!commander|zod)|src\/(core\/(?!values\/input-error)|contract\/fields\/|report\/(?!render\/(paint|flow))|cli\/(typed|flags\/(?!printable|names|options|read\.)|print|patient\/given))/;
  return parts.test(id);
}

/** What plans of doses need; answers about milk do without. */
function isPartOfPlans(id) {
  return (
    isPartOfAnswers(id) && !/flags\/milk|core\/(infant-dose|milk|newborn)|contract\/fields\/milk|typed\/dose/.test(id)
  );
}

/** Proves the data in full and keeps a copy of what was proven. @throws where a file is wrong. */
async function proveData() {
  const { loadParameters } = await import(new URL('dist/index.js', root));
  const { date, ...parts } = loadParameters();
  // In the order of the loader, so that a list of all values reads the same with proven data.
  const files = Object.keys(parts).map((name) => `${name}.json`);
  const copy = files.map((name) => `${readFileSync(new URL(name, data), 'utf8')}\0`).join('');
  writeFileSync(new URL('dist/proven.txt', root), copy);
  return { files, date };
}

/** The licences of the packages that the bundle contains. */
function licences(inputs) {
  const folders = inputs.map((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8'));
      const file = readdirSync(new URL(folder, root)).find((each) => /^licen[sc]e/i.test(each));
      if (file === undefined) throw new Error(`${folder} has no licence file`);
      return `${name} ${version}\n\n${readFileSync(new URL(`${folder}/${file}`, root), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
