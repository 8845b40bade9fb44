import { describe, expect, it } from 'vitest';
import { seenBefore } from '../../../src/cli/panel/seen.js';
import { run } from '../run.js';
import { csvOf, people as drawn } from './people.js';

/** A cohort with everything that can be in one: flagged, broken, second rows, odd ids, dates. */
const people = drawn(600, 77);
const ids = people.map((_, index) => (index % 97 === 0 ? 'twice' : index % 101 === 0 ? '=1' : `MRN ${index}`));
const csv = csvOf(people, ids);
const dated = csv
  .split('\n')
  .map((line, index) =>
    line === '' ? '' : `${line},${index === 0 ? 'creatinine_date' : `2026-0${1 + (index % 9)}-15`}`,
  )
  .join('\n');

const asOf = ['--as-of', '2026-12-01'];
const over = (text: string, ...flags: string[]) =>
  run(['panel', 'c.csv', ...asOf, ...flags], 80, { files: { 'c.csv': text } });

describe('rows read from their bytes and rows read as text say the same', () => {
  const whole = over(dated);

  it('where every id stands in quotation marks, which only the reader of texts takes', () => {
    const quoted = dated.replace(/^([^,\n]+)/gm, '"$1"');
    expect(over(quoted)).toEqual(whole);
  });

  it('with any line end, and with spaces around cells', () => {
    expect(over(dated.replaceAll('\n', '\r\n'))).toEqual(whole);
    expect(over(dated.replaceAll('\n', '\r'))).toEqual(whole);
    expect(over(dated.replaceAll(',', ' , '))).toEqual(whole);
  });

  it('with capital letters and numbers of many digits', () => {
    expect(over(dated.replace(/\b(fe)?male\b/g, (sex) => sex.toUpperCase()))).toEqual(whole);
    expect(over(dated.replace(/(,\d+)(?=,)/g, '$1.0000000000000000'))).toEqual(whole);
  });

  it.each([['ndjson'], ['table']])('as %s has as many rows', (format) => {
    const { out } = over(dated, '--format', format);
    expect(out.match(/unreadable|no-kidney-data|stop|ask|none/g)?.length).toBeGreaterThanOrEqual(people.length);
    expect(out.match(/second row of this id/g)?.length).toBe(whole.out.match(/second row of this id/g)?.length);
  });

  it('however the bytes are cut', () => {
    const cut = (length: number) => {
      const bytes = Buffer.from(dated);
      const parts = Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
        bytes.subarray(index * length, (index + 1) * length),
      );
      // Unpacking makes parts with nothing in them.
      const withEmpty = parts.flatMap((part) => [part, Buffer.alloc(0)]);
      return run(['panel', 'c.csv', ...asOf], 80, { parts: { 'c.csv': withEmpty } });
    };
    for (const length of [7, 1000, 65_536]) expect(cut(length)).toEqual(whole);
  });
});

describe('ids that came before', () => {
  it('are known through all tables, and no other is', () => {
    const isAgain = seenBefore();
    const mixed = (index: number) => Math.imul(index + 1, 0x9e3779b1) >>> 0;
    const passed = (index: number) => isAgain(mixed(index), mixed(index + 7_000_000) || 1);
    // 3,072 fill the first table, 49,152 the second.
    for (let index = 0; index < 60_000; index += 1) if (passed(index)) throw new Error(`${index} is new`);
    for (let index = 0; index < 60_000; index += 1) if (!passed(index)) throw new Error(`${index} came before`);
  });
});
