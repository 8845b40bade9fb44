// Packs the package, installs it and runs it where it will be run: a line for each place, and exit code 1 where one fails.
// The npm packages "node", "bun" and "deno" bring the programs. npm run check:installs [-- node@22 bun ...]
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'baclofen installed '));
const cache = join(scratch, 'cache');
const plain = { PATH: process.env.PATH, HOME: scratch, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm' };

const run = (file, args, options = {}) =>
  execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000, ...options });

/** README's answer, and what prints it. */
const [, line, expected] = /^\$ baclofen (.*)\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'README.md'), 'utf8'));
const library = `import { loadParameters, planTitration, quantity } from 'baclofen';
const { outcome, plan } = planTitration({ start: quantity(5, 'mg') }, loadParameters());
console.log(outcome, plan.schedule.length);
`;

/** Runs the command and the library in a folder where the package was installed; `program` with what stands before a file. */
function tried(folder, program, before = [], options = {}) {
  const bin = join(folder, 'node_modules/baclofen/bin/baclofen.js');
  const here = { cwd: folder, env: plain, ...options };
  const out = run(program, [...before, bin, ...line.split(' ')], here);
  if (out.trimEnd() !== expected.trimEnd()) throw new Error(`baclofen ${line} prints something else than README shows`);
  const answer = run(program, [...before, join(folder, 'library.mjs')], here).trim();
  if (answer !== 'plan 4') throw new Error(`the library says ${answer}`);
  const refused = exitCode(() => run(program, [...before, bin, 'titrate', '--start', '5', '--crcl', '10'], here));
  if (refused !== 1) throw new Error(`a refusal ends in ${refused}`);
  return run(program, ['--version']).trim().split('\n')[0];
}

function exitCode(work) {
  try {
    work();
    return 0;
  } catch (error) {
    return error.status;
  }
}

/** The path of a program that an npm package brings. */
function brought(spec, name) {
  return run('npx', ['--yes', '-p', spec, '-c', `command -v ${name}`], { cwd: scratch, timeout: 600_000 }).trim();
}

const folder = join(scratch, 'a path with a space');
const places = {
  'node@20': () => tried(folder, brought('node@20', 'node')),
  'node@22': () => tried(folder, brought('node@22', 'node')),
  'node@24': () => tried(folder, brought('node@24', 'node')),
  'node@26': () => tried(folder, brought('node@26', 'node')),
  bun: () => tried(folder, brought('bun', 'bun')),
  deno: () => tried(folder, brought('deno', 'deno'), ['run', '--allow-read', '--allow-env', '--allow-sys']),
  'another user': asAnother,
  'offline, from a cache': () => {
    const offline = join(scratch, 'offline');
    install(offline, ['--offline']);
    return tried(offline, process.execPath);
  },
  'its own command, by name': () => {
    const out = run(join(folder, 'node_modules/.bin/baclofen'), line.split(' '), { cwd: folder, env: plain });
    if (out.trimEnd() !== expected.trimEnd()) throw new Error('prints something else than README shows');
    return process.version;
  },
};

/** Somebody who may read the package and write nowhere. */
function asAnother() {
  if (process.getuid?.() !== 0) throw new Error('not tried: only root can become somebody else');
  const theirs = join(scratch, 'read only');
  cpSync(folder, theirs, { recursive: true });
  run('chmod', ['-R', 'a+rX,a-w', theirs]);
  for (const each of [scratch, theirs]) chmodSync(each, 0o755);
  return tried(theirs, process.execPath, [], { uid: 65534, gid: 65534, env: { ...plain, HOME: '/nonexistent' } });
}

function install(into, flags) {
  mkdirSync(into);
  writeFileSync(join(into, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(into, 'library.mjs'), library);
  run('npm', ['install', '--omit=dev', '--ignore-scripts', '--cache', cache, ...flags, tarball], { cwd: into });
}

let tarball = '';
try {
  const [{ filename, files, unpackedSize, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: root }),
  );
  tarball = join(scratch, filename);
  const kilo = (bytes) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
  console.log(`${filename}: ${files.length} files, ${kilo(unpackedSize)}, packed ${kilo(size)}`);
  install(folder, []);
  const asked = process.argv.slice(2);
  for (const [place, work] of Object.entries(places).filter(([each]) => asked.length === 0 || asked.includes(each))) {
    console.log(`${place}: ${outcomeOf(work)}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function outcomeOf(work) {
  try {
    return `runs, ${work()}`;
  } catch (error) {
    process.exitCode = 1;
    const said = String(error.stderr ?? '')
      .trim()
      .split('\n')
      .slice(0, 3)
      .join(' | ');
    return `FAILS: ${error.message.split('\n')[0]} ${said}`.trim();
  }
}
