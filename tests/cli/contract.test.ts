import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { calculationNames } from '../../src/calculations.js';
import { jsonSchema } from '../../src/cli/commands/schema.js';
import { contract } from './contracts.js';
import { argvOf } from './run.js';
import { quickRun } from './trouble.js';

type Command = keyof typeof contract;

const plans: readonly string[] = [
  'baclofen titrate --start 5',
  'baclofen titrate --start 5 --target 70',
  'baclofen titrate --start 10 --times 2 --every 7 --increment 10 --supply 28',
  'baclofen titrate --start 5 --crcl 65',
  'baclofen titrate --start 5 --crcl 30',
  'baclofen titrate --start 5 --crcl 29.97',
  'baclofen titrate --start 5 --egfr 45 --product solution-1',
  'baclofen titrate --start 5 --product tablet-10 tablet-20',
  'baclofen titrate --start 5 --age 82 --crcl 29.97',
  'baclofen titrate --start 5 --age 70',
  'baclofen titrate --age 5 --weight 20',
  'baclofen titrate --start 5 --rules uk --target 90',
  'baclofen titrate --start 5 --dialysis --override dialysis --reason specialist',
  'baclofen renal --crcl 25',
  'baclofen renal --crcl 90 --daily-dose 100',
  'baclofen renal --crcl 10 --daily-dose 60',
  'baclofen renal --dialysis',
  'baclofen renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL --daily-dose 60',
  'baclofen renal --age 55 --sex male --weight 140 --height 172 --creatinine 106umol/L',
  'baclofen renal --age 34 --sex male --weight 52 --creatinine 0.4mg/dL --spinal-cord-injury tetraplegia',
  'baclofen renal --age 40 --sex male --weight 250 --creatinine 0.2mg/dL',
  'baclofen taper --days 14',
  'baclofen taper --days 14 --from 60',
  'baclofen taper --from 20x3 --reduce 10 --every 7',
  'baclofen taper --from 80 --percent 25 --every 7 --used-for 400',
  'baclofen taper --days 6 --from 100',
  'baclofen taper --days 14 --from 60 --crcl 10',
  'baclofen taper --days 21 --from 7.5 --product solution-1',
  'baclofen check --dose 20x4 --age 76 --crcl 25 --taking 0',
  'baclofen check --dose 350mcg',
  'baclofen check --volume 5mL --times 3',
  'baclofen check --from 60 --days 14 --quantity 45 --with oxycodone,xyzzy --condition epilepsy',
  'baclofen check --dose 10-10-20 --also 10x3 --pump --age 45 --crcl 95',
  'baclofen titrate --start 5 --with oxycodone,diazepam,xyzzy --condition epilepsy',
  'baclofen infant-dose --milk 0.32',
  'baclofen infant-dose --milk 0.32 --maternal-dose 80',
  'baclofen infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60 --infant-weight 3.5 --share 1/3',
  'baclofen infant-dose --maternal-dose 180 --intake 120',
  'baclofen infant-dose --milk 0.617mcg/L --infant-weight 2.704',
  'baclofen infant-dose --route intrathecal --maternal-dose 330mcg',
  'baclofen milk --dose 20 --times 06:00,11:20,16:40,22:00',
  'baclofen restart --from 20x3 --missed 12h',
  'baclofen restart --from 20x3 --missed 2d --age 70 --crcl 70 --product solution-1',
  'baclofen restart --from 10-10-20 --missed 5d --reason surgery --start-date 2026-12-01',
  'baclofen switch --dose 7x3 --from solution-1 --to suspension-5',
  'baclofen switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3 --age 4 --weight 16',
  'baclofen levels --dose 20x3',
  'baclofen levels --single 20 --set simon --weight 60',
  'baclofen levels --dose 10x3 --crcl 45 --missed 2 --doubled',
  'baclofen intrathecal',
  'baclofen intrathecal --dose 350mcg --concentration 2000mcg/mL --reservoir 20mL --refilled 2026-11-25',
  'baclofen intrathecal --dose 350mcg --change 15% --of spinal --at refill --concentration 500mcg/mL --reservoir 20mL',
  'baclofen newborn --weight 2.9 --regimen a --with-milk 1/3',
  'baclofen newborn --weight 2.9 --regimen b --birth-date 2026-12-01',
];

const refusals: readonly (readonly [line: string, code: string])[] = [
  ['baclofen titrate --start 7', 'cannot-be-made'],
  ['baclofen titrate --start 25', 'start-above-ceiling'],
  ['baclofen titrate --start 5 --target 62', 'daily-dose-cannot-be-made'],
  ['baclofen titrate --start 5 --target 90', 'target-above-ceiling'],
  ['baclofen titrate --start 5 --target 110', 'target-never-computed'],
  ['baclofen titrate --start 5 --crcl 40 --every 3', 'faster-than-allowed'],
  ['baclofen titrate --start 5 --crcl 40 --times 1', 'start-too-small'],
  ['baclofen titrate --start 5 --crcl 25 --times 3', 'fixed-by-rule'],
  ['baclofen titrate --start 5 --crcl 10', 'clearance-too-low'],
  ['baclofen titrate --start 5 --dialysis', 'dialysis'],
  ['baclofen titrate --start 5 --hypersensitivity', 'hypersensitivity'],
  ['baclofen titrate --age 0.5 --weight 7', 'under-age'],
  ['baclofen titrate --age 5', 'child-weight-missing'],
  ['baclofen renal --age 12 --sex male --creatinine 0.6mg/dL', 'child-creatinine'],
  ['baclofen titrate --start 5 --taking 20x3', 'already-taking'],
  ['baclofen titrate --from 60', 'at-the-target'],
  ['baclofen titrate --from 60 --crcl 42', 'above-the-ceiling'],
  ['baclofen taper --days 14 --from 5', 'no-level-below'],
  ['baclofen restart --from 20x3 --missed 2d --crcl 25', 'above-the-ceiling'],
  ['baclofen restart --from 20x3 --missed 2d --dialysis', 'restart-where-avoided'],
  ['baclofen restart --from 20x3 --reason pump', 'pump-interrupted'],
  ['baclofen restart --from 20x3 --signs withdrawal', 'suspected-withdrawal'],
  ['baclofen switch --dose 12x3 --from solution-1 --to tablet-10', 'switch-cannot-be-made'],
  ['baclofen switch --dose 7x3 --from solution-1 --to 3mg/mL', 'strength-unknown'],
  ['baclofen switch --dose 7x3 --from solution-1 --to tizanidine', 'switch-elsewhere'],
  ['baclofen taper --days 14 --from 401', 'from-implausible'],
  ['baclofen taper --from 60 --reduce 60 --every 7', 'abrupt-stop'],
  ['baclofen levels --dose 5x2 --crcl 20', 'no-levels-at-clearance'],
  ['baclofen levels --dose 5x2 --dialysis', 'no-levels-on-dialysis'],
  ['baclofen levels --dose 5x2 --age 12', 'no-levels-below-age'],
  ['baclofen intrathecal --from-oral 60', 'no-oral-conversion'],
  ['baclofen intrathecal --new-concentration 500mcg/mL', 'concentration-change'],
  ['baclofen intrathecal --dose 900mcg --concentration 4000mcg/mL --reservoir 20mL', 'concentration-not-labelled'],
  ['baclofen intrathecal --dose 900mcg --concentration 500mcg/mL --reservoir 4mL', 'reserve-not-below-reservoir'],
  ['baclofen intrathecal --dose 2500mcg --concentration 2000mcg/mL --reservoir 20mL', 'intrathecal-dose-too-high'],
  ['baclofen intrathecal --dose 350mcg --change 31% --of spinal', 'intrathecal-step-too-large'],
];

const lines = [...plans, ...refusals.map(([line]) => line)];

/** What design.md promises of every answer, written down apart from the code. */
interface Answer {
  readonly schema: string;
  readonly version: string;
  readonly data: string;
  readonly outcome: string;
  readonly request: unknown;
  readonly plan?: unknown;
  readonly refusal?: { readonly code: string; readonly reason: string; readonly instead: readonly string[] };
  readonly assumptions: readonly { readonly reason: string; readonly flag: string }[];
  readonly notices: readonly { readonly message: string }[];
  readonly working: readonly unknown[];
  readonly sources: readonly { readonly id: string; readonly title: string }[];
}

interface JsonSchema {
  readonly $schema: string;
  readonly title: string;
  readonly oneOf?: readonly Branch[];
  readonly anyOf?: readonly Branch[];
}

interface Branch {
  readonly properties: Readonly<Record<string, { readonly const?: string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

const commandOf = (line: string) => argvOf(line)[0] as Command;

function answerTo(line: string, ...more: readonly string[]) {
  const { code, out, err } = quickRun([...argvOf(line), '--json', ...more]);
  expect(err).toBe('');
  return { code, out, answer: JSON.parse(out) as Answer };
}

/** Every citation anywhere in a value. */
function citationsIn(value: unknown): { source: string; locator: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'source' in value && 'locator' in value ? [value as { source: string; locator: string }] : [];
  return [...own, ...Object.values(value).flatMap(citationsIn)];
}

/** Objects with a value and a unit. */
function quantitiesIn(value: unknown): { value: unknown; unit: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'unit' in value && 'value' in value ? [value as { value: unknown; unit: unknown }] : [];
  return [...own, ...Object.values(value).flatMap(quantitiesIn)];
}

describe('the JSON contract', () => {
  it('is tried on 20 lines or more, and on every command', () => {
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(new Set(lines.map(commandOf))).toEqual(new Set(Object.keys(contract)));
  });

  describe.each(lines)('%s', (line) => {
    const { code, out, answer } = answerTo(line);

    it('is valid by the contract and survives a round trip', () => {
      const result = contract[commandOf(line)].safeParse(answer);
      expect(result.success ? '' : z.prettifyError(result.error)).toBe('');
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(result.data).toEqual(answer);
    });

    it('says what it is, of which version and data', () => {
      expect(answer.schema).toBe(`baclofen/${commandOf(line)}@2`);
      expect(answer.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(answer.data).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    it('has either a plan or a refusal, as the exit code says', () => {
      expect([answer.plan === undefined, answer.refusal === undefined]).toEqual(
        answer.outcome === 'plan' ? [false, true] : [true, false],
      );
      const stops = JSON.stringify(answer.plan ?? '').includes('"level":"stop"');
      expect([answer.outcome, code]).toEqual(answer.plan === undefined ? ['refusal', 1] : ['plan', stops ? 1 : 0]);
    });

    it('lists whole the sources it cites, and no other', () => {
      const { sources, ...rest } = answer;
      const cited = new Set(citationsIn(rest).map(({ source }) => source));
      expect(new Set(sources.map(({ id }) => id))).toEqual(cited);
      expect(sources.length).toBe(cited.size);
      for (const { title } of sources) expect(title).not.toBe('');
    });

    it('carries numbers as finite quantities', () => {
      const all = quantitiesIn(answer);
      // The reference and a conversion that is refused are words alone.
      expect(all.length > 0 || /intrathecal(?: --from-oral 60)?$/.test(line)).toBe(true);
      for (const { value, unit } of all) {
        expect(Number.isFinite(value)).toBe(true);
        expect(unit).toMatch(/^[\w%/{}.]+$/);
      }
      expect(out).not.toMatch(/undefined|NaN|Infinity/);
    });

    it('is worded without signs that can be misread', () => {
      const words = [
        ...answer.notices.map(({ message }) => message),
        ...answer.assumptions.map(({ reason }) => reason),
        ...(answer.refusal ? [answer.refusal.reason, ...answer.refusal.instead] : []),
      ];
      for (const word of words) expect(word).toMatch(/^[\x20-\x7e]+$/);
      for (const word of words) expect(word).not.toMatch(/[<>@&]/);
    });

    it('is not changed by --explain, --format json or --no-color', () => {
      for (const more of [['--explain'], ['--no-color'], ['--format', 'json'], ['--explain', '--format', 'json']]) {
        expect(answerTo(line, ...more)).toEqual({ code, out, answer });
      }
    });

    it('is not changed by printing it as text, which has the same exit code', () => {
      for (const format of ['table', 'markdown', 'csv']) {
        const text = quickRun([...argvOf(line), '--format', format]);
        expect(text.code).toBe(code);
        // A table of numbers has no words: what must be heard stands beside it.
        expect(text.err).toMatch(
          format === 'csv' ? /^(?:(?:WARNING|Caution|(?:STOP|ASK)(?: \(day \d+\))?): .*\n)*$/ : /^$/,
        );
        expect(text.out).not.toBe('');
      }
      expect(answerTo(line).out).toBe(out);
    });
  });

  it.each(refusals)('%s is refused: %s, with what could be done instead', (line, code) => {
    const { answer } = answerTo(line);
    expect(answer.refusal?.code).toBe(code);
    expect(answer.refusal?.instead).not.toEqual([]);
    expect(citationsIn(answer.refusal)).not.toEqual([]);
  });

  it('is strict: an unknown key, a missing part or both plan and refusal are not valid', () => {
    const { answer } = answerTo('baclofen titrate --start 5');
    const { plan, ...rest } = answer;
    expect(contract.titrate.safeParse({ ...answer, extra: 1 }).success).toBe(false);
    expect(contract.titrate.safeParse(rest).success).toBe(false);
    const { refusal } = answerTo('baclofen titrate --start 7').answer;
    expect(contract.titrate.safeParse({ ...answer, refusal }).success).toBe(false);
    expect(contract.titrate.safeParse({ ...rest, refusal }).success).toBe(false);
    expect(contract.taper.safeParse(answer).success).toBe(false);
    expect(contract.titrate.safeParse({ ...rest, plan }).success).toBe(true);
  });
});

describe('parts of the contract', () => {
  const planOf = (line: string) => answerTo(line).answer.plan;

  it('a schedule', () => {
    // 5 mg three times daily on days 1 to 3: half a tablet of 10 mg each, 15 mg per day.
    const half = { dose: { value: 5, unit: 'mg' }, make: [{ product: 'tablet-10', count: 0.5 }] };
    expect(planOf('baclofen titrate --start 5')).toMatchObject({
      schedule: [
        {
          fromDay: 1,
          toDay: 3,
          doses: [
            { time: 'morning', ...half },
            { time: 'midday', ...half },
            { time: 'bedtime', ...half },
          ],
          dailyDose: { value: 15, unit: 'mg/d' },
        },
        { fromDay: 4, toDay: 6 },
        { fromDay: 7, toDay: 9 },
        { fromDay: 10, toDay: null },
      ],
      dispense: [{ product: 'tablet-10', count: 45 }],
    });
  });

  it('a schedule of a liquid carries the volume', () => {
    expect(planOf('baclofen titrate --start 5 --product solution-1')).toMatchObject({
      schedule: [
        { doses: [{ make: [{ product: 'solution-1', volume: { value: 5, unit: 'mL' } }] }, {}, {}] },
        {},
        {},
        {},
      ],
    });
  });

  it('a taper ends with the zero; without a dose it has a schedule for each usual dose', () => {
    expect(planOf('baclofen taper --days 14 --from 10')).toMatchObject({
      schedule: [{ toDay: 14 }, { fromDay: 15, toDay: null, doses: [], dailyDose: { value: 0, unit: 'mg/d' } }],
    });
    expect(planOf('baclofen taper --days 14')).toMatchObject({
      schedules: [30, 40, 60, 80].map((value) => ({ from: { value, unit: 'mg/d' } })),
    });
  });

  it('infant exposure', () => {
    expect(
      planOf('baclofen infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60 --share 1/3'),
    ).toMatchObject({
      // 0.048 / 3 = 0.016; 3.6 / 3 = 1.2.
      infantDose: { value: 0.016, unit: 'mg/kg/d' },
      relativeInfantDose: [{ maternalWeight: { value: 60, unit: 'kg' }, value: { value: 1.2, unit: '%' } }],
      comparisons: [{}, {}, {}, {}],
    });
  });

  it('renal function', () => {
    expect(planOf('baclofen renal --crcl 25')).toMatchObject({
      estimates: [{ value: { value: 25, unit: 'mL/min' } }],
      band: { id: '15-to-below-30' },
      recommendation: { action: 'reduce' },
    });
  });
});

describe('the JSON Schema of an answer', () => {
  interface Shape {
    readonly properties?: Readonly<Record<string, Shape & { readonly description?: string }>>;
    readonly oneOf?: readonly Shape[];
    readonly anyOf?: readonly Shape[];
    readonly allOf?: readonly Shape[];
  }
  const parts = (shape: Shape): readonly Shape[] => [
    shape,
    ...[shape.oneOf, shape.anyOf, shape.allOf].flatMap((all = []) => all.flatMap(parts)),
  ];

  it.each(calculationNames)('describes every field of the plan of %s and what was asked', (name) => {
    const answers = parts(jsonSchema(name) as Shape).map(({ properties = {} }) => properties);
    for (const part of ['plan', 'request']) {
      const fields = answers
        .flatMap((properties) => (properties[part] ? parts(properties[part]) : []))
        .flatMap(({ properties = {} }) => Object.entries(properties));
      expect(fields.length).toBeGreaterThan(0);
      const bare = fields.filter(([, { description }]) => !description).map(([field]) => field);
      expect([...new Set(bare)], `${part}: a line in src/contract/field-words.ts`).toEqual([]);
    }
  });
});

describe('baclofen schema', () => {
  it.each(Object.keys(contract) as Command[])('%s prints JSON Schema', (command) => {
    const { code, out, err } = quickRun(['schema', command]);
    expect([code, err]).toEqual([0, '']);
    const schema = JSON.parse(out) as JsonSchema;
    expect(schema.$schema).toMatch(/^https:\/\/json-schema\.org\//);
    expect(schema).toMatchObject({ ...z.toJSONSchema(contract[command]), $id: `baclofen/${command}@2` });
    expect(schema.title).not.toBe('');
    const branches = schema.oneOf ?? schema.anyOf ?? [];
    // One branch for a plan, one for a refusal; both closed, both named after the command.
    expect(branches.map(({ properties }) => properties.outcome?.const)).toEqual(['plan', 'refusal']);
    for (const { properties, required, additionalProperties } of branches) {
      expect(properties.schema?.const).toBe(`baclofen/${command}@2`);
      expect(required).toContain(properties.outcome?.const);
      expect(additionalProperties).toBe(false);
    }
  });
});

describe('what is looked up', () => {
  it.each(['rules', 'sources', 'products', 'sources judgement', 'sources --stale'])(
    'baclofen %s is JSON with schema, version and date',
    (line) => {
      const { code, out } = quickRun([...line.split(' '), '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        schema: `baclofen/${line.split(' ')[0]}@2`,
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        data: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
    },
  );
});
