import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countries } from '../../../src/core/titration/rules.js';
import { run } from '../run.js';
import { panelOver } from './cohort.js';
import { csvOf, header, people } from './people.js';
import { type Database, hasPostgres, startPostgres } from './postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'baclofen-sql-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run panel:rows` asks for a hundred thousand. */
const count = Number(process.env.PANEL_ROWS ?? 2_000);
const drawn = people(count, 1019).map((each) => ({ ...each, with: undefined }));
const csv = csvOf(
  drawn,
  drawn.map((_, index) => index),
);
const file = join(folder, 'cohort.csv');
writeFileSync(file, csv);

/** A row as a database gives it. */
type Answer = Readonly<Record<string, unknown>>;

function selectOf(dialect: string, rules: string): string {
  return run(['panel', '--sql', dialect, '--rules', rules]).out.replace(/;\n$/, ' ORDER BY id;\n');
}

async function inDuckDb(rules: string): Promise<readonly Answer[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `CREATE TABLE cohort AS SELECT *, NULL AS creatinine_mg_dl FROM read_csv('${file}', header = true, types = {
       'id': 'BIGINT', 'age': 'DOUBLE', 'sex': 'VARCHAR', 'weight_kg': 'DOUBLE', 'height_cm': 'DOUBLE',
       'creatinine_umol_l': 'DOUBLE', 'crcl': 'DOUBLE', 'egfr': 'DOUBLE', 'dialysis': 'VARCHAR',
       'daily_dose_mg': 'DOUBLE', 'with': 'VARCHAR'})`,
  );
  const reader = await connection.runAndReadAll(selectOf('duckdb', rules));
  const rows = reader.getRowObjectsJS();
  connection.closeSync();
  return rows;
}

function holdAgainst(answers: readonly Answer[], rules: string) {
  const { rows } = panelOver(csv, '--rules', rules);
  expect(answers).toHaveLength(rows.length);
  for (const [index, answer] of answers.entries()) {
    const { status, clearance = '', band, ceiling = '' } = rows[index] ?? {};
    const weight = drawn[index]?.weight_kg;
    // Marks of a liquid are left out of the SELECT, as its header says.
    const liquid = weight !== undefined && weight < 33;
    const ofSql = {
      status: answer.status,
      band: answer.band ?? '',
      ceiling: liquid ? ceiling : String(answer.ceiling_mg_per_day ?? ''),
    };
    expect({ p: drawn[index], ...ofSql }).toEqual({ p: drawn[index], status, band, ceiling });
    // panel prints two decimals at least.
    if (clearance === '') expect(answer.clearance ?? '').toBe('');
    else expect(Math.abs(Number(clearance) - Number(answer.clearance))).toBeLessThanOrEqual(0.005 + 1e-9);
  }
}

describe('the SELECT in DuckDB', () => {
  it.each(countries)('says of each random row what panel says under the rules of %s', async (rules) => {
    holdAgainst(await inDuckDb(rules), rules);
  });
});

describe.skipIf(!hasPostgres)('the SELECT in PostgreSQL', () => {
  let database: Database;
  beforeAll(() => {
    database = startPostgres();
    const number = (name: string) => `${name} double precision`;
    const columns = header
      .split(',')
      .map((name) =>
        name === 'id' ? 'id bigint' : /^(sex|dialysis|with)$/.test(name) ? `"${name}" text` : number(name),
      );
    database.query(`CREATE TABLE cohort (${columns.join(', ')});
COPY cohort FROM STDIN WITH (FORMAT csv, HEADER);
${csv}\\.
ALTER TABLE cohort ADD creatinine_mg_dl double precision;`);
  });
  afterAll(() => database.stop());

  it.each(countries)('says of each random row what panel says under the rules of %s', (rules) => {
    const [names = '', ...lines] = database.query(selectOf('postgres', rules)).trimEnd().split('\n');
    const answers = lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(names.split(',').map((name, index) => [name, cells[index]]));
    });
    holdAgainst(answers, rules);
  });
});

describe('the SELECT', () => {
  it('names the tool, the data, its digest and what it leaves out', () => {
    const { out, code } = run(['panel', '--sql', 'postgres']);
    expect(code).toBe(0);
    expect(out).toMatch(/^-- baclofen \d+\.\d+\.\d+, data of \d{4}-\d\d-\d\d, rules us, digest [0-9a-f]{16}\.\n/);
    expect(out).toContain('-- Left out');
    expect(out).toContain('DOUBLE PRECISION');
    expect(run(['panel', '--sql', 'spark']).out).not.toContain('PRECISION');
  });

  it('reads no file and takes no flag of one', () => {
    expect(run(['panel', 'c.csv', '--sql', 'duckdb'])).toMatchObject({ code: 2, out: '' });
    expect(run(['panel', '--sql', 'duckdb', '--summary'])).toMatchObject({ code: 2, out: '' });
    expect(run(['panel', '--sql', 'oracle'])).toMatchObject({ code: 2, out: '' });
  });
});
