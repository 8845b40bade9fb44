import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { formats, planFormats } from '../../src/cli/flags/format.js';
import { loadParameters } from '../../src/parameters/load.js';
import { argvOf, run } from '../cli/run.js';
import { held, rules } from './rules.js';

const parameters = loadParameters();

const printed = (argv: readonly string[], columns: number) => run(argv, columns, { load: () => parameters });

/** Every command line of the transcripts, without how it is printed. */
const folder = new URL('../../docs/commands/', import.meta.url);
const shown = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => /^\$ (baclofen .*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? 'baclofen')
  .filter((line) => !line.includes('--name') && !/[|]|--output|--help/.test(line))
  .map((line) => argvOf(line.replace(/ --(?:format \S+|json|chart|explain)/g, '')));

const commands = [
  'titrate',
  'renal',
  'taper',
  'infant-dose',
  'milk',
  'newborn',
  'monograph',
  'levels',
  'intrathecal',
  'switch',
  'restart',
  'rules',
  'products',
  'sources',
];
const views = new Set(['titrate', 'taper', 'newborn', 'switch', 'restart']);

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
    .tuple(fc.integer({ min: 2, max: 80 }), fc.integer({ min: 2, max: 1500 }), patient, product)
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
  if (format === 'fhir' || format === 'json') return sentences(JSON.parse(out)).join('\n');
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
  const possible = views.has(argv[0] ?? '') ? planFormats : formats;
  for (const format of possible) {
    const day = argv[0] === 'newborn' ? '--birth-date' : '--start-date';
    const when = dated && views.has(argv[0] ?? '') && !argv.includes(day) ? [day, '2026-12-01'] : [];
    for (const more of format === 'table' ? [[], ['--explain']] : [[]]) {
      for (const columns of format === 'table' ? [80, 500] : [80]) {
        const line = [...argv, ...when, ...more, '--format', format];
        const { out, err, code } = printed(line, columns);
        if (code > 1 || out === '') {
          expect(misread(err), line.join(' ')).toEqual([]);
          continue;
        }
        // A refusal is printed as text where a view was asked for.
        const kind = code === 1 && format !== 'json' && format !== 'markdown' ? 'table' : format;
        expect(misread(words(kind, out)), line.join(' ')).toEqual([]);
        expect(misread(err), line.join(' ')).toEqual([]);
        texts += 1;
      }
    }
  }
  return texts;
}

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
    expect(lines.reduce((sum, argv) => sum + hold(argv, true), 0)).toBeGreaterThan(3);
  });

  it.each(['titrate', 'taper', 'renal', 'infant-dose and newborn'])('%s, generated', (kind) => {
    const wanted = 200;
    const lines = fc
      .sample(generated, { numRuns: wanted, seed: 20261205 })
      .filter(([name]) => kind.includes(name ?? ''));
    expect(lines.reduce((sum, argv) => sum + hold(argv, true), 0)).toBeGreaterThan(100);
  });

  it('sources: each of them', () => {
    for (const { id } of parameters.sources) hold(['sources', id], false);
  });

  it('help of each command', () => {
    for (const command of commands) {
      const { out } = printed([command, '--help'], 100);
      expect(misread(out.replace(/^.*\$ ?baclofen.*$|^ *baclofen .*$|<[a-z -]+>/gm, '')), command).toEqual([]);
    }
  });
});
