import { type Masked, masked } from '../core/panel/masked.js';
import type { Tally } from '../core/panel/tally.js';
import { type RowStatus, rowStatuses } from '../core/panel/types.js';
import { formatNumber } from './number.js';
import { paragraph, type Report, text } from './report.js';

const statusWords: Readonly<Record<RowStatus, string>> = {
  unreadable: 'unreadable',
  stop: 'stop',
  ask: 'ask',
  'no-kidney-data': 'no kidney data',
  none: 'nothing found',
};

/** "1,000 rows: 10 unreadable, 20 stop, 30 ask, 40 no kidney data, 900 nothing found." */
export function tallyLine({ rows, status, secondRows }: Tally): string {
  const counts = rowStatuses.map((each) => `${formatNumber(status[each])} ${statusWords[each]}`);
  const again = secondRows > 0 ? ` Second rows of an id: ${formatNumber(secondRows)}.` : '';
  return `${rowsLine(rows)}: ${counts.join(', ')}.${again}`;
}

export function rowsLine(rows: number): string {
  return `${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Counts as they may be shown. */
export interface PanelSummary {
  readonly rows: number;
  readonly status: Readonly<Record<RowStatus, Masked>>;
  readonly aboveCeiling: Masked;
  readonly avoid: Masked;
  readonly stale: Masked;
  readonly secondRows: Masked;
  readonly doses: readonly string[];
  readonly bands: readonly { readonly band: string; readonly counts: readonly Masked[] }[];
}

/** @param all whether cells of fewer than 5 people are shown as well. */
export function panelSummary(tally: Tally, all: boolean): PanelSummary {
  const mask = all ? (counts: readonly number[]): Masked[] => [...counts] : masked;
  const status = mask(rowStatuses.map((each) => tally.status[each]));
  // A part and the rest of the rows: the rest is never shown.
  const part = (count: number) => mask([count])[0] ?? count;
  const bands = Object.entries(tally.bands);
  const width = tally.doses.length;
  const cells = mask(bands.flatMap(([, counts]) => counts));
  return {
    rows: tally.rows,
    status: Object.fromEntries(rowStatuses.map((each, index) => [each, status[index]])) as PanelSummary['status'],
    aboveCeiling: part(tally.aboveCeiling),
    avoid: part(tally.avoid),
    stale: part(tally.stale),
    secondRows: part(tally.secondRows),
    doses: doseHeads(tally.doses),
    bands: bands.map(([band], index) => ({ band, counts: cells.slice(index * width, (index + 1) * width) })),
  };
}

function doseHeads(doses: Tally['doses']): string[] {
  return doses.map(({ from, above }, index) => {
    const next = doses[index + 1];
    if (above !== undefined) return `above ${above}`;
    const end = next?.above === undefined ? `below ${next?.from}` : `to ${next.above}`;
    return from === undefined ? end : `${from} ${end.startsWith('to') ? end : `to ${end}`}`;
  });
}

const bandWords: Readonly<Record<string, string>> = { dialysis: 'dialysis', unknown: 'not known' };

/** A band as a row of a table names it: "15 to below 30". */
export function bandLabel(band: string): string {
  return bandWords[band] ?? band.replaceAll('-', ' ');
}

export function statusLabel(status: RowStatus): string {
  return statusWords[status];
}

/** A count as it is shown, or why it is not. */
export function shownCount(count: Masked): string {
  return typeof count === 'number' ? formatNumber(count) : count;
}

/** What of the rows: statuses, and the dose by the band of the kidney. */
export function presentPanel(summary: PanelSummary): Report {
  const said = (count: Masked) => text(shownCount(count));
  const facts: readonly (readonly [string, Masked])[] = [
    ...rowStatuses.map((each) => [statusWords[each], summary.status[each]] as const),
    ['above the ceiling', summary.aboveCeiling],
    ['to be avoided (clearance, dialysis)', summary.avoid],
    ['creatinine too old', summary.stale],
    ['second row of an id', summary.secondRows],
  ];
  return {
    title: `Cohort of ${rowsLine(summary.rows)}`,
    blocks: [
      { kind: 'table', head: ['What', 'Rows'], rows: facts.map(([what, count]) => [text(what), said(count)]) },
      {
        kind: 'table',
        head: ['Kidney, mL/min', ...summary.doses.map((each) => `${each} mg/day`)],
        rows: summary.bands.map(({ band, counts }) => [text(bandLabel(band)), ...counts.map(said)]),
      },
      paragraph('The five statuses add up to the rows; so do the unreadable and all cells of the second table.'),
    ],
  };
}
