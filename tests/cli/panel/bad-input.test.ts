import { describe, expect, it } from 'vitest';
import { run } from '../run.js';
import { panelOver, rowOf } from './cohort.js';

const wrong = (csv: string, ...flags: string[]) => {
  const { code, out, err } = panelOver(csv, ...flags);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
};

describe('what is no cohort', () => {
  it.each([
    ['an unknown column', 'id,daily_dose_mg,creatinin_mg_dl\n', 'did you mean creatinine_mg_dl?'],
    ['a double column', 'id,daily_dose_mg,age,age\n', 'where age stands twice'],
    [
      'two of creatinine',
      'id,daily_dose_mg,creatinine_mg_dl,creatinine_umol_l\n',
      'creatinine_mg_dl or creatinine_umol_l',
    ],
    ['no dose', 'id,age\n', 'without a column daily_dose_mg'],
    ['nothing', '', 'which is empty'],
    ['line ends alone', '\n\r\n', 'which is empty'],
    ['a header that is no CSV', 'id,"daily_dose_mg\n', 'a quotation mark that is not closed'],
    ['a null byte', 'id,daily_dose_mg\u0000\n', 'no text in UTF-8'],
    ['dates without a day', 'id,daily_dose_mg,creatinine_date\n', '--as-of'],
  ])('%s', (_, csv, sentence) => {
    expect(wrong(csv)).toContain(sentence);
  });

  it('a file without a header does not show its first patient', () => {
    expect(wrong('MRN4711,30\n')).not.toContain('4711');
  });

  it('a file that is not there, and none', () => {
    expect(run(['panel', 'nowhere.csv'])).toMatchObject({ code: 2, out: '' });
    expect(run(['panel'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('how a table is written', () => {
  const rows = ['id,daily_dose_mg,crcl', 'a,5,95', '"b",5,95', 'c,"5",95'];
  const ids = (text: string) => panelOver(text).rows.map(({ id, status }) => `${id} ${status}`);

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['an empty line between', '\n\n'],
  ])('lines end with %s, the last with none', (_, end) => {
    expect(ids(rows.join(end))).toEqual(['a none', 'b none', 'c none']);
    expect(ids(`\ufeff${rows.join(end)}${end}`)).toEqual(['a none', 'b none', 'c none']);
  });

  it('semicolons and tabs, as spreadsheets of some countries write them', () => {
    expect(ids(rows.join('\n').replaceAll(',', ';'))).toEqual(['a none', 'b none', 'c none']);
    expect(ids(rows.join('\n').replaceAll(',', '\t'))).toEqual(['a none', 'b none', 'c none']);
  });

  it('a header alone is a cohort of nobody', () => {
    const { code, rows: none, err } = panelOver('id,daily_dose_mg\n');
    expect({ code, none }).toEqual({ code: 0, none: [] });
    expect(err).toContain('0 rows: 0 unreadable');
  });

  it('NDJSON says the same', () => {
    const lines = [
      '{"id":"a","daily_dose_mg":5,"crcl":95}',
      '{"id":"b","daily_dose_mg":5,"age":null}',
      '{"id":"c","daily_dose_mg":5,"dose":1}',
      '{"id":"d","daily_dose_mg":5,"age":4,"age":40}',
      '{"id":"e","daily_dose_mg":5,"creatinine_mg_dl":1,"creatinine_umol_l":88}',
      'no JSON',
      '[1]',
      '{"id":"f","daily_dose_mg":5,"dialysis":true}',
      '{"id":"g","daily_dose_mg":5,"crcl":95,"with":["oxycodone","diazepam"]}',
    ];
    expect(ids(lines.join('\n'))).toEqual([
      'a none',
      'b no-kidney-data',
      'c unreadable',
      ' unreadable',
      'e unreadable',
      ' unreadable',
      ' unreadable',
      'f stop',
      'g ask',
    ]);
  });
});

describe('a broken row never stops the run and is never lost', () => {
  const among = (broken: string) => {
    const { rows, err } = panelOver(`id,daily_dose_mg,crcl\na,5,95\n${broken}\nz,5,95\n`);
    expect(rows.map(({ id }) => id).slice(0, 1)).toEqual(['a']);
    expect(rows.at(-1)).toMatchObject({ id: 'z', status: 'none' });
    expect(rows).toHaveLength(3);
    expect(err).toContain('3 rows: 1 unreadable');
    return rows[1]?.reason ?? '';
  };

  it('shows an id that cannot be seen with question marks', () => {
    expect(rowOf({ id: 'b\u202e', daily_dose_mg: 5 }).id).toBe('b?');
  });

  it.each([
    ['a cell less', 'b,5', '2 cells where the header has 3'],
    ['a cell more', 'b,5,95,1', '4 cells'],
    ['a mark that is not closed', 'b,"5,95', 'not closed'],
    ['a mark inside', 'b,5" ,95', 'quotation mark'],
    ['more behind a mark', 'b,"5"x,95', 'closes before'],
    ['no id', ',5,95', 'no id'],
    ['no dose', 'b,,95', 'no daily_dose_mg'],
    ['a decimal comma', 'b,"7,5",95', 'write it with a point'],
    ['words', 'b,five,95', 'is no number'],
    ['a unit', 'b,5 mg,95', 'is no number'],
    ['below zero', 'b,-5,95', 'is no number'],
    ['an exponent', 'b,5e3,95', 'is no number'],
    ['out of range', 'b,5,301', 'outside 0 to 300'],
    ['mcg', 'b,50000,95', '(mcg?)'],
    ['a sign that is no letter', 'b\u0007,5,95', 'cannot be seen'],
    ['a sign that turns a row round', 'b\u202e,5,95', 'cannot be seen'],
    ['a byte that is not UTF-8', 'b\ufffd,5,95', 'not UTF-8'],
    ['10 MB in a cell', `b,${'5'.repeat(10_000_000)},95`, 'more than a million'],
    ['10 MB in quotation marks', `b,"${'5'.repeat(10_000_000)}",95`, 'more than a million'],
  ])('%s', (_, broken, reason) => {
    expect(among(broken)).toContain(reason);
  });
});

describe('values in another unit', () => {
  const person = { age: 50, sex: 'f', weight_kg: 70, daily_dose_mg: 5 };
  it.each([
    [{ ...person, creatinine_mg_dl: 88 }, 'umol/L?'],
    // 1.1 x 88.4 = 97
    [{ ...person, creatinine_umol_l: 1.1 }, 'mg/dL?'],
    // 500 pounds are 227 kg; 70,000 g are 70 kg.
    [{ ...person, weight_kg: 500 }, 'pounds?'],
    [{ ...person, weight_kg: 70_000 }, 'grams?'],
    [{ ...person, height_cm: 1.7 }, 'metres?'],
    // 67 inches are 170 cm.
    [{ ...person, height_cm: 67 }, 'inches?'],
    [{ ...person, height_cm: 1700 }, 'millimetres?'],
    [{ ...person, age: 1950 }, 'year of birth?'],
    [{ ...person, age: 600 }, 'months?'],
    [{ ...person, sex: 'w' }, 'not female, male'],
    // What every object of JavaScript has is no sex and no answer.
    [{ ...person, sex: 'constructor' }, 'not female, male'],
    [{ ...person, dialysis: 'toString' }, 'not yes or no'],
    [{ ...person, dialysis: 'maybe' }, 'not yes or no'],
    [{ daily_dose_mg: 5, creatinine_mg_dl: 1, age: 50 }, 'no sex'],
    [{ daily_dose_mg: 5, creatinine_mg_dl: 1, sex: 'm' }, 'no age'],
  ])('%j', (cells, reason) => {
    const row = rowOf(cells);
    expect(row.status).toBe('unreadable');
    expect(row.reason).toContain(reason);
  });
});

describe('what else is said', () => {
  it('an id that a spreadsheet would compute has an apostrophe', () => {
    const { rows } = panelOver('id,daily_dose_mg\n=1+1,5\n+1,5\n-1,5\n@a,5\na=,5\n');
    expect(rows.map(({ id }) => id)).toEqual(["'=1+1", "'+1", "'-1", "'@a", 'a=']);
  });

  it('a second row of one id, there and in the counts, and no id on stderr', () => {
    const { rows, err } = panelOver('id,daily_dose_mg\nMRN1,5\nMRN2,5\nMRN1,10\n');
    expect(rows.map(({ reason }) => reason)).toEqual(['', '', 'second row of this id']);
    expect(err).toContain('Second rows of an id: 1.');
    expect(err).not.toContain('MRN');
  });

  it('the day of a creatinine', () => {
    const row = (date: string) =>
      rowOf(
        { age: 40, sex: 'm', weight_kg: 80, creatinine_mg_dl: 1, creatinine_date: date, daily_dose_mg: 5 },
        '--as-of',
        '2026-11-25',
      );
    // 90 days before is 27 August: 4 to the end of it, 30, 31 and 25.
    expect(row('2026-08-27').reason).toBe('');
    expect(row('2026-08-26').reason).toBe('creatinine 91 days old');
    expect(row('2026-11-26')).toMatchObject({ status: 'unreadable' });
    expect(row('25.11.2026')).toMatchObject({ status: 'unreadable' });
  });

  it('missing columns, and exit codes', () => {
    const csv = 'id,daily_dose_mg,crcl\na,120,95\nb,5,95\n';
    expect(panelOver(csv).err).toContain('Not in the cohort: age, sex');
    expect(panelOver(csv)).toMatchObject({ code: 0 });
    expect(panelOver(csv, '--fail-on', 'stop')).toMatchObject({ code: 1 });
    expect(panelOver(csv, '--fail-on', 'unreadable')).toMatchObject({ code: 0 });
    expect(panelOver('id,daily_dose_mg\na,5\n', '--fail-on', 'ask')).toMatchObject({ code: 0 });
    expect(panelOver('id,daily_dose_mg\na,5\n', '--fail-on', 'no-kidney-data')).toMatchObject({ code: 1 });
    expect(panelOver('id,daily_dose_mg\na,x\n', '--fail-on', 'stop')).toMatchObject({ code: 1 });
  });
});
