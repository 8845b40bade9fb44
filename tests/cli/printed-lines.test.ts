import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.js';
import type { NoticeCode } from '../../src/core/answer/notice.js';
import { commandLine } from '../../src/report/wording/command-line.js';
import { mg, mgPerDay } from '../core/fixtures.js';
import { country, minor, person } from '../core/titration/people.js';
import { printedLines } from './printed-lines.js';
import { recordThatWarns } from './records/lines.js';
import { argvOf, run, world } from './run.js';

const data = world.load();

const cohort = 'id,age,daily_dose_mg\n1,50,30\n';

/** The files that examples name; nothing is waited for on standard input. */
const files = {
  '-': cohort,
  'cohort.csv': cohort,
  'plan.json': run(argvOf('baclofen titrate --start 5 --json')).out,
};

/** On a screen so wide that no line is broken. */
function answerTo(line: string) {
  const { out, err, code } = run(argvOf(line), 5000, { load: () => data, files });
  return { text: `${out}\n${err}`, code };
}

const codes = new Map<string, number>();

/** Lines in answers that end in anything but 0 or 1; each is run once. */
function broken(answers: readonly string[]): string[] {
  const lines = [...new Set(answers.flatMap(printedLines))];
  return lines.filter((line) => {
    const code = codes.get(line) ?? answerTo(line).code;
    codes.set(line, code);
    return code !== 0 && code !== 1;
  });
}

/** Lines over all commands: those that `npm run compare:json` compares. */
const recorded = readFileSync(new URL('../fixtures/command-lines.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

it('the recorded lines are 400 at least, of every command that prints JSON, and answered', () => {
  expect(new Set(recorded).size).toBe(recorded.length);
  expect(recorded.length).toBeGreaterThanOrEqual(400);
  const commands = new Set(recorded.map((line) => line.split(' ')[0]));
  const others = ['panel', 'schema', 'explain', 'completion', 'demo'];
  expect(catalogue.map(({ name }) => name).filter((name) => !commands.has(name) && !others.includes(name))).toEqual([]);
});

it('every line in the answer to a recorded line runs', () => {
  const answers = recorded.map((line, index) => answerTo(`baclofen ${line}${index % 8 === 0 ? ' --full' : ''}`));
  expect(recorded.filter((_, index) => ![0, 1].includes(answers[index]?.code ?? 3))).toEqual([]);
  expect(broken(answers.map(({ text }) => text))).toEqual([]);
  // Some of each: a suite that finds none proves nothing.
  expect(codes.size).toBeGreaterThan(100);
});

/** The lines of docs/commands as they were typed; what a shell does with them is left out. */
function typedInDocs(): string[] {
  const folder = new URL('../../docs/commands/', import.meta.url);
  const first = (name: string) => /^\$ (baclofen.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? '';
  return readdirSync(folder)
    .map(first)
    .filter((line) => line !== '' && !/[|<>]|--output/.test(line));
}

it('every line in help, in the demonstration and in the answers that docs/commands records runs', () => {
  const helps = catalogue.flatMap(({ name }) => [`baclofen ${name} --help`, `baclofen ${name} -h`]);
  const lines = [...helps, 'baclofen', 'baclofen --help', 'baclofen -h', 'baclofen demo', ...typedInDocs()];
  const answers = lines.map(answerTo).filter(({ code }) => code < 2);
  expect(answers.length).toBeGreaterThan(200);
  expect(broken(answers.map(({ text }) => text))).toEqual([]);
  expect(['baclofen monograph', 'baclofen sources'].map((each) => answerTo(each).code)).toEqual([0, 0]);
});

const dose = fc.constantFrom(5, 10, 15, 20, 25, 30, 40, 45, 60, 80, 90, 120);
const products = fc.constantFrom(undefined, 'tablet-5', 'tablet-10', 'tablet-25', 'solution-1', 'suspension-5');
const drugs = fc.constantFrom(undefined, ['oxycodone'], ['sodium oxybate', 'xyzzy']);

/** A line of one of the commands that print lines for this patient. */
const line = fc
  .record({
    command: fc.constantFrom('titrate', 'titrate', 'renal', 'taper', 'restart', 'check', 'switch'),
    patient: fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: minor }),
    rules: country,
    product: products,
    drugs,
    one: dose,
    other: dose,
  })
  .map(({ command, patient, rules, product, one, other, ...beside }) => {
    const about = { ...(product && { products: [product] }), ...(beside.drugs && beside), patient, rules };
    const { products: _, drugs: __, ...alone } = about as typeof about & { products?: unknown; drugs?: unknown };
    switch (command) {
      case 'titrate':
        return commandLine({
          command,
          request: { ...(one > other ? { start: mg(one / 2) } : { from: { dailyDose: mgPerDay(one) } }), ...about },
        });
      case 'taper':
        return commandLine({ command, request: { days: 14, from: { dailyDose: mgPerDay(one) }, ...about } });
      case 'restart':
        return commandLine({
          command,
          request: { from: { dailyDose: mgPerDay(one) }, missed: { value: other, unit: 'h' }, ...about },
        });
      case 'check':
        return `${commandLine({ command, request: { taking: { dailyDose: mgPerDay(other) }, ...about } })} --dose ${one}mg/day`;
      case 'switch':
        return `${commandLine({ command, request: alone })} --from tablet-10 --to ${product ?? 'solution-2'} --dose ${one / 2}mgx3`;
      default:
        return commandLine({ command, request: { dailyDose: mgPerDay(one), ...alone } });
    }
  });

it('every line in the answers to 300 generated requests runs', () => {
  const answers = fc.sample(line, { numRuns: 300, seed: 13 }).map(answerTo);
  expect(answers.filter(({ code }) => code === 0 || code === 1).length).toBeGreaterThan(200);
  expect(broken(answers.filter(({ code }) => code < 2).map(({ text }) => text))).toEqual([]);
});

/** What a record warns of; where flags stand instead, that they do so. */
const ofRecords: readonly NoticeCode[] = [
  'allergy-not-read',
  'baclofen-named',
  'creatinine-old',
  'file-dose-differs',
  'file-kidney-lower',
  'file-part-left-out',
  'kidney-acute',
  'kidney-disease-disagrees',
  'kidney-not-read',
  'kidney-number-old',
  'order-old',
  'pump-in-record',
  'record-not-recognised',
  'result-not-final',
];

const asking: readonly string[] = [
  'titrate --start 5',
  'titrate --target 60',
  'titrate --start 45 --crcl 40',
  'renal',
  'renal --daily-dose 60',
  'taper --days 14',
  'restart --missed 2d',
  'restart --missed 2d --from 20x4',
  'check --dose 20x4',
  'check --dose 15x3 --taking 10x3',
  'check',
  'switch --from tablet-10 --to granules-5',
  'switch --dose 7x3 --from solution-1 --to tablet-10',
  'levels --dose 20x3',
];

/** Sentences of what a record warns of. */
function warned(line: string, records: Readonly<Record<string, string>>): string[] {
  const { out, code } = run(argvOf(`${line} --json`), 80, { load: () => data, files: records });
  if (code > 1) return [];
  const { notices } = JSON.parse(out) as { notices: readonly { code: NoticeCode; message: string }[] };
  return notices.filter(({ code }) => ofRecords.includes(code)).map(({ message }) => message);
}

it('every line in the answers to 200 generated records warns of all that the record does', () => {
  const records = fc.sample(recordThatWarns, { numRuns: 200, seed: 5 });
  const name = "o'neil 1.json";
  const lines = new Set<string>();
  let held = 0;
  const lost = records.flatMap((text, index) => {
    const files = { [name]: text };
    const asked = `baclofen ${asking[index % asking.length]} --patient "${name}"`;
    const said = warned(asked, files);
    const { out } = run(argvOf(asked), 5000, { load: () => data, files });
    return printedLines(out).flatMap((next) => {
      if (!next.includes('--patient')) return [`${asked}: ${next}`];
      lines.add(next);
      held += said.length;
      const unsaid = said.filter((each) => !warned(next, files).includes(each));
      return unsaid.length > 0 || run(argvOf(next), 80, { load: () => data, files }).code > 1
        ? [`${text} ${asked}: ${next}: ${unsaid.join(' ')}`]
        : [];
    });
  });
  expect(lost).toEqual([]);
  // Of many warnings: a suite that holds none proves nothing.
  expect(lines.size).toBeGreaterThan(10);
  expect(held).toBeGreaterThan(200);
});
