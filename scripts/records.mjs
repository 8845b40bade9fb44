// Runs every patient file of a folder through titrate and taper of the built command line and counts what came of it.
// node scripts/records.mjs FOLDER [YYYY-MM-DD]. Names of files and no content are printed. Exit 1 where one was a fault
// of ours, or where the newest eGFR of a record is below 60 and the plan is that of a whole kidney.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { start } = createRequire(import.meta.url)('../dist/cli/baclofen.cjs');
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder of records?');
const files = readdirSync(folder).filter((name) => /\.(nd)?json$/.test(name));

const counts = new Map();
const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
const faults = [];
let slowest = 0;

for (const name of files) {
  const path = join(folder, name);
  const lowest = newestRate(readFileSync(path, 'utf8'));
  const begin = performance.now();
  const titration = await run(['titrate', '--start', '5', '--json', '--patient', path]);
  slowest = Math.max(slowest, performance.now() - begin);
  const taper = await run(['taper', '--days', '21', '--json', '--patient', path]);
  for (const [command, { code }] of Object.entries({ titrate: titration, taper })) count(`${command} exit ${code}`);
  if (titration.code > 2 || taper.code > 2) faults.push(name);
  if (titration.code === 2)
    count(
      `refused: ${titration.err
        .replace(/^[^,]*, /, '')
        .replace(/[A-Z]\w+\/[\w.-]+/g, 'X')
        .replace(/"[^"]*"/g, '"…"')
        .trim()}`,
    );
  if (titration.code > 1) continue;
  const { plan, notices, assumptions, request } = JSON.parse(titration.out);
  for (const { code } of notices) count(`notice ${code}`);
  for (const { part, use } of request.patientFile.taken) count(`taken ${part}, ${use}`);
  for (const { part, why } of request.patientFile.leftOut) count(`left out ${part}, ${why}`);
  if (assumptions.some((each) => each.name === 'clearance')) count('assumed: no clearance was given');
  const whole = plan?.schedule.at(-1)?.dailyDose.value >= 60;
  if (lowest !== undefined && lowest < 60) {
    count('newest eGFR below 60');
    if (whole) {
      count('newest eGFR below 60 and the whole plan');
      faults.push(name);
    }
  }
}

for (const [what, many] of [...counts].sort()) process.stdout.write(`${String(many).padStart(6)}  ${what}\n`);
process.stdout.write(`${String(files.length).padStart(6)}  files; the slowest took ${Math.round(slowest)} ms\n`);
for (const name of faults) process.stdout.write(`FAULT  ${name}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function run(argv) {
  let [out, err] = ['', ''];
  const stdout = {
    write: (text) => {
      out += text;
    },
  };
  const stderr = {
    write: (text) => {
      err += text;
    },
  };
  return { code: await start(argv, { env: {}, stdout, stderr }), out, err };
}

/** The newest rate for 1.73 m2, found without the readers of the program. */
function newestRate(text) {
  const rates = [];
  walk(JSON.parse(text), (part) => {
    const code = part.code?.coding?.[0]?.code;
    if (!['33914-3', '48642-3', '48643-1', '62238-1', '69405-9', '77147-7', '98979-8'].includes(code)) return;
    if (typeof part.valueQuantity?.value === 'number')
      rates.push([part.effectiveDateTime ?? '', part.valueQuantity.value]);
  });
  return rates.sort(([one], [other]) => Date.parse(other) - Date.parse(one))[0]?.[1];
}

function walk(part, visit) {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) visit(part);
  for (const each of Object.values(part)) walk(each, visit);
}
