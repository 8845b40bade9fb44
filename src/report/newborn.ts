import type { Product } from '../core/doses/product.js';
import type { NewbornDay } from '../core/newborn/days.js';
import type { NewbornPlan, NewbornRequest } from '../core/newborn/types.js';
import type { AnswerContext } from './answer.js';
import { dateRange } from './date.js';
import { formatPieces, intervalWords } from './dose.js';
import { formatNumber, formatSignificant } from './number.js';
import { formatQuantity } from './quantity.js';
import {
  type Block,
  detail,
  heading,
  paragraph,
  type Report,
  statementSection,
  type Table,
  type Text,
  text,
} from './report.js';
import { dayRange, nameLine } from './schedule.js';

/** Drug and route, the name of the course, what it is, and the weight (kg) it was worked out for. */
export function newbornTitle(
  { course }: Pick<NewbornPlan, 'course'>,
  { weight }: Pick<NewbornRequest, 'weight'>,
): string {
  const name = `${course.name.charAt(0).toLowerCase()}${course.name.slice(1)}`;
  return `Baclofen, oral: ${name}, a single case, ${formatQuantity(weight)}`;
}

/** A published single case worked out for a weight: what kind of evidence it is, the days, the sums, what to watch. */
export function presentNewborn(
  plan: NewbornPlan,
  request: NewbornRequest,
  { products }: Pick<AnswerContext, 'products'>,
): Report {
  return {
    title: newbornTitle(plan, request),
    blocks: [
      ...nameLine(request.name),
      dayTable(plan),
      totals(plan, products),
      ...milkBlocks(plan),
      paragraph(plan.observation.statement.text, plan.observation.statement.citations),
      ...detail([
        paragraph(
          `Each dose is rounded down to ${formatQuantity(plan.mark)}. mg and mL of a dose are the same amount; the last column is what a newborn of ${formatQuantity(request.weight)} then gets.`,
          plan.citations,
        ),
        ...statementSection('The infant it was given to', [plan.infant, plan.outcome]),
        ...statementSection('When withdrawal shows', plan.onset),
        ...statementSection('Signs', plan.signs),
        ...statementSection('Scoring', [plan.scoring.rule, ...plan.scoring.limits]),
        ...statementSection('If withdrawal is suspected', plan.ifWithdrawal),
        ...statementSection('Other cases', plan.otherCases),
      ]),
    ],
  };
}

function dayTable({ dayByDay, schedule, concentration, citations }: NewbornPlan): Table {
  const end = schedule.at(-1);
  return {
    kind: 'table',
    head: [
      'Days',
      'Published, mg/kg/day',
      'Each dose',
      `Volume at ${formatQuantity(concentration)}`,
      'How often',
      'Measured, mg/kg/day',
    ],
    rows: [
      ...dayByDay.map((day, index) => [
        text([dayRange(day), ...dates(schedule[index])].join('\n')),
        text(formatSignificant(day.published.value), index === 0 ? citations : []),
        text(day.timesDaily === 0 ? 'none' : milligrams(day.dose.value)),
        text(day.timesDaily === 0 ? 'none' : formatQuantity(day.volume)),
        text(
          [howOften(day.timesDaily), ...(day.condition ? [day.condition.text] : [])].join(', '),
          day.condition?.citations,
        ),
        text(formatSignificant(day.given.value)),
      ]),
      [
        text([end ? dayRange(end) : '', ...dates(end)].join('\n')),
        ...['none', 'none', 'none', '', 'none'].map((word) => text(word)),
      ],
    ],
  };
}

/** On a line of their own below the days. */
function dates(step: NewbornPlan['schedule'][number] | undefined): string[] {
  return step?.fromDate === undefined ? [] : [dateRange(step)];
}

/** Doses this small need every digit: 0.075 mg stays 0.075 mg. */
function milligrams(value: number): string {
  return `${formatSignificant(value)} mg`;
}

/** The hours between doses, which divide the day evenly; a newborn has no bedtime. */
function howOften(timesDaily: number): string {
  if (timesDaily === 0) return 'none';
  return intervalWords(24 / timesDaily);
}

function totals(
  { totals: { published, given, amount }, days, dispense, dayOne }: NewbornPlan,
  products: readonly Product[],
): Block {
  const made = dispense.length === 0 ? 'nothing' : `${formatPieces(dispense, products)}, without overage`;
  return paragraph(
    `${dayOne.text.replace(/\.$/, '')} (assumed). In all, over ${formatQuantity(days)}: ${formatQuantity(published)} as published; ${formatQuantity(given)} as measured, ${formatQuantity(amount)}. To have at hand: ${made}.`,
    dayOne.citations,
  );
}

function milkBlocks({ milk, dayByDay }: NewbornPlan): Block[] {
  if (milk === undefined) return [];
  return [
    heading('With the milk of the mother'),
    paragraph(
      `Milk adds ${formatQuantity(milk.dose)}: ${formatQuantity(milk.level)} at ${formatQuantity(milk.intake)}, ${formatNumber(100 * milk.share.value, 1)}% of the diet.`,
      milk.citations,
    ),
    {
      kind: 'table',
      head: ['Days', 'Published, mg/kg/day', 'with milk', 'Measured, mg/kg/day', 'with milk'],
      rows: dayByDay.map(milkRow),
    },
    paragraph(`After the last dose milk goes on: ${formatQuantity(milk.dose)}.`),
  ];
}

function milkRow({ fromDay, toDay, published, given, withMilk }: NewbornDay): Text[] {
  return [
    text(dayRange({ fromDay, toDay })),
    text(formatSignificant(published.value)),
    text(withMilk ? formatSignificant(withMilk.published.value) : ''),
    text(formatSignificant(given.value)),
    text(withMilk ? formatSignificant(withMilk.given.value) : ''),
  ];
}
