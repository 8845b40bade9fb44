// Times the commands against bare Node, and the core alone. Prints; asserts nothing.
// npm run bench [pairs]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  adjustForRenalFunction,
  estimateInfantExposure,
  loadParameters,
  planTaper,
  planTitration,
  quantity,
} from '../dist/index.js';

const bin = fileURLToPath(new URL('../bin/baclofen.js', import.meta.url));
const bare = ['-e', '0'];
const commands = [
  ['titrate', '--start', '5'],
  ['taper', '--days', '14'],
  ['infant-dose', '--milk', '0.32'],
  ['--help'],
];

// A certificate bundle makes Node itself start several times slower and flatters every ratio; a compile cache
// and preloaded modules would measure something else.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, NODE_COMPILE_CACHE, ...env } = process.env;

function timeOnce(args) {
  const before = process.hrtime.bigint();
  const { status, error } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;
  if (error || status !== 0) throw error ?? new Error(`${args.join(' ')} ended with ${status}`);
  return milliseconds;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of alternating runs, A B A B, so that a busy minute weighs on both. */
function compare(a, b, pairs) {
  const times = { a: [], b: [] };
  timeOnce(a);
  timeOnce(b);
  for (let pair = 0; pair < pairs; pair += 1) {
    times.a.push(timeOnce(a));
    times.b.push(timeOnce(b));
  }
  return { a: median(times.a), b: median(times.b), fastest: Math.min(...times.b) / Math.min(...times.a) };
}

function printProcesses(pairs) {
  console.log(`Whole processes, Node ${process.version}, medians of ${pairs} alternating pairs`);
  console.log(
    `${'command'.padEnd(34)}${'node -e 0'.padStart(12)}${'command'.padStart(12)}${'ratio'.padStart(8)}${'of fastest'.padStart(12)}`,
  );
  const cases = [
    ['node -e 0 (control)', bare],
    ...commands.map((args) => [`baclofen ${args.join(' ')}`, [bin, ...args]]),
  ];
  for (const [name, args] of cases) {
    const { a, b, fastest } = compare(bare, args, pairs);
    console.log(
      `${name.padEnd(34)}${ms(a).padStart(12)}${ms(b).padStart(12)}${(b / a).toFixed(2).padStart(8)}${fastest.toFixed(2).padStart(12)}`,
    );
  }
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}

const parameters = loadParameters();
function taperOver(days, withDose) {
  const pattern = { kind: 'days', days: quantity(days, 'd') };
  const from = withDose && { from: { dailyDose: quantity(80, 'mg/d') }, products: ['solution-1'] };
  return planTaper({ pattern, ...from }, parameters);
}

function titrationWith(products) {
  return planTitration({ start: quantity(5, 'mg'), supply: quantity(1826, 'd'), products, patient: {} }, parameters);
}

const calculations = [
  ['titration, tablets', () => titrationWith(['tablet-10'])],
  ['titration, liquid', () => titrationWith(['solution-1'])],
  [
    'renal, six estimates',
    () =>
      adjustForRenalFunction(
        {
          patient: {
            age: quantity(72, 'a'),
            sex: 'female',
            weight: quantity(60, 'kg'),
            height: quantity(162, 'cm'),
            creatinine: quantity(1.4, 'mg/dL'),
          },
        },
        parameters,
      ),
  ],
  ['infant exposure', () => estimateInfantExposure({ milk: quantity(0.32, 'mg/L') }, parameters)],
  ['taper, every usual dose, 14 days', () => taperOver(14, false)],
  ...[1, 7, 30, 90, 365, 730, 1826].map((days) => [
    `taper from 80 mg, liquid, ${days} days`,
    () => taperOver(days, true),
  ]),
];

function printCore() {
  console.log('\nThe core alone, parameters loaded');
  console.log(
    `${'calculation'.padEnd(38)}${'steps'.padStart(7)}${'plans/s'.padStart(12)}${'us each'.padStart(12)}${'us/step'.padStart(10)}`,
  );
  for (const [name, run] of calculations) {
    const { each, outcome } = timeCore(run);
    const steps = outcome.plan?.schedule?.length;
    const perStep = steps ? (each / steps).toFixed(2) : '';
    const line = [
      String(steps ?? (outcome.outcome === 'refusal' ? 'refused' : '-')).padStart(7),
      Math.round(1e6 / each)
        .toLocaleString('en')
        .padStart(12),
    ];
    console.log(`${name.padEnd(38)}${line.join('')}${each.toFixed(1).padStart(12)}${perStep.padStart(10)}`);
  }
}

/** Microseconds of one run: the median of seven rounds of at least 50 ms, after a warm-up. */
function timeCore(run) {
  const outcome = run();
  const rounds = [];
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < 50) {
      run();
      count += 1;
    }
    rounds.push(((performance.now() - start) * 1000) / count);
  }
  return { each: median(rounds.slice(1)), outcome };
}

const [pairs = '40'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(pairs)) throw new Error(`pairs is a whole number above 0, not ${pairs}`);
printProcesses(Number(pairs));
printCore();
