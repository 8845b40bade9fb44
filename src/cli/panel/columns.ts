import { closest } from '../../core/values/closest.js';
import { InputError } from '../../core/values/input-error.js';
import type { CohortName } from './blocks.js';

/** Every column that a cohort may have, each with its unit in its name. */
export const columnNames = [
  'id',
  'age',
  'sex',
  'weight_kg',
  'height_cm',
  'creatinine_mg_dl',
  'creatinine_umol_l',
  'creatinine_date',
  'crcl',
  'egfr',
  'dialysis',
  'daily_dose_mg',
  'with',
] as const;

export type ColumnName = (typeof columnNames)[number];

const required: readonly ColumnName[] = ['id', 'daily_dose_mg'];

export const isColumn = (name: string): name is ColumnName => columnNames.some((each) => each === name);

/**
 * The columns of a header, in its order.
 * @throws InputError on an unknown or a double column, two columns of creatinine, or none of what is needed. A name that
 * is not known is not shown: where the header is missing it is a patient's.
 */
export function columnsOf(header: readonly string[], { field, name }: CohortName): readonly ColumnName[] {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const wrong = (what: string, takes: string) => new InputError(field, `${name}, ${what}`, takes, [], 300);
  const known = names.flatMap((each, index) => {
    if (isColumn(each)) return [each];
    const meant = closest(each, columnNames);
    const place = `whose column ${index + 1} has a name that is not known`;
    throw wrong(
      place,
      meant ? `columns by their names; did you mean ${meant}?` : `a header with ${columnNames.join(', ')}`,
    );
  });
  const double = known.find((each, index) => known.indexOf(each) !== index);
  if (double) throw wrong(`where ${double} stands twice`, 'each column once');
  if (known.includes('creatinine_mg_dl') && known.includes('creatinine_umol_l')) {
    throw wrong('with two columns of creatinine', 'creatinine_mg_dl or creatinine_umol_l');
  }
  const lacking = required.find((each) => !known.includes(each));
  if (lacking) throw wrong(`without a column ${lacking}`, `at least ${required.join(' and ')}`);
  return known;
}

/** Which columns that a row could have are not there; of creatinine one is enough. */
export function missingColumns(columns: readonly ColumnName[]): readonly string[] {
  const has = (name: ColumnName) => columns.includes(name);
  const creatinine = has('creatinine_mg_dl') || has('creatinine_umol_l');
  return [
    ...columnNames.filter((name) => !name.startsWith('creatinine_') && !has(name)),
    ...(creatinine ? [] : ['creatinine_mg_dl or creatinine_umol_l']),
    ...(has('creatinine_date') ? [] : ['creatinine_date']),
  ];
}
