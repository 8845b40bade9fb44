import { describe, expect, it } from 'vitest';
import { argvOf } from './run.js';
import { quickRun } from './trouble.js';

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

/** On every answer: version and date of the data, and where the rest is. */
const always = [/baclofen \d+\.\d+\.\d+, data of \d{4}-\d\d-\d\d/, /More: --full/];

/** What must never be left out of a plan, by its command (design.md, "Never left out"). */
const never = {
  titrate: [
    /oral/,
    /only while tolerated/,
    /Ceiling [\d.]+ mg per day/,
    /Dispense for days 1 to \d+/,
    /never stop suddenly/i,
    /Followed: /,
  ],
  taper: [/oral/, /0 mg/, /WITHDRAWAL/, /EMERGENCY/, /Dispense/, /suddenly|at once/i],
  restart: [
    /oral/,
    /not reviewed by a clinician/,
    /before the gap/,
    /Ceiling [\d.]+ mg per day/,
    /Dispense for days 1 to \d+/,
    /never stop suddenly/i,
    /--signs withdrawal/,
  ],
  renal: [/mL\/min|dialysis/, /Ceiling \d+ mg per day|AVOID/, /Why: /],
  'infant-dose': [/Milk level/, /The infant takes/, /Watch: /, /EMERGENCY/, /Others: /, /against/],
  milk: [/model|curve/i, /mg per L|mg\/L/],
  newborn: [/single/, /mg/, /mL/],
} as const;

/** Lines and what each in particular must say. */
const plans: readonly (readonly [line: string, ...says: RegExp[]])[] = [
  ['titrate --start 5', /ASSUMED/, /--age/, /--crcl/, /half tablet/, /60 mg per day/],
  ['titrate --start 5 --age 34', /34 years/, /clearance not reduced/],
  ['titrate --start 5 --age 34 --crcl 90', /90 mL per minute|90 mL\/min/],
  ['titrate --start 5 --target 70', /70 mg per day/],
  ['titrate --start 10 --times 2 --every 7 --increment 10 --supply 28', /days 1 to 28/],
  ['titrate --start 5 --crcl 65', /65 mL/],
  ['titrate --start 5 --crcl 45', /45 mL/],
  ['titrate --start 5 --crcl 30', /30 mL/],
  ['titrate --start 5 --crcl 29.97', /29\.97/, /WARNING/],
  ['titrate --start 5 --crcl 25', /WARNING/, /10 mg per day/],
  ['titrate --start 5 --egfr 45 --product solution-1', /1 mg per mL/, /mL/],
  ['titrate --start 5 --product solution-2', /2 mg per mL/],
  ['titrate --start 5 --product suspension-5', /5 mg per mL/],
  ['titrate --start 5 --product tablet-10 tablet-20', /20 mg/],
  ['titrate --start 5 --age 82 --crcl 29.97', /82 years/, /WARNING: Avoid/],
  ['titrate --start 5 --age 70', /70 years/],
  ['titrate --start 5 --age 14 --weight 50', /14 years/],
  ['titrate --age 5 --weight 20', /5 years/, /20 kg/],
  ['titrate --age 2 --weight 8.5', /8\.5 kg/],
  ['titrate --start 5 --rules uk --target 90', /90 mg per day/],
  ['titrate --start 5 --rules de', /75 mg per day/],
  ['titrate --start 5 --rules fr', /France/],
  ['titrate --start 5 --start-date 2026-12-01', /Tue 1 to Thu 3 Dec 2026/],
  ['titrate --start 5 --height 170', /Not used.*height/],
  [
    'titrate --start 2.5 --dialysis --override dialysis --reason specialist --product solution-1',
    /WARNING: A refusal was lifted/,
    /specialist/,
  ],
  ['titrate --start 5 --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL', /72 years/],
  ['titrate --start 5 --target 45 --every 7', /45 mg per day/],
  ['taper --days 14 --from 60', /60 mg per day/],
  ['taper --days 14 --from 20x3', /20 mg/],
  ['taper --from 20x3 --reduce 10 --every 7', /30 mg per day/],
  ['taper --from 80 --percent 25 --every 7 --used-for 400', /80 mg per day/],
  ['taper --days 6 --from 100', /WARNING/],
  ['taper --days 14 --from 60 --crcl 10', /at this clearance/i],
  ['taper --days 21 --from 7.5 --product solution-1', /1 mg per mL/],
  ['taper --days 14 --from 60 --start-date 2026-12-01', /Dec 2026/],
  ['taper --days 14 --from 60 --dialysis', /dialysis/],
  ['restart --from 20x3 --missed 2d --crcl 95', /half/, /20 mg per dose/],
  ['restart --from 10x3 --missed 5d --crcl 40', /40 mL/],
  ['restart --from 10x3 --missed 2d --age 82 --crcl 55', /half \(adopted for the age and the clearance\)/],
  ['renal --crcl 25', /25 mL/],
  ['renal --crcl 90 --daily-dose 100', /WARNING/],
  ['renal --crcl 10 --daily-dose 60', /WARNING/, /AVOID/],
  ['renal --dialysis', /AVOID/],
  ['renal --crcl 65', /65 mL/],
  ['renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL --daily-dose 60', /72 years/],
  ['renal --age 55 --sex male --weight 140 --height 172 --creatinine 106umol/L', /140 kg/],
  ['renal --age 34 --sex male --weight 52 --creatinine 0.4mg/dL --spinal-cord-injury tetraplegia', /tetraplegia/],
  ['infant-dose --milk 0.32', /0\.32 mg/],
  ['infant-dose --milk 0.32 --maternal-dose 80', /Relative infant dose/],
  ['infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60 --infant-weight 3.5 --share 1/3', /3\.5 kg/],
  ['infant-dose --maternal-dose 180 --intake 120', /180 mg per day/],
  ['infant-dose --milk 0.617mcg/L --infant-weight 2.704', /2\.704 kg/],
  ['infant-dose --route intrathecal --maternal-dose 330mcg', /by pump/],
  ['infant-dose --milk 0.32 --exposed-before-birth', /WARNING/],
  ['milk --dose 20 --times 06:00,11:20,16:40,22:00', /20 mg/],
  ['newborn --weight 2.9 --regimen a', /2\.9 kg/, /6 to 7 0\.05 mg, 0\.05 mL every 6 hours 0\.069/],
  ['newborn --weight 2.9 --regimen a --birth-date 2026-12-01', /from Mon 14 Dec 2026/],
  ['newborn --weight 2.9 --regimen b --birth-date 2026-12-01', /2\.9 kg/],
];

const refusals: readonly (readonly [line: string, reason: RegExp])[] = [
  ['titrate --start 7', /7 mg/],
  ['titrate --start 25', /25 mg/],
  ['titrate --start 5 --target 90', /90 mg/],
  ['titrate --start 5 --crcl 10', /10 mL/],
  ['titrate --start 5 --dialysis', /dialysis/i],
  ['titrate --age 0.5 --weight 7', /age|old|year/i],
  ['taper --days 14 --from 5', /5 mg/],
  ['taper --from 60 --reduce 60 --every 7', /suddenly|once/i],
];

const references = [
  'monograph',
  'monograph overdose',
  'rules',
  'products',
  'sources mosteller-1987',
  '-h',
  'titrate -h',
];

/** What is longer: rows that may fall and not rise. A schedule is never shortened, nor is a warning. */
const longer: Readonly<Record<string, number>> = {
  // Dates put two of the heads on two rows.
  'newborn --weight 2.9 --regimen a --birth-date 2026-12-01': 23,
  // Three warnings, one of them the question of poisoning, a caution, and four levels.
  'restart --from 10x3 --missed 2d --age 82 --crcl 55': 26,
  // Three intakes with their relative doses, and three warnings before them.
  'infant-dose --maternal-dose 180 --intake 120': 26,
};

describe('a brief answer', () => {
  it('is tried on 60 lines or more', () => {
    expect(plans.length + refusals.length + references.length).toBeGreaterThanOrEqual(60);
  });

  it.each([...plans, ...refusals].map(([line]) => line).concat(references))('fits its rows of 80: %s', (line) => {
    const rows = quickRun(argvOf(`baclofen ${line}`))
      .out.trimEnd()
      .split('\n');
    // A line to copy stands whole, even where it is wider.
    const words = rows.filter((row) => !/^(?:- )?(?:Type|Next|First down): baclofen /.test(row));
    for (const row of words) expect(row.length, row).toBeLessThanOrEqual(80);
    expect(rows.length).toBeLessThanOrEqual(longer[line] ?? 22);
  });

  it.each(plans)('leaves nothing out that matters: %s', (line, ...says) => {
    const { code, out } = quickRun(argvOf(`baclofen ${line}`));
    expect(code).toBe(0);
    const command = String(line).split(' ')[0] as keyof typeof never;
    for (const each of [...always, ...never[command], ...says]) expect(flat(out)).toMatch(each);
  });

  it.each(plans.map(([line]) => line))('is a note of twelve lines: %s', (line) => {
    const { out } = quickRun(argvOf(`baclofen ${line} --format note`));
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    expect(out).not.toContain('More: ');
  });

  it.each(plans)('has every warning and caution whole: %s', (line) => {
    const { notices } = JSON.parse(quickRun([...argvOf(`baclofen ${line}`), '--json']).out) as {
      notices: { severity: string; message: string }[];
    };
    const out = flat(quickRun(argvOf(`baclofen ${line}`)).out);
    for (const { message } of notices.filter(({ severity }) => severity !== 'info')) expect(out).toContain(message);
  });

  it.each(refusals)('refuses whole: %s', (line, reason) => {
    const { code, out } = quickRun(argvOf(`baclofen ${line}`));
    const { refusal } = JSON.parse(quickRun([...argvOf(`baclofen ${line}`), '--json']).out) as {
      refusal: { reason: string; instead: string[] };
    };
    expect(code).toBe(1);
    expect(flat(out)).toMatch(reason);
    for (const each of [refusal.reason, ...refusal.instead]) expect(flat(out)).toContain(each);
  });

  it('of the demo fits two screens', () => {
    expect(quickRun(['demo']).out.trimEnd().split('\n').length).toBeLessThanOrEqual(48);
  });

  it('of all sources is a line each', () => {
    const { sources } = JSON.parse(quickRun(['sources', '--json']).out) as { sources: { id: string }[] };
    const rows = quickRun(['sources']).out.split('\n');
    for (const { id } of sources) expect(rows.filter((row) => row.startsWith(`- ${id}: `)).length).toBe(1);
  });
});
