import type { Product } from '../core/doses/product.js';
import type { Step } from '../core/doses/schedule.js';
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
  inShort,
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
      { ...dayTable(plan), short: givenTable(plan) },
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
        text(howOftenIf(day), day.condition?.citations),
        text(formatSignificant(day.given.value)),
      ]),
      [
        text([end ? dayRange(end) : '', ...dates(end)].join('\n')),
        ...['none', 'none', 'none', '', 'none'].map((word) => text(word)),
      ],
    ],
  };
}

/** What is given, a row a dose, where a row a day is more than fits: what was published stands in the whole table. */
function givenTable({ dayByDay, schedule, concentration }: NewbornPlan): Pick<Table, 'head' | 'rows'> {
  const dated = schedule.some(({ fromDate }) => fromDate !== undefined);
  const when = (step: Step) => [dayRange(step), ...(dated ? [dateRange(step)] : [])];
  const steps = schedule.slice(0, -1).map((step, index) => ({ ...step, day: dayByDay[index] }));
  const rows = runs(steps).map((run) => [
    ...when(run),
    run.day && run.day.timesDaily > 0 ? `${milligrams(run.day.dose.value)}, ${formatQuantity(run.day.volume)}` : 'none',
    run.day ? howOftenIf(run.day) : '',
    run.day ? formatSignificant(run.day.given.value) : '',
  ]);
  const end = schedule.slice(-1).map((step) => [...when(step), 'none', '', 'none']);
  return {
    head: [
      'Days',
      ...(dated ? ['Dates'] : []),
      `Each dose (${formatQuantity(concentration)})`,
      'How often',
      'Measured, mg/kg/day',
    ],
    rows: [...rows, ...end].map((row) => row.map((words) => text(words))),
  };
}

type GivenStep = Step & { readonly day: NewbornDay | undefined };

/** Days that follow one another with the same doses, as one. */
function runs(steps: readonly GivenStep[]): GivenStep[] {
  const all: GivenStep[] = [];
  for (const step of steps) {
    const before = all.at(-1);
    if (before && isSame(before.day, step.day)) {
      const { toDay, toDate } = step;
      all.splice(-1, 1, { ...before, toDay, ...(toDate && { toDate }) });
    } else all.push(step);
  }
  return all;
}

function isSame(one: NewbornDay | undefined, other: NewbornDay | undefined): boolean {
  return (
    one?.volume.value === other?.volume.value &&
    one?.timesDaily === other?.timesDaily &&
    one?.condition === other?.condition
  );
}

/** On a line of their own below the days. */
function dates(step: NewbornPlan['schedule'][number] | undefined): string[] {
  return step?.fromDate === undefined ? [] : [dateRange(step)];
}

/** Doses this small need every digit: 0.075 mg stays 0.075 mg. */
function milligrams(value: number): string {
  return `${formatSignificant(value)} mg`;
}

/** How often, and on what condition. */
function howOftenIf({ timesDaily, condition }: NewbornDay): string {
  return [howOften(timesDaily), ...(condition ? [condition.text] : [])].join(', ');
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
  const first = `${dayOne.text.replace(/\.$/, '')} (assumed).`;
  const sums = `In all, over ${formatQuantity(days)}: ${formatQuantity(published)} as published; ${formatQuantity(given)} as measured, ${formatQuantity(amount)}.`;
  const atHand = `To have at hand: ${made}.`;
  return inShort(`${first} ${sums} ${atHand}`, `${first} ${atHand}`, dayOne.citations);
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
