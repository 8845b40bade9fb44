// Changes src/core in small ways, one at a time, and counts those that no test of the same room finds: npm run mutate
// [ROOM ...]. Room by room, since with all of core instrumented at once every mutant takes ten times as long. The tests
// of other rooms and the properties over all commands may find what is counted as left here.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const rooms = asked.length > 0 ? asked : readdirSync(`${root}src/core`);
const found = ['Killed', 'Timeout', 'RuntimeError'];
const left = ['Survived', 'NoCoverage'];
const total = { found: 0, all: 0 };

for (const room of rooms) {
  const env = { ...process.env, MUTATED: room };
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'safety/stryker.config.mjs'];
  const { status } = spawnSync(process.execPath, stryker, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${room}: Stryker ended with ${status}`);
  const { files } = JSON.parse(readFileSync(`${root}coverage/mutation/${room}.json`, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (statuses) => mutants.filter((each) => statuses.includes(each.status)).length;
  const all = count(found) + count(left);
  total.found += count(found);
  total.all += all;
  console.log(line(room, count(found), all));
}
console.log(line('together', total.found, total.all));

function line(name, number, all) {
  const share = all === 0 ? 'types alone' : `${((100 * number) / all).toFixed(1)}%`;
  return `${name.padEnd(20)}${`${number} of ${all}`.padStart(14)}  ${share}`;
}
