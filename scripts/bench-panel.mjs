// How fast a cohort is held against the rules, beside DuckDB with the SELECT of the same data and Python's csv module
// alone. Prints ratios of one run on this machine, after the same work was found the same.
//   npm run bench:panel [rows]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const rows = Number(process.argv[2] ?? 1_000_000);
const bin = fileURLToPath(new URL('../bin/baclofen.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baclofen-bench-'));
const header = 'id,age,sex,weight_kg,creatinine_mg_dl,daily_dose_mg\n';

try {
  const cohort = join(folder, 'cohort.csv');
  writeFileSync(cohort, generated(rows));
  const panel = timedPanel(cohort, join(folder, 'panel.csv'));
  const duck = await timedDuck(cohort);
  compare(join(folder, 'panel.csv'), duck.answers);
  const python = timedPython(cohort);
  const say = (what, value) => console.log(`${what.padEnd(44)}${value}`);
  say('rows', rows.toLocaleString('en'));
  say('panel', `${panel.seconds.toFixed(2)} s, ${Math.round(rows / panel.seconds).toLocaleString('en')} rows/s`);
  say('memory of panel', `${Math.round(panel.mebibytes)} MiB`);
  say('DuckDB, two threads, the same SELECT', `${duck.seconds.toFixed(2)} s`);
  say('panel is so many times as fast as DuckDB', (duck.seconds / panel.seconds).toFixed(2));
  if (python !== undefined) {
    say("Python's csv module, reading alone", `${python.toFixed(2)} s`);
    say('panel is so many times as fast as that', (python / panel.seconds).toFixed(2));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** 2% flagged, 1% broken; the same for the same number of rows. */
function generated(count) {
  let state = 19;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let text = header;
  for (let index = 0; index < count; index += 1) {
    const kind = below(100);
    const age = 20 + below(45);
    const creatinine = kind === 0 ? 'x' : kind < 3 ? '3.5' : ((5 + below(6)) / 10).toFixed(1);
    const dose = kind > 0 && kind < 3 ? 60 : 10 + 5 * below(7);
    text += `P${index},${age},${below(2) ? 'female' : 'male'},${50 + below(60)},${creatinine},${dose}\n`;
  }
  return text;
}

function timedPanel(cohort, out) {
  const file = openSync(out, 'w');
  const begun = performance.now();
  // The most memory that it held, as the kernel counted it.
  const script = `process.on('exit', () => require('node:fs').writeSync(2, '\\nKIB ' + process.resourceUsage().maxRSS)); require(${JSON.stringify(bin)});`;
  const ran = spawnSync(process.execPath, ['-e', script, bin, 'panel', cohort], {
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { seconds: (performance.now() - begun) / 1000, mebibytes: Number(/KIB (\d+)/.exec(ran.stderr)?.[1]) / 1024 };
}

async function timedDuck(cohort) {
  const select = execFileSync(process.execPath, [bin, 'panel', '--sql', 'duckdb'], { encoding: 'utf8' });
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const answers = join(folder, 'duck.csv');
  const begun = performance.now();
  await connection.run(
    `CREATE VIEW cohort AS SELECT id, age, sex, weight_kg, TRY_CAST(creatinine_mg_dl AS DOUBLE) AS creatinine_mg_dl,
       CASE WHEN TRY_CAST(creatinine_mg_dl AS DOUBLE) IS NULL THEN NULL ELSE daily_dose_mg END AS daily_dose_mg,
       NULL AS height_cm, NULL AS creatinine_umol_l, NULL AS crcl, NULL AS egfr, NULL AS dialysis
       FROM read_csv('${cohort}', header = true, types = {'creatinine_mg_dl': 'VARCHAR'})`,
  );
  await connection.run(`COPY (${select.replace(/;\s*$/, '')}) TO '${answers}' (HEADER)`);
  const seconds = (performance.now() - begun) / 1000;
  connection.closeSync();
  return { seconds, answers };
}

/** Status and band of every row. */
function compare(one, other) {
  const told = (file, places) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => places.map((place) => line.split(',')[place]).join())
      .sort();
  const ours = told(one, [0, 1, 4]);
  const theirs = told(other, [0, 1, 3]);
  const differs = ours.findIndex((line, index) => line !== theirs[index]);
  if (differs >= 0 || ours.length !== theirs.length)
    throw new Error(`${ours[differs]} is ${theirs[differs]} in DuckDB`);
}

function timedPython(cohort) {
  const script =
    'import csv, sys, time\nt = time.time()\nfor row in csv.reader(open(sys.argv[1])): pass\nprint(time.time() - t)';
  const ran = spawnSync('python3', ['-c', script, cohort], { encoding: 'utf8' });
  return ran.status === 0 ? Number(ran.stdout) : undefined;
}
