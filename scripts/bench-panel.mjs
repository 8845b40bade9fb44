// How fast a cohort is held against the rules, beside DuckDB with the SELECT of the same data on two threads, Python's csv
// module reading alone, and a loop of pandas with a function call a row. Prints ratios of one run on this machine, after
// both were shown to give the same answers.
//   npm run bench:panel             a million rows
//   npm run bench:panel -- --five   and five million, for memory and time by the number of rows
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const million = 1_000_000;
const bin = fileURLToPath(new URL('../bin/baclofen.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baclofen-bench-'));
const say = (what, value) => console.log(`${what.padEnd(54)}${value}`);
/** One equation of the many, as it is usually written. */
const pandasLoop = `import pandas
def clearance(row):
    man = (140 - row.age) * row.weight_kg / (72 * row.creatinine_mg_dl)
    return man * 0.85 if row.sex == 'female' else man
table = pandas.read_csv(sys.argv[1], na_values=['x'])
table['clearance'] = table.apply(clearance, axis=1)`;
const seconds = (value) => `${value.toFixed(2)} s`;

try {
  const cohort = generated(million);
  const answers = join(folder, 'panel.csv');
  const alone = timedPanel(cohort, answers, '--jobs', '1');
  const threads = timedPanel(cohort, answers, '--jobs', String(availableParallelism()));
  const duck = await timedDuck(cohort);
  compare(answers, duck.answers);
  say('rows, 2% flagged, 1% broken; the answers of both alike', million.toLocaleString('en'));
  tell('panel --jobs 1', alone);
  tell(`panel --jobs ${availableParallelism()}`, threads);
  say(
    'DuckDB, two threads, the same SELECT to CSV',
    `${seconds(duck.seconds)}, of the processor ${seconds(duck.processor)}`,
  );
  const python = timedPython(cohort, 'import csv\nfor row in csv.reader(open(sys.argv[1])): pass');
  const pandas = timedPython(cohort, pandasLoop);
  say("Python's csv module, reading alone", python === undefined ? 'not available' : seconds(python));
  say('a loop of pandas, a function call a row', pandas === undefined ? 'not available' : seconds(pandas));
  const best = Math.min(alone.seconds, threads.seconds);
  for (const [other, took] of Object.entries({ DuckDB: duck.seconds, "Python's csv alone": python, pandas })) {
    if (took !== undefined) say(`panel is so many times as fast as ${other}`, (took / best).toFixed(2));
  }
  say('processor time of DuckDB to that of panel', (duck.processor / alone.processor).toFixed(2));
  if (process.argv.includes('--five')) {
    const five = timedPanel(generated(5 * million), answers, '--jobs', '1');
    tell('five million rows, --jobs 1', five, 5);
    say('time of five million to that of one, of 5', (five.seconds / alone.seconds).toFixed(2));
    say('memory of five million to that of one', (five.mebibytes / alone.mebibytes).toFixed(2));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(what, ran, millions = 1) {
  const rate = Math.round((millions * million) / ran.seconds).toLocaleString('en');
  const memory = `${Math.round(ran.mebibytes)} MiB`;
  say(what, `${seconds(ran.seconds)}, of the processor ${seconds(ran.processor)}, ${rate} rows/s, ${memory}`);
}

/** 2% flagged, 1% broken; the same for the same number of rows. */
function generated(count) {
  const path = join(folder, `cohort-${count}.csv`);
  const file = openSync(path, 'w');
  let state = 19;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let text = 'id,age,sex,weight_kg,creatinine_mg_dl,daily_dose_mg\n';
  for (let index = 0; index < count; index += 1) {
    const kind = below(100);
    const age = 20 + below(45);
    const creatinine = kind === 0 ? 'x' : kind < 3 ? '3.5' : ((5 + below(6)) / 10).toFixed(1);
    const dose = kind > 0 && kind < 3 ? 60 : 10 + 5 * below(7);
    text += `P${index},${age},${below(2) ? 'female' : 'male'},${50 + below(60)},${creatinine},${dose}\n`;
    if (text.length < 2 ** 20 && index < count - 1) continue;
    writeSync(file, text);
    text = '';
  }
  closeSync(file);
  return path;
}

function timedPanel(cohort, out, ...flags) {
  const file = openSync(out, 'w');
  const begun = performance.now();
  // The most memory that it held, and the time that all its threads took. What Linux says of itself leaves out the memory
  // of this process, which a child is said to have held before it was another program.
  const script = `const { readFileSync, existsSync, writeSync } = require('node:fs'); process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const status = '/proc/self/status';
    const [, held = maxRSS] = (existsSync(status) && /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))) || [];
    writeSync(2, '\\nUSED ' + held + ' ' + (userCPUTime + systemCPUTime));
  }); require(${JSON.stringify(bin)});`;
  const ran = spawnSync(process.execPath, ['-e', script, bin, 'panel', cohort, ...flags], {
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  const took = (performance.now() - begun) / 1000;
  closeSync(file);
  if (ran.status !== 0) throw new Error(ran.stderr);
  const [, kibibytes, microseconds] = /USED (\d+) (\d+)/.exec(ran.stderr);
  return { seconds: took, mebibytes: kibibytes / 1024, processor: microseconds / 1e6 };
}

async function timedDuck(cohort) {
  const select = execFileSync(process.execPath, [bin, 'panel', '--sql', 'duckdb'], { encoding: 'utf8' });
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const answers = join(folder, 'duck.csv');
  const begun = performance.now();
  const before = process.cpuUsage();
  await connection.run(
    `CREATE VIEW cohort AS SELECT id, age, sex, weight_kg, TRY_CAST(creatinine_mg_dl AS DOUBLE) AS creatinine_mg_dl,
       CASE WHEN TRY_CAST(creatinine_mg_dl AS DOUBLE) IS NULL THEN NULL ELSE daily_dose_mg END AS daily_dose_mg,
       NULL AS height_cm, NULL AS creatinine_umol_l, NULL AS crcl, NULL AS egfr, NULL AS dialysis
       FROM read_csv('${cohort}', header = true, types = {'creatinine_mg_dl': 'VARCHAR'})`,
  );
  await connection.run(`COPY (${select.replace(/;\s*$/, '')}) TO '${answers}' (HEADER)`);
  const took = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  connection.closeSync();
  return { seconds: took, processor: (user + system) / 1e6, answers };
}

/** Id, status, band, ceiling and dose of every row byte for byte, and the clearance to its last printed place. */
function compare(one, other) {
  const linesOf = (file) => readFileSync(file, 'utf8').trimEnd().split('\n');
  const ours = linesOf(one);
  const theirs = linesOf(other);
  if (ours.length !== theirs.length) throw new Error(`${ours.length} lines, and ${theirs.length} of DuckDB`);
  const whole = (text) => text.replace(/\.0$/, '');
  for (let row = 1; row < ours.length; row += 1) {
    const [id, status, clearance, , band, ceiling, dose] = ours[row].split(',');
    const [ofId, ofStatus, value, ofBand, ofCeiling, ofDose] = theirs[row].split(',');
    const same =
      [id, status, band, ceiling, dose].join() === [ofId, ofStatus, ofBand, whole(ofCeiling), whole(ofDose)].join();
    const near = clearance === '' ? value === '' : Math.abs(clearance - value) <= 0.005 + 1e-9;
    if (!same || !near) throw new Error(`${ours[row]} is ${theirs[row]} in DuckDB`);
  }
}

/** So many seconds; undefined where Python or a module of it is not there. */
function timedPython(cohort, work) {
  const script = `import sys, time\nt = time.time()\n${work}\nprint(time.time() - t)`;
  const ran = spawnSync('python3', ['-c', script, cohort], { encoding: 'utf8' });
  return ran.status === 0 ? Number(ran.stdout) : undefined;
}
