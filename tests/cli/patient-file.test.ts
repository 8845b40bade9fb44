import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from './contracts.js';
import { argvOf, run } from './run.js';

const woman = {
  age: { value: 82, unit: 'a' },
  sex: 'female',
  weight: { value: 52, unit: 'kg' },
  creatinine: { value: 97, unit: 'umol/L' },
};

function renal(patient: unknown, ...flags: string[]) {
  const text = typeof patient === 'string' ? patient : JSON.stringify(patient);
  return run(['renal', '--json', '--patient', 'p.json', ...flags], 80, { files: { 'p.json': text } });
}

describe('--patient with JSON', () => {
  it.each([
    ['renal', []],
    ['titrate', ['--start', '5']],
    ['taper', ['--days', '21', '--from', '60']],
  ])('%s gives the plan of the same flags', (command, more) => {
    const flags = ['--age', '82', '--sex', 'female', '--weight', '52', '--creatinine', '97umol/L'];
    const byFlags = JSON.parse(run([command, '--json', ...more, ...flags]).out);
    const files = { '-': JSON.stringify(woman) };
    const byFile = JSON.parse(run([command, '--json', ...more, '--patient', '-'], 80, { files }).out);
    // A line to type next has the file in place of its flags.
    const { next: lineByFile, ...planByFile } = byFile.plan;
    const { next: lineByFlags, ...planByFlags } = byFlags.plan;
    expect(planByFile).toEqual(planByFlags);
    expect(lineByFile?.[0].request.patient).toEqual(lineByFlags?.[0].request.patient);
    expect(byFile.request.patient).toEqual(byFlags.request.patient);
    expect(contract[command as 'renal'].safeParse(byFile).error).toBeUndefined();
  });

  it('takes back what --json says of a patient, every part of it', () => {
    const flags = ['--age', '7y11m', '--sex', 'male', '--weight', '60', '--height', '170', '--creatinine', '1mg/dL'];
    const more = ['--crcl', '60', '--egfr', '61', '--dialysis', '--hypersensitivity', '--used-for', '90'];
    const argv = ['titrate', '--json', '--start', '5', ...flags, ...more, '--spinal-cord-injury', 'paraplegia'];
    const { patient } = JSON.parse(run(argv).out).request;
    expect(Object.keys(patient)).toHaveLength(11);
    const again = run(['titrate', '--json', '--start', '5', '--patient', 'p'], 80, {
      files: { p: JSON.stringify(patient) },
    });
    expect(JSON.parse(again.out).request.patient).toEqual(patient);
  });

  it('gives way to flags, and says so', () => {
    const answer = JSON.parse(renal(woman, '--weight', '60').out);
    expect(answer.request.patient.weight.value).toBe(60);
    expect(answer.request.patientFile.taken.find(({ part }: { part: string }) => part === 'weight')).toEqual({
      part: 'weight',
      value: { value: 52, unit: 'kg' },
      use: 'flag instead',
    });
    const said = answer.notices.find(({ code }: { code: string }) => code === 'flag-instead-of-file');
    expect(said).toMatchObject({ params: { parts: ['weight'] } });
  });

  it('says nothing of a flag that repeats the file', () => {
    expect(renal(woman, '--weight', '52').out).not.toContain('flag-instead-of-file');
  });

  it('sets all it says of the kidney aside for a clearance in a flag', () => {
    const answer = JSON.parse(renal(woman, '--crcl', '25').out);
    expect(answer.request.patient).not.toHaveProperty('creatinine');
    expect(answer.plan.deciding.value.value).toBe(25);
    const other = renal({ ...woman, creatinineClearance: { value: 90, unit: 'mL/min' } }, '--creatinine', '1.4mg/dL');
    expect(JSON.parse(other.out).request.patient).not.toHaveProperty('creatinineClearance');
  });

  it.each([
    ['an unknown key', { ...woman, wieght: 5 }, '"wieght"'],
    ['a key inside', { ...woman, weight: { value: 52, unit: 'kg', note: 'x' } }, '"weight.note"'],
    ['another unit', { weight: { value: 115, unit: 'lb' } }, 'weight.unit'],
    ['a number as text', { weight: { value: '52', unit: 'kg' } }, 'weight.value'],
    ['a bare number', { weight: 52 }, 'weight'],
    ['a weight in grams', { weight: { value: 52000, unit: 'kg' } }, '3 to 400'],
    ['a creatinine in the wrong unit', { creatinine: { value: 97, unit: 'mg/dL' } }, '0.1 to 40'],
    ['another word', { sex: 'F' }, '"female" or "male"'],
    ['a list', [woman], 'baclofen schema patient'],
    ['null', null, 'baclofen schema patient'],
    ['no JSON', '{"age"', 'not JSON'],
    ['nothing', '', 'not JSON'],
    ['two patients', `${JSON.stringify(woman)}\n${JSON.stringify(woman)}`, 'not JSON'],
    ['a trap', '{"__proto__":{"dialysis":true}}', '__proto__'],
  ])('refuses %s in one sentence', (_, patient, words) => {
    const { out, err, code } = renal(patient);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(words);
    expect(err).toMatch(/^--patient got "p.json", [^\n]*\.\n$/);
  });

  it('is described by its JSON Schema', () => {
    const schema = JSON.parse(run(['schema', 'patient']).out);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toHaveLength(11);
  });
});

describe('a file that is no patient', () => {
  const sentence = (path: string) => {
    const { out, err, code } = run(['renal', '--patient', path]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^--patient got [^\n]*\.\n$/);
    return err;
  };

  it('is named where it is not there or a folder', () => {
    expect(sentence('no-such-file.json')).toContain('which does not exist');
    expect(sentence('tests')).toContain('which is a folder');
    expect(sentence('a\0b')).toContain('cannot be read');
  });

  it('is refused above 32 MB before it is understood', () => {
    const path = join(tmpdir(), `baclofen-large-${process.pid}.json`);
    writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, ' '));
    expect(sentence(path)).toContain('larger than 32 MB');
  });

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a patient', `{"age":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['FHIR', `{"resourceType":"Bundle","entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is refused when %s nest 100,000 deep', (_, text) => {
    const { err, code } = renal(text);
    expect(code).toBe(2);
    expect(err).toMatch(/^--patient got "p.json", which is nested too deep; [^\n]*\.\n$/);
  });
});

describe('a number in a record that a flag stands instead of', () => {
  const records = 'tests/fixtures/records';
  const notices = (line: string) => JSON.parse(run(argvOf(`baclofen ${line} --json`)).out).notices;
  const find = (line: string, code: string) => notices(line).find((each: { code: string }) => each.code === code);

  it.each([
    // 3 mg/dL at 55 years, man, 80 kg: CKD-EPI 2021 142 x (3 / 0.9)^-1.2 x 0.9938^55 = 23.8.
    ['titrate --start 5 --crcl 95', 'F27-creatinine-MG-DL', 23.8],
    ['titrate --start 5 --creatinine 0.8mg/dL', 'F27-creatinine-MG-DL', 23.8],
    ['check --dose 20x3 --crcl 95', 'F27-creatinine-MG-DL', 23.8],
    ['restart --from 20x3 --missed 1d --egfr 95', 'F27-creatinine-MG-DL', 23.8],
    ['renal --crcl 95', 'F01-egfr-12-only', 12],
  ])('%s of a record with a lower kidney is a warning, first', (line, record, value) => {
    const [first] = notices(`${line} --patient ${records}/${record}.json`);
    expect([first.code, first.severity]).toEqual(['file-kidney-lower', 'warning']);
    expect(first.params.estimate.value.value).toBeCloseTo(value, 1);
  });

  it('is not said where it falls into the same band, or a better one', () => {
    const file = `--patient ${records}/F27-creatinine-MG-DL.json`;
    expect(find(`renal --crcl 25 ${file}`, 'file-kidney-lower')).toBeUndefined();
    expect(find(`renal --crcl 12 ${file}`, 'file-kidney-lower')).toBeUndefined();
  });

  it.each([
    'restart --from 10x3 --missed 2d',
    'taper --from 10x3 --days 14',
    'titrate --from 10x3',
    'switch --dose 10x3 --from tablet-10 --to solution-1',
    'renal --crcl 95 --daily-dose 30',
    'levels --dose 10x3',
  ])('%s of a record with 60 mg per day names both', (line) => {
    const file = `--patient ${records}/F03-three-orders-20-morning-noon-bedtime.json`;
    expect(find(`${line} ${file}`, 'file-dose-differs').params.inFile.value).toBe(60);
    const same = line.replace('10x3', '20x3').replace('dose 30', 'dose 60');
    expect(
      find(`${same} ${file} ${line.startsWith('titrate') ? '--target 75' : ''}`, 'file-dose-differs'),
    ).toBeUndefined();
  });
});

describe('an order of baclofen in a record that cannot be used', () => {
  const record = (name: string) => `--patient tests/fixtures/records/${name}.json`;

  it.each([
    ['restart --missed 2d', '--from', 'F11-text-10-mg-twice-structure-20-mg-three', 'something else than its numbers'],
    ['switch --from tablet-10 --to solution-1', '--dose', 'F04-text-by-intrathecal-pump', 'taken by mouth'],
  ])('%s without a dose names it', (line, flag, name, reason) => {
    const { out, err, code } = run(argvOf(`baclofen ${line} ${record(name)}`));
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(new RegExp(`^${flag} got MedicationRequest/m: .*${reason}`));
  });

  it('as one that is not by mouth is a warning beside a typed dose as well', () => {
    const line = `baclofen restart --from 20x3 --missed 1d --crcl 95 --json ${record('F04-text-by-intrathecal-pump')}`;
    const [first] = JSON.parse(run(argvOf(line)).out).notices;
    expect([first.code, first.severity, first.params.why]).toEqual(['baclofen-named', 'warning', 'route']);
  });
});
