import { describe, expect, it } from 'vitest';
import { argvOf, run } from './run.js';
import { expectOneSentence, quickRun } from './trouble.js';

/** Exit 2, nothing on stdout, and one sentence on stderr with all of these in it. */
function expectBadInput(argv: readonly string[], ...parts: readonly string[]): void {
  const { code, out, err } = quickRun(argv);
  expect([code, out], argv.join(' ')).toEqual([2, '']);
  expectOneSentence(err, argv);
  // Whole, not cut off in the middle; and no stack.
  expect(err, argv.join(' ')).not.toMatch(/\.\.\.\n$/);
  expect(err).not.toMatch(/ at .*\.[jt]s/);
  for (const part of parts) expect(err, argv.join(' ')).toContain(part);
}

const titrate = ['titrate', '--start', '5'];
const estimate = ['renal', '--age', '72', '--sex', 'female', '--weight', '60', '--creatinine', '1.4mg/dL'];
const infant = ['infant-dose', '--milk', '0.32'];

/** Every flag that takes a number, and a command line that lacks nothing but this flag. */
const numberFlags: readonly (readonly [flag: string, command: readonly string[]])[] = [
  ['--start', ['titrate']],
  ['--times', titrate],
  ['--increment', titrate],
  ['--every', titrate],
  ['--target', titrate],
  ['--supply', titrate],
  ['--crcl', titrate],
  ['--egfr', titrate],
  ['--crcl', ['renal']],
  ['--egfr', ['renal']],
  ['--age', estimate.filter((word) => word !== '--age' && word !== '72')],
  ['--weight', estimate.filter((word) => word !== '--weight' && word !== '60')],
  ['--height', estimate],
  ['--creatinine', estimate.slice(0, -2)],
  ['--daily-dose', ['renal', '--crcl', '25']],
  ['--days', ['taper']],
  ['--from', ['taper', '--days', '14']],
  ['--used-for', ['taper', '--days', '14']],
  ['--reduce', ['taper', '--from', '60', '--every', '7']],
  ['--percent', ['taper', '--from', '60', '--every', '7']],
  ['--every', ['taper', '--from', '60', '--reduce', '10']],
  ['--milk', ['infant-dose']],
  ['--maternal-dose', infant],
  ['--maternal-weight', infant],
  ['--infant-weight', infant],
  ['--intake', infant],
  ['--share', infant],
];

const noNumbers = [
  'abc',
  '5,5',
  '1e3',
  '0x10',
  '-5',
  'NaN',
  'Infinity',
  '',
  ' ',
  '+5',
  '.5',
  '5.',
  '5.5.5',
  '1 000',
  '5_0',
  '5 furlong',
  '5mg5',
  '٥',
];

describe.each(numberFlags)('%s', (flag, command) => {
  it.each(noNumbers)('got "%s"', (value) => {
    expectBadInput([...command, flag, value], flag, `"${value}"; `);
    expectBadInput([...command, `${flag}=${value}`], flag, `"${value}"; `);
  });

  it('got nothing behind it', () => expectBadInput([...command, flag], `${flag} got nothing; it takes `));
});

describe('a unit that is not one, or not that of the flag', () => {
  it.each([
    // A volume is no dose, and mg per day no mg per dose.
    [[...titrate.slice(0, 1), '--start', '5mL'], '--start', '5mL'],
    [['titrate', '--start', '5mg/day'], '--start', '5mg/day'],
    [['titrate', '--start', '5mcg'], '--start', '5mcg'],
    [[...titrate, '--crcl', '25mL/h'], '--crcl', '25mL/h'],
    [[...titrate, '--egfr', '25mL/min'], '--egfr', '25mL/min'],
    [['renal', '--crcl', '25', '--weight', '5g'], '--weight', '5g'],
    [['renal', '--crcl', '25', '--weight', '130lb'], '--weight', '130lb'],
    [['taper', '--days', '14', '--from', '60mcg'], '--from', '60mcg'],
    [['infant-dose', '--milk', '0.32mg'], '--milk', '0.32mg'],
    [[...infant, '--maternal-dose', '330mcg/day'], '--maternal-dose', '330mcg/day'],
  ])('%j', (argv, flag, got) => expectBadInput(argv, flag, `"${got}"`));

  it('creatinine without its unit', () => {
    const argv = [...estimate.slice(0, -1), '1.4'];
    expectBadInput(argv, '--creatinine', '"1.4"', 'write its unit, mg/dL or umol/L');
  });

  it.each(['124mmol/L', '1.4mg', 'mg/dL', '1.4constructor', '1.4__proto__', '1.4mg/dL mg/dL'])(
    'creatinine %s',
    (value) => expectBadInput([...estimate.slice(0, -1), value], '--creatinine', `"${value}"`),
  );
});

describe('several flags that are not as they should be', () => {
  it('are all said at once, a sentence each', () => {
    const { code, out, err } = quickRun(['titrate', '--start', '5x', '--weight', '154lb', '--rules', 'nl']);
    expect([code, out]).toEqual([2, '']);
    // 154 x 0.45359237 = 69.85, as the sentence has it to copy.
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^--start got "5x"; /),
      expect.stringMatching(/^--weight got "154lb"; write it in kg: 69\.9\.$/),
      expect.stringMatching(/^--rules got "nl"; it takes one of us, /),
      '',
    ]);
  });
});

describe('everything that is wrong with a line', () => {
  it('is told at once, a sentence each that ends in what to type', () => {
    const { code, out, err } = quickRun([
      'titrate',
      '--strat',
      '5',
      '--crcl',
      'x',
      '--rules',
      'us',
      '--rules',
      'de',
      '60',
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      '--rules got two values; it takes one: leave the others out.',
      'Command titrate got "--strat"; did you mean --start?',
      'Command titrate got "60"; no flag takes it: write the flag before it; baclofen titrate -h shows them.',
      '--crcl got "x"; it takes a creatinine clearance in mL/min from 0 to 300, such as 42.',
      '',
    ]);
  });

  it.each([
    [['titrate', '--start', '--crcl', '42'], '--start got nothing; it takes '],
    [['titrate', '--json=yes', '--start', '5'], '--json got "yes"; it takes nothing: write --json'],
    [['sources', '--stale=30', 'judgement', 'wolf-2018'], 'it takes one id: leave the others out'],
    [['--start', '5', 'titrate'], 'titrate stands before its flags: baclofen titrate -h'],
  ])('%j', (argv, sentence) => expect(quickRun(argv).err).toContain(sentence));

  it('what follows -- is no flag', () => {
    expect(quickRun(['sources', '--', 'judgement']).code).toBe(0);
    expect(quickRun(['sources', '--', '--bogus']).err).toContain('<id> got "--bogus"');
  });
});

describe('a command typed alone', () => {
  it.each(['titrate', 'renal', 'taper', 'infant-dose', 'milk', 'newborn', 'explain', 'schema', 'completion'])(
    '%s shows two lines to type and its flags, on one screen of stderr',
    (name) => {
      const { code, out, err } = quickRun([name]);
      expect([code, out]).toEqual([2, '']);
      expect(err.match(/^ {2}.*baclofen /gm)).toHaveLength(2);
      expect(err).toContain(`baclofen ${name} --help`);
      expect(err.split('\n').length).toBeLessThanOrEqual(22);
    },
  );

  it('and no more where something was given', () => {
    expect(quickRun(['titrate', '--crcl', '25']).err.trimEnd()).not.toContain('\n');
  });
});

describe('outside what can be', () => {
  it.each([
    ['renal --crcl 25 --age 0', '--age', '0'],
    ['renal --crcl 25 --age 200', '--age', '200'],
    ['renal --crcl 25 --weight 0.005', '--weight', '0.005'],
    ['renal --crcl 25 --weight 5g', '--weight', '5g'],
    ['renal --crcl 25 --weight 900', '--weight', '900'],
    ['renal --crcl 25 --height 1.62', '--height', '1.62'],
    ['renal --crcl 1000', '--crcl', '1000'],
    ['renal --age 72 --sex female --weight 60 --creatinine 0mg/dL', '--creatinine', '0mg/dL'],
    ['renal --age 72 --sex female --weight 60 --creatinine 140mg/dL', '--creatinine', '140mg/dL'],
    // 1.4 is a value in mg/dL; in micromol/L nobody has it.
    ['renal --age 72 --sex female --weight 60 --creatinine 1.4umol/L', '--creatinine', '1.4umol/L'],
    ['infant-dose --milk 0.32 --share 1.2', '--share', '1.2'],
    ['infant-dose --milk 0.32 --share 120%', '--share', '120%'],
    ['infant-dose --milk 0.32 --share 4/3', '--share', '4/3'],
    ['infant-dose --milk 0.32 --share 1/0', '--share', '1/0'],
    ['infant-dose --milk 0.32 --share 0/0', '--share', '0/0'],
    ['infant-dose --milk 0', '--milk', '0'],
    ['infant-dose --milk 0.32 --maternal-weight 5', '--maternal-weight', '5'],
    ['infant-dose --milk 0.32 --infant-weight 3500', '--infant-weight', '3500'],
    ['taper --days 0', '--days', '0'],
    ['taper --days 2.5', '--days', '2.5'],
    ['taper --days 14 --from 0', '--from', '0'],
    ['taper --days 14 --from 20x5', '--from', '20x5'],
    ['taper --days 14 --from 20x0', '--from', '20x0'],
    ['taper --days 14 --from 20x', '--from', '20x'],
    ['taper --days 14 --from x3', '--from', 'x3'],
    ['taper --from 60 --reduce 0 --every 7', '--reduce', '0'],
    ['taper --from 60 --percent 101 --every 7', '--percent', '101'],
    ['titrate --start 0', '--start', '0'],
    ['titrate --start 5 --times 0', '--times', '0'],
    ['titrate --start 5 --times 5', '--times', '5'],
    ['titrate --start 5 --times 2.5', '--times', '2.5'],
    ['titrate --start 5 --every 0', '--every', '0'],
    ['titrate --start 9999999999999999999', '--start', '9999999999999999999'],
  ])('baclofen %s', (line, flag, got) => expectBadInput(line.split(' '), flag, `"${got}"; `));

  it('a target below the daily dose of the start', () => {
    // 3 x 5 mg are 15 mg per day.
    expectBadInput([...titrate, '--target', '10'], '--target', '10 mg per day', '15 mg per day');
  });
});

describe('words', () => {
  it.each<[argv: readonly string[], ...parts: string[]]>([
    [['renal', '--sex', 'X', '--crcl', '25'], '--sex', '"X"', 'female or male'],
    [['renal', '--spinal-cord-injury', 'yes', '--crcl', '25'], '--spinal-cord-injury', '"yes"', 'tetraplegia'],
    [[...titrate, '--rules', 'nl'], '--rules', '"nl"', 'us, ca, uk, au, de, fr'],
    [[...titrate, '--override', 'everything', '--reason', 'because'], '--override', '"everything"', 'dialysis'],
    [[...titrate, '--dialysis', '--override', 'dialysis'], '--reason', 'nothing'],
    [[...titrate, '--reason', 'because'], '--reason', '"because"', '--override'],
    [[...titrate, '--format', 'xml'], '--format', '"xml"', 'table, markdown, csv, json'],
    [[...titrate, '--format', ''], '--format', '""', 'table, markdown, csv, json'],
    [[...titrate, '--json', '--format', 'csv'], '--format', '"csv"', '--json'],
    [['sources', '--json', '--format', 'csv'], '--format', '"csv"', '--json'],
    [[...titrate, '--product', 'tablet-7'], '--product', '"tablet-7"', 'tablet-10'],
    [[...titrate, '--product', ''], '--product', '""', 'tablet-10'],
    [[...titrate, '--product', 'tablet-10', 'tablet-10'], '--product', 'tablet-10', 'once'],
    // Three liquids: none is guessed, and each is named with its strength.
    [
      [...titrate, '--product', 'solution'],
      '--product',
      'solution-1 (oral solution of 1 mg per mL)',
      'solution-2',
      'suspension-5',
    ],
    [['taper', '--days', '14', '--product', 'Tablet-10'], '--product', '"Tablet-10"', 'tablet-10'],
    [['sources', 'fda'], '<id>', '"fda"', 'baclofen sources'],
    [['sources', '--stale', 'fda-tablets-2023'], '--stale', '"fda-tablets-2023"', 'id of a source stands before'],
    [['schema', 'sources'], '<command>', '"sources"', 'titrate, renal, taper, check, infant-dose'],
    [['schema', 'titrate', '--format', 'csv'], '--format', '"csv"', 'one of json'],
    [['schema'], '<command>', 'nothing', 'titrate, renal, taper, check, infant-dose'],
  ])('%j', (argv, ...parts) => expectBadInput(argv, ...parts));

  it('json twice over is still json', () => {
    expect(run([...titrate, '--json', '--format', 'json']).code).toBe(0);
  });
});

describe('something missing', () => {
  it.each([
    ['titrate', '--start'],
    ['titrate --crcl 42', '--start'],
    ['taper', '--days'],
    ['taper --from 60', '--days'],
    // Days that each step lasts, without what comes off at each step.
    ['taper --from 60 --every 7', '--reduce'],
    ['taper --from 60 --reduce 10', '--every'],
    ['taper --from 60 --percent 10', '--every'],
    ['infant-dose', '--milk'],
    ['infant-dose --infant-weight 3.5', '--milk'],
    ['renal', '--crcl'],
    ['renal --age 72 --sex female --weight 60', '--crcl'],
    ['renal --creatinine 1.4mg/dL --sex female', '--age'],
    ['renal --creatinine 1.4mg/dL --age 72', '--sex'],
    // Flags without their value.
    ['titrate --rules', '--rules', 'one of us, ca, uk, au, de, fr'],
    ['titrate --name', '--name', 'letters and signs that can be seen'],
    ['titrate --start 5 --product', '--product', 'ID: products to make the doses from'],
    ['titrate --start 5 --override', '--override', 'CODE: lift a refusal'],
    ['infant-dose --with', '--with', 'names, with commas between them'],
  ])('baclofen %s', (line, flag, ...parts) => expectBadInput(line.split(' '), flag, 'nothing', ...parts));
});

describe('too much', () => {
  it.each([
    ['titrate --start 5 --start 10', '--start'],
    ['titrate --start 5 --start 5', '--start'],
    ['titrate --start 5 --crcl 25 --crcl 25', '--crcl'],
    ['renal --crcl 25 --dialysis --dialysis', '--dialysis'],
    ['taper --days 14 --days 7', '--days'],
    ['taper --days 14 --from 60 --from 20x3', '--from'],
    ['infant-dose --milk 0.32 --milk 0.4', '--milk'],
    ['titrate --start 5 --json --json', '--json'],
    ['sources --stale --stale 30', '--stale'],
    ['titrate --start 5 --explain --explain', '--explain'],
    ['titrate --start 5 --format csv --format csv', '--format'],
    ['titrate --start 5 --no-color --no-color', '--no-color'],
  ])('the same flag twice: baclofen %s', (line, flag) => expectBadInput(line.split(' '), flag, 'two values'));

  it.each([
    ['taper --from 60 --days 14 --reduce 10 --every 7', ['--days', '--reduce']],
    ['taper --from 60 --days 14 --reduce 10', ['--days', '--reduce']],
    ['taper --from 60 --days 14 --percent 10 --every 7', ['--days', '--percent']],
    ['taper --from 60 --reduce 10 --percent 10 --every 7', ['--reduce', '--percent']],
    ['taper --from 60 --days 14 --every 7', ['--every', '"7"', '--days']],
  ])('two patterns at once: baclofen %s', (line, parts) => expectBadInput(line.split(' '), ...parts));

  it.each([
    ['titrate 5', 'titrate'],
    ['titrate --start 5 10', 'titrate'],
    ['taper --days 14 60', 'taper'],
    ['sources judgement wolf-2018', 'sources'],
  ])('a word that belongs to no flag: baclofen %s', (line, part) => expectBadInput(line.split(' '), part));
});

describe('a flag or command that does not exist', () => {
  it.each([
    ['titrate --strat 5', '--strat', '--start'],
    ['titrate --start 5 --crlc 25', '--crlc', '--crcl'],
    ['taper --day 14', '--day', '--days'],
    ['titrat --start 5', 'titrat', 'titrate'],
    ['infantdose --milk 0.32', 'infantdose', 'infant-dose'],
    ['source', 'source', 'sources'],
    ['help titrat', 'titrat', 'titrate'],
    ['wean --from 60', 'wean', 'taper'],
    ['stop', 'stop', 'taper'],
    ['kidney --crcl 25', 'kidney', 'renal'],
    ['breastfeeding', 'breastfeeding', 'infant-dose'],
    ['info', 'info', 'monograph'],
    ['mono', 'mono', 'monograph'],
    ['titrate --kidney 25', '--kidney', '--crcl'],
    ['titrate --clearance 25', '--clearance', '--crcl'],
    ['titrate --dose 5', '--dose', '--start'],
    ['infant-dose --dose 80', '--dose', '--maternal-dose'],
    ['renal --creat 1.4mg/dL', '--creat', '--creatinine'],
  ])('is not run but suggested: baclofen %s', (line, got, meant) => {
    expectBadInput(line.split(' '), got, `did you mean ${meant}?`);
  });

  it.each([
    ['frobnicate --oral 60', 'frobnicate'],
    // Nothing like --format.
    ['newborn --weight 2.9 --from 60', '--from'],
    ['titrate --start 5 --intrathecal', '--intrathecal'],
    ['help frobnicate', 'frobnicate'],
    ['--bogus', '--bogus'],
    ['titrate --start 5 -x', '-x'],
    // Neither prints an answer that could have a format.
    ['demo --json', '--json'],
    ['completion bash --output baclofen.sh', '--output'],
  ])('without a suggestion: baclofen %s', (line, got) => {
    expectBadInput(line.split(' '), got);
    expect(quickRun(line.split(' ')).err).not.toContain('did you mean');
  });
});

describe('strange but possible', () => {
  it.each([
    ['renal --age 40 --sex male --weight 70 --creatinine 0.2mg/dL', 'creatinine of 0.2 mg/dL is unusual'],
    ['renal --age 40 --sex male --weight 250 --creatinine 0.9mg/dL', 'weight of 250 kg is unusual'],
  ])('is computed with a notice: baclofen %s', (line, notice) => {
    const { code, out, err } = run(argvOf(`baclofen ${line}`));
    expect([code, err]).toEqual([0, '']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(notice);
  });
});

describe('numbers as clinicians write them', () => {
  const planOf = (argv: readonly string[]): unknown => {
    const { code, out, err } = quickRun([...argv, '--json']);
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { plan: unknown }).plan;
  };

  it.each([
    [
      ['titrate', '--start', '5mg', '--target', '60 mg/day'],
      [...titrate, '--target', '60'],
    ],
    [['titrate', '--start', '05.0'], titrate],
    [
      [...titrate, '--crcl', '42mL/min'],
      [...titrate, '--crcl', '42'],
    ],
    [[...estimate.slice(0, -1), '1.4 mg/dL'], estimate],
    [[...estimate.slice(0, -1), '1.4MG/DL'], estimate],
    [['infant-dose', '--milk', '320mcg/L'], infant],
    [['infant-dose', '--milk', '0.32 mg/L'], infant],
    [
      [...infant, '--share', '50%'],
      [...infant, '--share', '1/2'],
    ],
    [
      [...infant, '--share', '0.5'],
      [...infant, '--share', '1/2'],
    ],
  ])('%j is %j', (written, plain) => expect(planOf(written)).toEqual(planOf(plain)));
});
