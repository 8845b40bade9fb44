// Builds dist/: the library as ES modules with types, and the command line as a few CommonJS files, which start fastest.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { sbomOf } from './sbom.mjs';

const root = new URL('../', import.meta.url);
const data = new URL('data/', root);

rmSync(new URL('dist/', root), { recursive: true, force: true });
// The types by tsc, which also holds them; the modules without comments and spaces, a file for each of src/.
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
await build({
  cwd: fileURLToPath(root),
  input: { index: 'src/index.ts', 'parameters/seal': 'src/parameters/seal.ts' },
  external: [/^zod/, /^node:/],
  treeshake: false,
  logLevel: 'warn',
  transform: { target: 'node20' },
  output: {
    dir: 'dist',
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: 'src',
    minify: { compress: true, mangle: { toplevel: false }, codegen: { removeWhitespace: true } },
  },
});

writeDataModule();

const options = {
  cwd: fileURLToPath(root),
  input: { baclofen: 'src/cli/start.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  resolve: { alias: { 'string-width': fileURLToPath(new URL('string-width.cjs', import.meta.url)) } },
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
    minifyInternalExports: false,
    banner: ({ isEntry }) => (isEntry ? "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" : ''),
    // Names stay as they are written, so that a stack can be read.
    minify: {
      compress: true,
      mangle: { toplevel: true, keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
};
const bundle = await build({ ...options, output: { ...options.output, codeSplitting: await inOneFile(7) } });
const bundled = packagesIn(bundle.output.flatMap(({ moduleIds = [] }) => moduleIds));
writeFileSync(new URL('dist/cli/LICENSES.txt', root), licences(bundled));
writeFileSync(new URL('dist/sbom.cdx.json', root), `${JSON.stringify(sbomOf(bundled), null, 1)}\n`);

/**
 * What so many commands or views share stands in one file, and not in thirty small ones, each of which Node looks for,
 * opens and wraps: 8 ms of processor time less in `titrate`, 5 in `taper`, 3 to 5 in `infant-dose`, none more in
 * `--help`, which loads none of it (20 alternating pairs, Node 20). What every start needs stays with the start.
 */
async function inOneFile(minShareCount) {
  const { output } = await build({ ...options, write: false });
  const start = new Set(output.flatMap(({ isEntry, moduleIds = [] }) => (isEntry ? moduleIds : [])));
  const group = { name: 'shared', minShareCount, test: (id) => !start.has(id) };
  return { groups: [group], includeDependenciesRecursively: false };
}

/** The data as a module, for where there are no files, and the loader that takes them from it: see `browser` in package.json. */
function writeDataModule() {
  const names = readdirSync(data).flatMap((file) => (file.endsWith('.json') ? [file.replace('.json', '')] : []));
  const write = (path, text) => writeFileSync(new URL(`dist/${path}`, root), text);
  const about = '/** The content of every file of data/, by its name. */\n';
  // A bundler puts the files themselves into its bundle: a copy of them would double the package.
  const imports = names.map((name) => `import ${name}Data from '../data/${name}.json' with { type: 'json' };\n`);
  write(
    'data.js',
    `${imports.join('')}\n${about}export const data = { ${names.map((name) => `${name}: ${name}Data`).join(', ')} };\n`,
  );
  // Node.js reads them, as it understands such imports only from 20.10 on and warns of them.
  write(
    'data-files.js',
    `import { readFileSync } from 'node:fs';\n\nconst read = (name) => JSON.parse(readFileSync(new URL(\`../data/\${name}.json\`, import.meta.url), 'utf8'));\n\n${about}export const data = Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, read(name)]));\n`,
  );
  write('data.d.ts', `${about}export declare const data: Readonly<Record<string, unknown>>;\n`);
  write(
    'parameters/bundled.js',
    "import { data } from '../data.js';\nimport { parametersOf } from './prove.js';\n\nexport const loadParameters = () => parametersOf((name) => data[name]);\n",
  );
}

/** Proves the data in full and seals each file. @throws where a file is wrong. */
async function proveData() {
  const { loadParameters } = await import(new URL('dist/index.js', root));
  const { digest } = await import(new URL('dist/parameters/seal.js', root));
  const { date, ...parts } = loadParameters();
  // In the order of the loader, so that a list of all values reads the same with proven data.
  const names = Object.keys(parts).map((name) => `${name}.json`);
  return { files: Object.fromEntries(names.map((name) => [name, digest(readFileSync(new URL(name, data)))])), date };
}

/** The folders of the packages that the bundle contains. */
function packagesIn(modules) {
  const folders = modules.map((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  return [...new Set(folders)].sort();
}

function licences(folders) {
  return folders
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8'));
      const file = readdirSync(new URL(folder, root)).find((each) => /^licen[sc]e/i.test(each));
      if (file === undefined) throw new Error(`${folder} has no licence file`);
      return `${name} ${version}\n\n${readFileSync(new URL(`${folder}/${file}`, root), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
