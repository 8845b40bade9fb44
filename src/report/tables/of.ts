import type { Outcome } from '../../core/answer/outcome.js';
import type { Step } from '../../core/doses/schedule.js';
import type { AnswerContext } from '../answer.js';
import { refusalWords } from '../wording/refusals.js';
import { doseTable, type NamedSchedule } from './doses.js';
import { infantDoseTable } from './infant-dose.js';
import { intrathecalTable } from './intrathecal.js';
import { levelsTable } from './levels.js';
import { milkTable } from './milk.js';
import { monographTable } from './monograph.js';
import { quantityTable } from './quantities.js';
import { productsTable, rulesTable, sourcesTable } from './reference.js';
import { renalTable } from './renal.js';
import { type TidyTable, tidyTable } from './table.js';

/** Tables of answers that are no schedule, by the name of the command. The command made what is put in. */
const ofCommand: Readonly<Record<string, (content: never) => TidyTable>> = {
  renal: renalTable,
  'infant-dose': infantDoseTable,
  milk: milkTable,
  levels: levelsTable,
  intrathecal: intrathecalTable,
  monograph: monographTable,
  products: productsTable,
  rules: rulesTable,
  sources: sourcesTable,
};

/** An answer as one tidy table: a row a dose where it is a schedule, a row a number otherwise; a refusal is one row. */
export function tableOf(
  outcome: Outcome<unknown, unknown>,
  { command, products, wording }: Pick<AnswerContext, 'command' | 'products' | 'wording'>,
): TidyTable {
  if (outcome.outcome === 'refusal') {
    const { reason, instead } = refusalWords(outcome.refusal, products, wording);
    return tidyTable(
      ['refusal', 'reason', 'instead'],
      [{ refusal: outcome.refusal.code, reason, instead: instead.join('\n') }],
    );
  }
  const schedules = schedulesOf(outcome.plan, command, outcome.request);
  return schedules.length > 0 ? doseTable(schedules, products) : referenceTable(command, outcome.plan);
}

/** What was looked up, as one tidy table. */
export function referenceTable(command: string, content: unknown): TidyTable {
  const own = ofCommand[command] as ((content: unknown) => TidyTable) | undefined;
  return own === undefined ? quantityTable(content) : own(content);
}

interface WithSchedule {
  readonly schedule: readonly Step[];
  readonly from?: { readonly value: number };
  readonly code?: string;
  /** Of several options the one that is given. */
  readonly adopted?: boolean;
}

/** The schedule of a plan by the patient or the command, or the several that it is shown as: by dose, or by option. */
function schedulesOf(plan: unknown, command: string, request: unknown): NamedSchedule[] {
  const whose = (request as { readonly name?: string }).name ?? command;
  const { schedule, schedules, options } = plan as {
    readonly schedule?: readonly Step[];
    readonly schedules?: readonly WithSchedule[];
    readonly options?: readonly WithSchedule[];
  };
  if (schedule !== undefined) return [{ name: whose, schedule, byHours: command === 'newborn' }];
  return (schedules ?? options ?? [])
    .filter((each) => Array.isArray(each.schedule))
    .map((each) => ({
      name: each.code ? `${each.code}${each.adopted ? '-adopted' : ''}` : `${whose}-from-${each.from?.value}`,
      schedule: each.schedule,
    }));
}
