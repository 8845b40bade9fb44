// Changes src/core in small ways, one at a time, and names those that no test finds: npm run mutate [ROOM ...]
// Room by room: with all of core changed at once every mutant takes ten times as long. The tests of the room come first,
// which are quick; what they leave meets all of tests/core but those over generated patients, which take too long, and
// what looks at whole answers: the transcripts and the room's tests of the command line.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const rooms = asked.length > 0 ? asked : readdirSync(`${root}src/core`);
const slow = ['tests/core/{properties,risks,titration/laws,check/plans}.test.ts'];
const total = { all: 0, left: 0 };

for (const room of rooms) {
  const own = [`tests/core/${room}/**/*.test.ts`, 'tests/core/{patients,worked-examples}.test.ts'];
  const whole = ['tests/core/**/*.test.ts', 'tests/transcripts.test.ts', `tests/cli/${room}*.test.ts`];
  const first = mutantsOf(room, [`src/core/${room}/**/*.ts`], own);
  const places = leftOf(first).map(placeOf);
  const second = places.length === 0 ? [] : leftOf(mutantsOf(`${room}-left`, places, whole, slow));
  const all = first.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError').length;
  // A place holds several mutants: only those count that were left before.
  const kept = new Set(leftOf(first).map(nameOf));
  const left = second.filter((each) => kept.has(nameOf(each)));
  total.all += all;
  total.left += left.length;
  console.log(line(room, left.length, all));
  for (const each of left) console.log(`  ${nameOf(each)}`);
}
console.log(line('together', total.left, total.all));

function mutantsOf(name, places, tests, not = []) {
  const report = `coverage/mutation/${name}.json`;
  const env = {
    ...process.env,
    MUTATED: JSON.stringify(places),
    REPORT: report,
    TESTS: JSON.stringify(tests),
    NOT: JSON.stringify(not),
  };
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'safety/stryker.config.mjs'];
  const { status } = spawnSync(process.execPath, stryker, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${name}: Stryker ended with ${status}`);
  const { files } = JSON.parse(readFileSync(`${root}${report}`, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((each) => ({ ...each, file })));
}

function leftOf(mutants) {
  return mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
}

/** Stryker counts columns of a report from 1, those of a place from 0. */
function placeOf({ file, location: { start, end } }) {
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function nameOf({ file, location: { start }, mutatorName, replacement }) {
  return `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement}`;
}

function line(name, left, all) {
  const share = all === 0 ? 'types alone' : `${((100 * (all - left)) / all).toFixed(1)}%`;
  return `${name.padEnd(20)}${`${all - left} of ${all}`.padStart(16)}  ${share}`;
}
