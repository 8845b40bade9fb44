import { patientFields } from '../../contract/fields/patient.js';
import type { PanelRow } from '../../core/panel/types.js';
import type { Sex } from '../../core/patient/patient.js';
import { type CivilDate, daysBetween, parseDate } from '../../core/values/calendar.js';
import { inMgPerDl } from '../../core/values/quantity.js';
import { likelyUnit } from '../../report/wording/likely-unit.js';
import { printable, showsWhole } from '../flags/printable.js';
import type { ColumnName } from './columns.js';

/** A row on its way: each cell adds its part; NaN where a number is not known. */
export type Draft = { id: string } & { -readonly [Part in keyof PanelRow]: PanelRow[Part] };

export function emptyDraft(): Draft {
  return {
    id: '',
    age: Number.NaN,
    sex: undefined,
    weight: Number.NaN,
    height: Number.NaN,
    creatinine: Number.NaN,
    clearance: Number.NaN,
    egfr: Number.NaN,
    dialysis: false,
    dailyDose: Number.NaN,
    creatinineAge: Number.NaN,
  };
}

/** Puts the text of a cell, which is not empty, into the row; returns why it cannot. */
export type CellReader = (text: string, draft: Draft) => string | undefined;

const { age, weight, height, creatinine: ofBlood, creatinineClearance, egfr } = patientFields;

/** From which to which value each column can be read: the range of its flag. */
export const columnRanges = {
  age: age.in.a,
  weight_kg: weight.in.kg,
  height_cm: height.in.cm,
  creatinine_mg_dl: ofBlood.in['mg/dL'],
  creatinine_umol_l: ofBlood.in['umol/L'],
  crcl: creatinineClearance.in['mL/min'],
  egfr: egfr.in['mL/min/{1.73_m2}'],
  // What a present dose may be anywhere on the command line.
  daily_dose_mg: { from: 0, to: 10_000 },
} as const satisfies Partial<Readonly<Record<ColumnName, { readonly from: number; readonly to: number }>>>;

/** How every column is read. @param asOf the day from which the age of a creatinine is counted. */
export function cellReaders(asOf: CivilDate | undefined): Readonly<Record<ColumnName, CellReader>> {
  return {
    id: (text, draft) => {
      // Of a row that cannot be read the id is shown all the same.
      draft.id = printable(text);
      if (text.length > 200) return 'id has more than 200 characters';
      return showsWhole(text) ? undefined : 'id has signs that cannot be seen';
    },
    age: number('age', (value, draft) => {
      draft.age = value;
    }),
    sex: (text, draft) => {
      const sex = sexes.get(text.toLowerCase());
      if (sex === undefined) return `sex ${shown(text)} is not female, male, f or m`;
      draft.sex = sex;
      return undefined;
    },
    weight_kg: number('weight_kg', (value, draft) => {
      draft.weight = value;
    }),
    height_cm: number('height_cm', (value, draft) => {
      draft.height = value;
    }),
    creatinine_mg_dl: number('creatinine_mg_dl', (value, draft) => {
      draft.creatinine = value;
    }),
    creatinine_umol_l: number('creatinine_umol_l', (value, draft) => {
      draft.creatinine = inMgPerDl(value);
    }),
    creatinine_date: (text, draft) => dated(text, draft, asOf),
    crcl: number('crcl', (value, draft) => {
      draft.clearance = value;
    }),
    egfr: number('egfr', (value, draft) => {
      draft.egfr = value;
    }),
    dialysis: (text, draft) => {
      const answer = answers.get(text.toLowerCase());
      if (answer === undefined) return `dialysis ${shown(text)} is not yes or no`;
      draft.dialysis = answer;
      return undefined;
    },
    daily_dose_mg: number('daily_dose_mg', (value, draft) => {
      draft.dailyDose = value;
    }),
    with: (text, draft) => {
      const names = text.split(/[;,]/).map((each) => each.trim());
      const right = names.every((each) => each !== '' && each.length <= 200 && showsWhole(each));
      if (!right || names.length > 100) return 'with takes names with semicolons between them';
      draft.drugs = names;
      return undefined;
    },
  };
}

/** In small letters. */
export const sexes: ReadonlyMap<string, Sex> = new Map([
  ['female', 'female'],
  ['f', 'female'],
  ['male', 'male'],
  ['m', 'male'],
]);

export const answers: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

function number(name: keyof typeof columnRanges, put: (value: number, draft: Draft) => void): CellReader {
  const { from, to } = columnRanges[name];
  return (text, draft) => {
    if (!/^\d+(?:\.\d+)?$/.test(text)) return notANumber(name, text);
    const value = Number(text);
    if (value < from || value > to) {
      return `${name} ${shown(text)} is outside ${from} to ${to}${likelyUnit(name, value, from, to)}`;
    }
    put(value, draft);
    return undefined;
  };
}

function notANumber(name: string, text: string): string {
  const comma = /^\d+,\d+$/.test(text) ? '; write it with a point' : '';
  return `${name} ${shown(text)} is no number${comma}`;
}

function dated(text: string, draft: Draft, asOf: CivilDate | undefined): string | undefined {
  const date = parseDate(text);
  if (date === undefined) return `creatinine_date ${shown(text)} is no day as YYYY-MM-DD`;
  if (asOf === undefined) return undefined;
  const age = daysBetween(date, asOf);
  if (age < 0) return `creatinine_date ${shown(text)} is after ${asOf}`;
  draft.creatinineAge = age;
  return undefined;
}

/** A cell as a reason can quote it. */
function shown(text: string): string {
  const seen = [...text.slice(0, 24)].map((letter) => (showsWhole(letter) ? letter : '?')).join('');
  return `"${text.length > 24 ? `${seen}...` : seen}"`;
}
