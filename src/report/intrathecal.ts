import type { IntrathecalPlan } from '../core/intrathecal/types.js';
import { formatDate } from './date.js';
import { formatQuantity } from './quantity.js';
import { type Block, detail, heading, type Report, statementSection, type Table, text } from './report.js';

/** What the team that runs a pump asked, below withdrawal and overdose; the reference by country behind it. */
export function presentIntrathecal(plan: IntrathecalPlan): Report {
  const asked = figures(plan);
  const outline: Block = {
    kind: 'list',
    items: plan.outline.map(({ text: words, citations }) => text(words, citations)),
  };
  return {
    title: title(plan),
    blocks: [
      asked.rows.length === 0 ? outline : asked,
      ...detail([
        ...statementSection('What this is', [plan.purpose]),
        ...(asked.rows.length === 0 ? [] : [outline]),
        ...referenceBlocks(plan),
        ...statementSection('Why a reserve', [plan.whyReserve]),
        ...statementSection('Overdose', [plan.overdose]),
        ...statementSection('By mouth', plan.afterOral),
      ]),
    ],
  };
}

function title({ dose, change, concentration }: IntrathecalPlan): string {
  if (dose === undefined) return 'Baclofen intrathecal, in mcg, for the team that runs the pump';
  const from = change ? `${formatQuantity(change.from)} changed to ` : '';
  const filled = concentration ? `, pump with ${formatQuantity(concentration)}` : '';
  return `Baclofen intrathecal: ${from}${formatQuantity(dose)}${filled}`;
}

function figures({ change, dose, reservoir, reserve, rate, daysToReserve, emptyOn }: IntrathecalPlan): Table {
  const row = (what: string, value: string) => [text(what), text(value)];
  const rows = [];
  if (change && dose) {
    const { direction, percent, range, of } = change;
    const where = direction === 'down' ? 'down' : of === 'child' ? 'a child, up' : `${of}, up`;
    rows.push(
      row(`New dose, ${direction} ${formatQuantity(percent)}`, formatQuantity(dose)),
      row(`Published range, ${where}`, `${range.from.value} to ${formatQuantity(range.to)}`),
    );
  }
  if (rate && daysToReserve && reservoir && reserve) {
    rows.push(
      row('Rate', formatQuantity(rate)),
      row(
        `From ${formatQuantity(reservoir)} to the reserve of ${formatQuantity(reserve)}`,
        `${formatQuantity(daysToReserve)}, rounded down`,
      ),
    );
  }
  if (emptyOn !== undefined) rows.push(row('Reserve reached on', formatDate(emptyOn)));
  return { kind: 'table', head: ['Figure', 'Value'], rows };
}

function referenceBlocks({ reference }: IntrathecalPlan): Block[] {
  return [
    heading('By country'),
    {
      kind: 'table',
      head: ['Topic', 'Where', 'What'],
      rows: reference.map(({ topic, where, text: words, citations }) => [
        text(topic),
        text(where),
        text(words, citations),
      ]),
    },
  ];
}
