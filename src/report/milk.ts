import type { MilkDayPlan, MilkDayRequest, ModelCheck } from '../core/milk/types.js';
import { frequency } from './dose.js';
import { formatNumber, formatSignificant, round } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Chart, detail, heading, paragraph, type Report, statementSection, type Table, text } from './report.js';

/** The milk level over the day: the chart, its highest and lowest points, how good the model is, and what timing buys. */
export function presentMilkDay(plan: MilkDayPlan, { dose }: MilkDayRequest): Report {
  const { highest, lowest, mean, dailyDose, times } = plan;
  return {
    title: `Baclofen in milk over the day: ${formatQuantity(dose)} ${frequency(times.length)}`,
    blocks: [
      paragraph(`At ${times.join(', ')}; ${formatQuantity(dailyDose)}, at steady state.`, plan.model.citations),
      chart(plan),
      paragraph(
        `Highest ${formatQuantity(highest.level)} at ${highest.time}; mean over 24 hours ${formatQuantity(mean)}; lowest ${formatQuantity(lowest.level)} at ${lowest.time}.`,
      ),
      paragraph(
        `What the infant takes at the mean: baclofen infant-dose --milk ${formatSignificant(mean.value)} --maternal-dose ${dailyDose.value}.`,
      ),
      ...detail([
        ...statementSection('Timing of feeds', [
          {
            text: `Here the highest level is ${formatNumber(plan.ratio.value, 1)} times the lowest, which is ${lessThanMean(plan)} below the mean.`,
            citations: plan.model.citations,
          },
          ...plan.timing,
        ]),
        heading('How good the model is'),
        checkTable(plan.checks),
        ...statementSection('What it is made of', [plan.model, ...plan.limits]),
      ]),
    ],
  };
}

function lessThanMean({ lowest, mean }: MilkDayPlan): string {
  return `${round(100 * (1 - lowest.level.value / mean.value), 0)}%`;
}

function chart({ curve, times }: MilkDayPlan): Chart {
  const nearest = new Set(times.map((time) => nearestHalfHour(time)));
  return {
    kind: 'chart',
    axis: 'time of day',
    measure: 'Milk level, mg/L',
    points: curve.map(({ time, level }) => ({ label: time, value: level.value, marked: nearest.has(time) })),
    labelEvery: 12,
    mark: 'a dose',
  };
}

/** The half hour that a dose falls into: 11:20 is drawn at 11:00. */
function nearestHalfHour(time: string): string {
  return `${time.slice(0, 3)}${time.slice(3) < '30' ? '00' : '30'}`;
}

function checkTable(checks: readonly ModelCheck[]): Table {
  return {
    kind: 'table',
    head: ['Level not used in the fit', 'Model', 'Measured', 'Model is'],
    rows: checks.map(({ id, predicted, observed, difference, citations }) => [
      text(checkName(id), citations),
      text(level(predicted)),
      text(level(observed)),
      text(`${round(Math.abs(difference.value), 0)}% ${difference.value < 0 ? 'lower' : 'higher'}`),
    ]),
  };
}

function checkName(id: string): string {
  if (id === 'mean') return 'Mean of these two';
  return id.endsWith(' h')
    ? `${id.replace(' h', ' hours')} after one dose, the same woman`
    : `${id === '00:00' ? '24:00' : id}, another woman on four doses a day`;
}

/** Three significant digits in any unit: micromol too, which a clinician's number would round away. */
function level({ value, unit }: ModelCheck['predicted']): string {
  return unit === 'umol/L' ? `${formatSignificant(value)} micromol/L` : formatQuantity({ value, unit });
}
