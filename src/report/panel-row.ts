import type { Refusal } from '../core/answer/refusal.js';
import type { JudgedRow, RowAnswer, UnreadableRow } from '../core/panel/types.js';
import { InputError } from '../core/values/input-error.js';
import { isAt } from '../core/values/thresholds.js';
import { round } from './number.js';
import { findingWords } from './wording/findings.js';
import { likelyUnit } from './wording/likely-unit.js';

/** What is printed of a row, in this order; a number that is not known is left out. */
export interface PanelLine {
  readonly id: string;
  readonly status: RowAnswer['status'];
  readonly clearance?: number;
  readonly estimate?: string;
  readonly band?: string;
  readonly ceiling_mg_per_day?: number;
  readonly daily_dose_mg?: number;
  readonly multiple?: number;
  readonly findings: readonly string[];
  readonly reason: string;
}

export const panelColumns = [
  'id',
  'status',
  'clearance',
  'estimate',
  'band',
  'ceiling_mg_per_day',
  'daily_dose_mg',
  'multiple',
  'findings',
  'reason',
] as const satisfies readonly (keyof PanelLine)[];

export function panelLine(id: string, answer: RowAnswer): PanelLine {
  if (answer.status === 'unreadable') return unreadLine(id, faultWords(answer.because));
  const { status, method, kidney, band, ceiling, dailyDose, findings } = answer;
  const isCeiling = !Number.isNaN(ceiling);
  return {
    id,
    status,
    ...(method && { clearance: exactEnough(kidney), estimate: method }),
    ...(band !== undefined && { band }),
    ...(isCeiling && { ceiling_mg_per_day: ceiling }),
    ...(!Number.isNaN(dailyDose) && { daily_dose_mg: dailyDose }),
    ...(isCeiling && !Number.isNaN(dailyDose) && { multiple: exactEnough(dailyDose / ceiling) }),
    findings: findings.length === 0 ? none : [...new Set(findings.map(({ code }) => code))],
    reason: reasons(answer).join('; '),
  };
}

const none: readonly string[] = [];

/** A row that was not understood, with the reason. */
export function unreadLine(id: string, reason: string): PanelLine {
  return { id, status: 'unreadable', findings: none, reason };
}

/** Two decimals, or as many as it takes not to look like a whole number that it is not: 29.997 is never 30. */
export function exactEnough(value: number): number {
  for (let decimals = 2; decimals < 12; decimals += 1) {
    const rounded = round(value, decimals);
    if (!Number.isInteger(rounded) || isAt(rounded, value)) return rounded;
  }
  return value;
}

/** What is wrong, in words, only where something is. */
function reasons({ findings, unknown, stale }: JudgedRow): string[] {
  return [
    ...findings.filter(({ level }) => level !== 'note').map(findingWords),
    ...unknown.map(({ name }) => `not known: ${name}`),
    ...(Number.isNaN(stale) ? [] : [`creatinine ${stale} days old`]),
  ];
}

function faultWords(because: UnreadableRow['because']): string {
  return because instanceof InputError
    ? `no ${because.field}, which an estimate from creatinine needs`
    : refusedWords(because);
}

function refusedWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'weight-implausible': {
      const { weight, age, from, to } = refusal.params;
      // Whatever it is in kg: nothing else makes a child so heavy.
      const unit = weight.value > to.value ? ' (pounds?)' : '';
      return `weight_kg ${weight.value} at ${age.value} years is outside ${from.value} to ${to.value}${unit}`;
    }
    case 'height-implausible': {
      const { height, from } = refusal.params;
      return `height_cm ${height.value} of an adult is below ${from.value}${likelyUnit('height_cm', height.value, from.value, 250)}`;
    }
    default:
      throw new Error(`${refusal.code} makes no row unreadable`);
  }
}
