import { run } from '../run.js';

/** The line of a row, cell by cell. */
export type Line = Readonly<Record<string, string>>;

export const head = 'id,age,sex,weight_kg,creatinine_mg_dl,crcl,egfr,dialysis,daily_dose_mg,height_cm,with';

/** Runs `panel` over a text and takes its CSV apart; no cell of these tests has a comma but in the last column. */
export function panelOver(csv: string, ...flags: string[]) {
  const ran = run(['panel', 'c.csv', ...flags], 80, { files: { 'c.csv': csv } });
  const [, ...lines] = ran.out.trimEnd().split('\n');
  return { ...ran, rows: lines.map(lineOf) };
}

const names = ['id', 'status', 'clearance', 'estimate', 'band', 'ceiling', 'dose', 'multiple', 'findings'] as const;

function lineOf(line: string): Line {
  const cells = line.split(',');
  return {
    ...Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
    reason: cells.slice(names.length).join(','),
  };
}

/** One row under a header of its own columns: `rowOf({ age: '76', daily_dose_mg: '60' })`. */
export function rowOf(cells: Readonly<Record<string, string | number>>, ...flags: string[]): Line {
  const all = { id: 'a', ...cells };
  const { rows } = panelOver(`${Object.keys(all).join(',')}\n${Object.values(all).join(',')}\n`, ...flags);
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error(`${rows.length} rows`);
  return row;
}
