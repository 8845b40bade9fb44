import type { Quantity } from '../core/values/quantity.js';
import type { Stale, StaleSource } from '../core/values/stale.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph, type Report, section, text } from './report.js';
import type { PrintedSource } from './source.js';
import { type Taken, takenLine } from './sources.js';

/** What a check is worth, wherever the age of one is told. */
export const meaningOfCheck =
  'A check says when somebody last compared the value with its source, and not that the source has no newer edition.';

/** The values that nobody has checked for long, by source; of one source, each of them. */
export function presentStale(stale: Stale<Taken>, usual: Quantity<'d'>, source?: PrintedSource): Report {
  return {
    title: source ? `Age of the checks: ${source.title} (${source.id})` : 'Age of the checks',
    blocks: [
      ...clockBlocks(stale),
      paragraph(summary(stale)),
      ...(source ? valueBlocks(stale) : sourceBlocks(stale, usual)),
      paragraph(meaningOfCheck),
      ...(stale.moreThan.value === usual.value
        ? [paragraph(`${formatQuantity(usual)} is the default, a choice of ours. Set with --stale.`)]
        : []),
    ],
  };
}

function summary({ today, moreThan, outOf, oldest, values }: Stale<Taken>): string {
  const all = `${formatNumber(outOf)} ${outOf === 1 ? 'value' : 'values'}`;
  if (values.length > 0) {
    return `Last checked more than ${formatQuantity(moreThan)} before today, ${today}: ${formatNumber(values.length)} of ${all}.`;
  }
  const since = oldest ? `, the oldest checked ${checkedWhen(oldest, today)}` : '';
  return `No check is older than ${formatQuantity(moreThan)}: ${all}${since}.`;
}

function checkedWhen({ oldestCheck, age: { value } }: Pick<StaleSource, 'oldestCheck' | 'age'>, today: string): string {
  if (value === 0) return `today, ${today}`;
  const days = formatQuantity({ value: Math.abs(value), unit: 'd' });
  return `on ${oldestCheck}, ${days} ${value < 0 ? 'after' : 'before'} today, ${today}`;
}

/** A check cannot lie ahead: a clock that is behind would make everything look fresh. */
function clockBlocks({ today, newestCheck = today }: Stale<Taken>): Block[] {
  if (newestCheck <= today) return [];
  const words = `Today is ${today} on this computer, before the newest check, ${newestCheck}. If its clock is wrong, so are the ages here.`;
  return [{ kind: 'notices', items: [{ severity: 'caution', ...text(words) }] }];
}

/** Age and date share a column, so that the longest id leaves room for them in 60 columns. */
function sourceBlocks({ sources, moreThan }: Stale<Taken>, usual: Quantity<'d'>): Block[] {
  if (sources.length === 0) return [];
  const days = moreThan.value === usual.value ? '' : ` ${moreThan.value}`;
  const rows = sources.map(({ id, oldestCheck, age, values }) => [
    text(id),
    text(`${oldestCheck}, ${formatQuantity(age)} ago`),
    text(formatNumber(values)),
  ]);
  return [
    { kind: 'table', head: ['Id', 'Oldest check', 'Values'], rows },
    paragraph(`The values of one of them: baclofen sources ID --stale${days}.`),
  ];
}

function valueBlocks({ values }: Stale<Taken>): Block[] {
  return section(
    'Oldest first',
    values.map((value) => takenLine(value, `, ${formatQuantity(value.age)} ago`)),
  );
}
