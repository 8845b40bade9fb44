import type { LevelsPlan, LevelsRequest, ModelFigures } from '../core/levels/types.js';
import type { Quantity } from '../core/values/quantity.js';
import { frequency } from './dose.js';
import { levelsChart } from './levels-chart.js';
import { formatNumber, formatSignificant, round } from './number.js';
import { formatQuantity } from './quantity.js';
import {
  type Block,
  detail,
  heading,
  paragraph,
  type Report,
  section,
  statementSection,
  type Table,
  type Text,
  text,
} from './report.js';
import { clearanceWords } from './wording/patient.js';

/** Levels by the hour, what is missed or doubled, how long until steady and gone; the other two sets as a band. */
export function presentLevels(
  plan: LevelsPlan,
  { doses, doubled = false }: LevelsRequest,
  mostPoints?: number,
): Report {
  const kidney = plan.deciding ? `, ${clearanceWords(plan.deciding)}` : '';
  const often = 'timesDaily' in doses ? frequency(doses.timesDaily) : 'once';
  return {
    title: `Baclofen in blood, simulated: ${formatQuantity(doses.dose)} ${often} by mouth${kidney}`,
    blocks: [
      paragraph(plan.simulationOnly.text, plan.simulationOnly.citations),
      figureTable(plan, doubled),
      ...(mostPoints === undefined ? [] : [levelsChart(plan, mostPoints)]),
      ...(plan.missed ? [paragraph(plan.neverDouble.text, plan.neverDouble.citations)] : []),
      ...detail([
        ...clearanceBlocks(plan),
        ...(plan.quoted ? quotedBlocks(plan.quoted) : []),
        ...statementSection('What levels do', [plan.swing, plan.cleared]),
        ...parameterBlocks(plan),
        ...statementSection('Limits of the model', plan.limits),
      ]),
    ],
  };
}

/** @param askedTwice whether a dose taken twice was asked about: then it stands beside the same taken once. */
function figureTable(plan: LevelsPlan, askedTwice: boolean): Table {
  const { band, steadyState, afterFirstDose, missed, doubled } = plan;
  const first = steadyState ?? afterFirstDose;
  const row = (what: string, value: string, other = ''): Text[] => [text(what), text(value), text(other)];
  const rows = [
    row(
      `Highest, ${hours(first.hoursToHighest)} after ${steadyState ? 'a' : 'the'} dose`,
      level(first.highest),
      span(band.sets.map(({ highest }) => highest)),
    ),
  ];
  if (steadyState) {
    rows.push(
      row('Lowest, before the next dose', level(steadyState.lowest), span(others(band.sets, 'lowest'))),
      row('Mean over the day', level(steadyState.mean), span(others(band.sets, 'mean'))),
      row('Steady after the first dose', hours(plan.steadyAfter)),
    );
  }
  rows.push(row('Gone after the last dose', hours(plan.goneAfter)));
  if (plan.timesNormal.value !== 1) {
    rows.push(row('Mean, over normal kidneys', `${formatNumber(plan.timesNormal.value, 2)} times`));
  }
  if (missed && doubled) {
    const which = missed.doses === 1 ? 'One dose missed' : `${missed.doses} doses missed`;
    rows.push(
      row(`${which}: lowest`, beside(missed.lowest, missed.ofUsualLowest)),
      ...(askedTwice ? [row('Then one dose: highest', beside(missed.highestAfter, missed.afterOfUsualHighest))] : []),
      row('Then doubled: highest', beside(missed.highestIfDoubled, missed.ofUsualHighest)),
      ...(askedTwice ? [row('None missed, doubled: highest', beside(doubled.highest, doubled.ofUsualHighest))] : []),
    );
  }
  return {
    kind: 'table',
    head: ['Level in blood (mcg/L is ng/mL)', authors[plan.set], band.sets.map(({ set }) => authors[set]).join(' to ')],
    rows,
  };
}

const authors = { kochak: 'Kochak', simon: 'Simon', chevillard: 'Chevillard' } as const;

/** Beside the usual highest or lowest: "549 mcg/L, 155% of usual". */
function beside(one: Quantity<'ug/L'>, ofUsual: Quantity<'%'>): string {
  return one.value < least ? level(one) : `${level(one)}, ${share(ofUsual)} of usual`;
}

function others(sets: readonly ModelFigures[], part: 'lowest' | 'mean'): Quantity<'ug/L'>[] {
  return sets.flatMap((each) => each[part] ?? []);
}

/** Less than this, in mcg/L, is nothing to tell apart. */
const least = 0.01;

/** Whole mcg/L from 10 on: a simulation has no tenths to tell. */
function level({ value }: Quantity<'ug/L'>): string {
  if (value < least) return `below ${least} mcg/L`;
  return `${value < 10 ? formatSignificant(value) : formatNumber(value, 0)} mcg/L`;
}

function span(levels: readonly Quantity<'ug/L'>[]): string {
  const values = levels.map(({ value }) => value);
  return `${formatNumber(Math.min(...values), 0)} to ${formatNumber(Math.max(...values), 0)} mcg/L`;
}

function hours({ value }: Quantity<'h'>): string {
  return formatQuantity({ value: round(value, value < 10 ? 1 : 0), unit: 'h' });
}

function share({ value }: Quantity<'%'>): string {
  return value < 0.5 ? 'below 1%' : `${formatNumber(value, 0)}%`;
}

function clearanceBlocks({ byClearance }: LevelsPlan): Block[] {
  return [
    heading('With weaker kidneys'),
    {
      kind: 'table',
      head: ['Creatinine clearance', 'Half-life', 'Steady, and gone, after', 'Mean level'],
      rows: byClearance.map(({ clearance, halfLife, steadyAfter, timesNormal }) => [
        text(formatQuantity(clearance)),
        text(hours(halfLife)),
        text(hours(steadyAfter)),
        text(`${formatNumber(timesNormal.value, 2)} times normal`),
      ]),
    },
  ];
}

function quotedBlocks({ from, to, text: words, citations }: NonNullable<LevelsPlan['quoted']>): Block[] {
  return section('A quotation', [text(`${from.value} to ${formatQuantity(to)} ${words}`, citations)]);
}

function parameterBlocks({ parameters }: LevelsPlan): Block[] {
  const { absorption, clearance, volume, halfLife, areaUnderLevel, citations } = parameters;
  return section('Parameters of this curve', [
    text(`Clearance by mouth (CL/F): ${formatQuantity(clearance)}.`, citations),
    text(`Volume (V/F): ${formatQuantity(volume)}.`),
    text(`Absorption: ${formatQuantity(absorption)}.`),
    text(`Half-life: ${hours(halfLife)}.`),
    text(`Area under the level of one dose: ${formatNumber(areaUnderLevel.value, 0)} mcg x h/L.`),
  ]);
}
