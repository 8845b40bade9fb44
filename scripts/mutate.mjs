// Changes src/core in small ways, one at a time, and names those that no test finds: npm run mutate [ROOM ...]
// Room by room: with all of core ready to be changed its tests take three times as long.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const rooms = asked.length > 0 ? asked : readdirSync(`${root}src/core`);

const tried = rooms.map((room) => {
  const mutants = mutantsOf(room);
  print(room, mutants);
  for (const each of mutants.filter(isLeft)) console.log(`  ${nameOf(each)}`);
  return mutants;
});
print('together', tried.flat());

function mutantsOf(room) {
  const report = `coverage/mutation/${room}.json`;
  const env = { ...process.env, ROOM: room, REPORT: report };
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'safety/mutation/stryker.config.mjs'];
  const { status } = spawnSync(process.execPath, stryker, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${room}: Stryker ended with ${status}`);
  const { files } = JSON.parse(readFileSync(`${root}${report}`, 'utf8'));
  const all = Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((each) => ({ ...each, file })));
  return all.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
}

function isLeft({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

function print(name, mutants) {
  const found = mutants.filter((each) => !isLeft(each)).length;
  const share = mutants.length === 0 ? 'types alone' : `${((100 * found) / mutants.length).toFixed(1)}%`;
  console.log(`${name.padEnd(20)}${`${found} of ${mutants.length}`.padStart(16)}  ${share}`);
}

function nameOf({ file, location: { start }, mutatorName, replacement }) {
  return `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement}`;
}
