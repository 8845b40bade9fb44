// Whether what --json prints of the recorded command lines is, byte for byte, what another version of this repository
// prints of the same: npm run compare:json [FOLDER] [--show]. FOLDER is another version, built; without it the commit
// of scripts/json-base.json is checked out beside this one and built.
// What differs is counted by the path of the first field that does. A difference is accepted where json-base.json
// names its path, for lines that hold its words, with the reason; one that no line has any more is stale. Ends in 1
// where a difference is not accepted, or an accepted one is stale.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const given = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const show = process.argv.includes('--show');
const { base, accepted } = JSON.parse(readFileSync(new URL('json-base.json', import.meta.url), 'utf8'));
const lines = readFileSync(join(here, 'tests/fixtures/command-lines.txt'), 'utf8').trim().split('\n');

const [other, done] = given[0] === undefined ? checkedOut(base) : [given[0], () => {}];
process.chdir(here);
const [now, then] = [await answersOf(here), await answersOf(other)];
done();

const differing = lines.flatMap((line, index) => {
  const [a, b] = [then[index], now[index]];
  if (a.out === b.out && a.code === b.code) return [];
  const where = firstDifference(parsed(a.out), parsed(b.out)) ?? `exit code ${a.code}, now ${b.code}`;
  return [{ line, where: where.replace(/\.\d+(?=\.|$)/g, '.n') }];
});
const reasonOf = ({ line, where }) =>
  accepted.find((each) => each.path === where && each.lines.some((words) => ` ${line} `.includes(` ${words} `)));
const open = differing.filter((each) => reasonOf(each) === undefined);
const stale = given[0] === undefined ? accepted.filter((each) => !differing.some((one) => reasonOf(one) === each)) : [];

console.log(`${lines.length} lines: ${lines.length - differing.length} byte-equal, ${differing.length} not.`);
for (const each of accepted) {
  const count = differing.filter((one) => reasonOf(one) === each).length;
  if (count > 0) console.log(`${String(count).padStart(5)}  accepted: ${each.path}. ${each.why}`);
}
const by = new Map();
for (const { where } of open) by.set(where, (by.get(where) ?? 0) + 1);
for (const [where, count] of [...by].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(5)}  not accepted: ${where}`);
for (const { path, why } of stale) console.log(`stale  ${path}. ${why}`);
if (show) for (const { line, where } of open) console.log(`baclofen ${line}: ${where}`);
process.exitCode = open.length + stale.length === 0 ? 0 : 1;

/** Another commit of this repository, built, and how it is taken away again. */
function checkedOut(commit) {
  const folder = join(mkdtempSync(join(tmpdir(), 'baclofen-base-')), 'base');
  const git = (...words) => execFileSync('git', ['-C', here, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  git('worktree', 'add', '--quiet', '--detach', folder, commit);
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit' });
  return [
    folder,
    () => {
      rmSync(join(folder, '..'), { recursive: true, force: true });
      git('worktree', 'prune');
    },
  ];
}

/** What each line prints with --json, in one process: one line after the other. */
async function answersOf(root) {
  const { start } = createRequire(import.meta.url)(join(root, 'dist/cli/baclofen.cjs'));
  const answers = [];
  for (const line of lines) {
    const texts = { out: '', err: '' };
    const into = (name) => ({
      write: (text) => {
        texts[name] += text;
      },
    });
    const code = await start([...argvOf(line), '--json'], { env: {}, stdout: into('out'), stderr: into('err') });
    answers.push({ ...texts, code });
  }
  return answers;
}

/** Splits a line as a shell would, quotes included. */
function argvOf(line) {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare);
}

/** The path of the first field that differs. */
function firstDifference(a, b, path = '') {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path || 'the whole';
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
