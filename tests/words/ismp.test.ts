import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.js';
import { checkFormats, formats, planFormats } from '../../src/cli/flags/format.js';
import { loadParameters } from '../../src/parameters/load.js';
import { records } from '../agreement/csv.js';
import { csvOf, people } from '../cli/panel/people.js';
import { argvOf, run } from '../cli/run.js';
import { held, rules } from './rules.js';

const parameters = loadParameters();

const printed = (argv: readonly string[], columns: number) => run(argv, columns, { load: () => parameters });

/** Every command line of the transcripts once, without how it is printed. */
const folder = new URL('../../docs/commands/', import.meta.url);
const shown = [
  ...new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => /^\$ (baclofen .*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? 'baclofen')
      .filter((line) => !line.includes('--name') && !/[|]|--output|--help/.test(line))
      .map((line) => line.replace(/ --(?:format \S+|json|chart|explain|full)/g, '')),
  ),
].map(argvOf);

/** What answers with a text to read, apart from what needs a file. */
const commands = catalogue
  .map(({ name }) => name)
  .filter((name) => !['explain', 'schema', 'completion', 'panel'].includes(name));
const views = new Set(['titrate', 'taper', 'newborn', 'switch', 'restart']);

/** Every format of a command. */
function formatsOf(command: string | undefined): readonly string[] {
  if (views.has(command ?? '')) return planFormats;
  if (command === 'check') return checkFormats;
  if (command === 'levels') return [...formats, 'html'];
  return command === 'demo' ? ['table'] : formats;
}

const optional = (flag: string, values: fc.Arbitrary<unknown>) =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? [] : [flag, String(value)]));

const patient = fc
  .tuple(
    optional(
      '--crcl',
      fc.double({ min: 5, max: 130, noNaN: true }).map((value) => value.toFixed(2)),
    ),
    optional('--age', fc.integer({ min: 12, max: 95 })),
    optional('--rules', fc.constantFrom('us', 'ca', 'uk', 'au', 'de', 'fr')),
  )
  .map((parts) => parts.flat());

const product = optional(
  '--product',
  fc.constantFrom('tablet-5', 'tablet-20', 'solution-1', 'solution-2', 'suspension-5'),
);

const generated = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('2.5', '5', '10', '15'),
      optional('--times', fc.integer({ min: 1, max: 4 })),
      optional('--supply', fc.constantFrom(28, 90, 1826)),
      patient,
      product,
    )
    .map(([start, ...rest]) => ['titrate', '--start', start, ...rest.flat()]),
  fc
    .tuple(fc.integer({ min: 2, max: 80 }), fc.integer({ min: 2, max: 400 }), patient, product)
    .map(([fives, days, ...rest]) => ['taper', '--from', String(fives * 5), '--days', String(days), ...rest.flat()]),
  fc
    .tuple(fc.integer({ min: 12, max: 130 }), fc.integer({ min: 80, max: 160 }))
    .map(([months, size]) => [
      'titrate',
      '--age',
      `${Math.floor(months / 12)}y${months % 12}m`,
      '--weight',
      String(size / 8),
    ]),
  fc
    .tuple(
      fc.integer({ min: 18, max: 99 }),
      fc.constantFrom('female', 'male'),
      fc.integer({ min: 35, max: 180 }),
      fc.integer({ min: 3, max: 90 }),
    )
    .map(([age, sex, weight, creatinine]) => [
      'renal',
      '--age',
      String(age),
      '--sex',
      sex,
      '--weight',
      String(weight),
      '--creatinine',
      `${creatinine / 10}mg/dL`,
    ]),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3000 }),
      optional('--maternal-dose', fc.integer({ min: 5, max: 160 })),
      optional('--infant-weight', fc.integer({ min: 2, max: 9 })),
    )
    .map(([level, ...rest]) => ['infant-dose', '--milk', String(level / 1000), ...rest.flat()]),
  fc
    .tuple(
      fc.constantFrom('5x3', '10x3', '10-10-20', '20x4', '60'),
      fc.constantFrom('12h', '2d', '80h'),
      optional('--reason', fc.constantFrom('ran-out', 'vomiting', 'surgery', 'pump')),
      optional('--signs', fc.constantFrom('withdrawal', 'drowsy', 'confused')),
      patient,
      product,
    )
    .map(([from, missed, ...rest]) => ['restart', '--from', from, '--missed', missed, ...rest.flat()]),
  fc
    .tuple(
      fc.constantFrom('5x3', '10x3', '10-10-20', '7x3', '12x2'),
      fc.constantFrom('tablet-5', 'tablet-10', 'solution-1', '2mg/mL'),
      fc.constantFrom('tablet-20', 'suspension-5', 'granules-5', '10mg/mL', '4mg/mL', 'tizanidine', 'pump'),
      patient,
    )
    .map(([dose, from, to, rest]) => ['switch', '--dose', dose, '--from', from, '--to', to, ...rest]),
  fc
    .tuple(fc.integer({ min: 50, max: 600 }), fc.constantFrom('a', 'b'))
    .map(([weight, course]) => ['newborn', '--weight', String(weight / 100), '--regimen', course]),
);

const worded = new Set([
  'message',
  'text',
  'reason',
  'label',
  'title',
  'locator',
  'note',
  'display',
  'patientInstruction',
  'instead',
  'statement',
  'name',
  'description',
  'summary',
  'about',
  'whose',
  // Of cards.
  'detail',
  'indicator',
]);

/** The sentences in JSON; codes, ids and numbers are for programs. */
function sentences(part: unknown, key = ''): string[] {
  if (typeof part === 'string') return worded.has(key) ? [part] : [];
  if (Array.isArray(part)) return part.flatMap((each) => sentences(each, key));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => sentences(value, name));
}

/** What a person reads in a form, without the marks of the form. */
function words(format: string, out: string): string {
  if (format === 'html')
    return [
      ...parseHTML(out).document.querySelectorAll(
        'title, [aria-label], p, li, td, th, h1, h2, h3, text, footer, header, figcaption, caption',
      ),
    ]
      .map((each) => `${each.textContent}\n${each.getAttribute('aria-label') ?? ''}`)
      .join('\n');
  if (format === 'markdown') return out.replaceAll('<br>', '\n').replace(/\\(.)/g, '$1');
  if (format === 'ics')
    return new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))
      .map(({ summary, description }) => `${summary}\n${description}`)
      .join('\n');
  // A card shows lines to type as such.
  if (format === 'cds-hooks')
    return sentences(JSON.parse(out))
      .join('\n')
      .replace(/`baclofen[^`]*`/g, '');
  if (format === 'fhir' || format === 'json') return sentences(JSON.parse(out)).join('\n');
  // The head and the units of a table are codes for programs.
  if (format === 'csv') {
    const cells = records(out).flatMap((row) => Object.entries(row).filter(([column]) => column !== 'unit'));
    return cells.map(([, cell]) => cell).join('\n');
  }
  return out;
}

/** Everything misread that stands in a text. */
function misread(text: string): string[] {
  const rest = held(text);
  return rules.flatMap(({ what, pattern }) => {
    const found = pattern.exec(rest);
    return found ? [`${what}: ...${rest.slice(Math.max(0, found.index - 50), found.index + 40)}...`] : [];
  });
}

/** Holds one command line in every form it has, narrow and wide, and returns how many texts were read. */
function hold(argv: readonly string[], dated: boolean): number {
  let texts = 0;
  const possible = formatsOf(argv[0]);
  for (const format of possible) {
    const day = argv[0] === 'newborn' ? '--birth-date' : '--start-date';
    const when = dated && views.has(argv[0] ?? '') && !argv.includes(day) ? [day, '2026-12-01'] : [];
    for (const more of format === 'table' && argv[0] !== 'demo' ? [[], ['--full'], ['--explain']] : [[]]) {
      for (const columns of format === 'table' && more.length === 0 ? [80, 500] : [80]) {
        const line = argv[0] === 'demo' ? argv : [...argv, ...when, ...more, '--format', format];
        const { out, err, code } = printed(line, columns);
        if (code > 1 || out === '') {
          expect(misread(err), line.join(' ')).toEqual([]);
          continue;
        }
        // A refusal is printed as text where a view was asked for.
        const kind =
          code === 1 && !['json', 'markdown', 'fhir', 'csv', 'cds-hooks'].includes(format) ? 'table' : format;
        expect(misread(words(kind, out)), line.join(' ')).toEqual([]);
        expect(misread(err), line.join(' ')).toEqual([]);
        texts += 1;
      }
    }
  }
  return texts;
}

/** Help without the lines to type and the places of values, which a shell reads. */
const withoutLines = (text: string) => text.replace(/^.*\$ ?baclofen.*$|^ *baclofen .*$|<[a-z -]+>/gm, '');

const orders = fc
  .tuple(
    fc.constantFrom('10x3', '20x4', '40x2', '5x1', '60', '10-10-20', '500mcg x 3', '7mLx3', '100x3', '2 tablets'),
    optional('--taking', fc.constantFrom('0', '5x3', '10x3', '60', '20x4')),
    optional('--age', fc.integer({ min: 1, max: 95 })),
    optional('--crcl', fc.integer({ min: 5, max: 130 })),
    optional('--with', fc.constantFrom('oxycodone', 'diazepam', 'lithium', 'xyzzy', 'alcohol')),
    optional('--condition', fc.constantFrom('epilepsy', 'stroke', 'peptic ulcer', 'xyzzy')),
    optional('--strength', fc.constantFrom('1mg/mL', '10mg/mL', '5mg/5mL')),
  )
  .map(([dose, ...rest]) => ['check', '--dose', dose, ...rest.flat()]);

describe('each rule', () => {
  it.each(rules.flatMap(({ what, pattern, caught }) => caught.map((example) => [what, example, pattern] as const)))(
    '%s is caught',
    (_, example, pattern) => expect(held(example)).toMatch(pattern),
  );

  it.each(rules.flatMap(({ what, pattern, passes }) => passes.map((example) => [what, example, pattern] as const)))(
    '%s is not seen where there is none',
    (_, example, pattern) => expect(held(example)).not.toMatch(pattern),
  );
});

describe('every line of every command in every form', () => {
  it.each(commands)('%s, as in the transcripts', (command) => {
    const lines = shown.filter(([name]) => name === command);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.reduce((sum, argv) => sum + hold(argv, true), 0)).toBeGreaterThan(command === 'demo' ? 1 : 3);
  });

  it.each(['titrate', 'taper', 'renal', 'infant-dose and newborn', 'restart and switch'])('%s, generated', (kind) => {
    const wanted = 120;
    const lines = fc
      .sample(generated, { numRuns: wanted, seed: 20261205 })
      .filter(([name]) => kind.includes(name ?? ''));
    expect(lines.reduce((sum, argv) => sum + hold(argv, true), 0)).toBeGreaterThan(100);
  });

  it('sources: each of them', () => {
    for (const { id } of parameters.sources) hold(['sources', id], false);
  });

  it('monograph: each topic, brief and in full', () => {
    for (const { id } of parameters.monograph.topics) hold(['monograph', id], false);
  });

  it('check: generated orders', () => {
    const lines = fc.sample(orders, { numRuns: 60, seed: 20_261_126 });
    expect(lines.reduce((sum, argv) => sum + hold(argv, false), 0)).toBeGreaterThan(200);
  });

  it('panel: rows, counts and the SELECT', () => {
    const drawn = people(200, 7);
    const files = { 'c.csv': csvOf(drawn, [...drawn.keys()]) };
    for (const flags of [
      [],
      ['--format', 'table'],
      ['--format', 'ndjson'],
      ['--summary'],
      ['--small-cells', '--summary'],
    ]) {
      const { out, err, code } = run(['panel', 'c.csv', ...flags], 80, { files, load: () => parameters });
      expect(code).toBe(0);
      const rows = flags.length === 0 ? records(out.replaceAll('\n', '\r\n')).map(({ reason = '' }) => reason) : [out];
      const read = flags.includes('ndjson')
        ? out.split('\n').flatMap((each) => (each ? sentences(JSON.parse(each)) : []))
        : rows;
      expect(misread(read.join('\n')), flags.join(' ')).toEqual([]);
      expect(misread(err)).toEqual([]);
    }
    const comments = printed(['panel', '--sql', 'duckdb'], 80)
      .out.split('\n')
      .filter((each) => each.startsWith('--'));
    expect(comments.length).toBeGreaterThan(3);
    expect(misread(comments.join('\n'))).toEqual([]);
  });

  it('help of each command, in short and in full', () => {
    for (const command of ['', ...catalogue.map(({ name }) => name)])
      for (const help of ['-h', '--help']) {
        const { out } = printed(command === '' ? [help] : [command, help], 100);
        expect(misread(withoutLines(out)), `${command} ${help}`).toEqual([]);
      }
  });

  it('the manual page', () => {
    const text = readFileSync(new URL('../../man/baclofen.1', import.meta.url), 'utf8');
    const read = text
      .replace(/^\.\\".*$/gm, '')
      .replace(/\\f[A-Z]|^\.[A-Z]+ ?/gm, '')
      .replaceAll('\\-', '-');
    expect(misread(withoutLines(read))).toEqual([]);
  });
});
