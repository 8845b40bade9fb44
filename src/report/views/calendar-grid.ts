import type { Product } from '../../core/doses/product.js';
import type { Administration } from '../../core/doses/schedule.js';
import { addDays, datePartsOf, weekdayOf } from '../../core/values/calendar.js';
import { monthName } from '../date.js';
import { formatPieces, onlyLines } from '../dose.js';
import { formatNumber } from '../number.js';
import { escapeHtml } from '../render/escape.js';
import { timeNames } from '../wording/times.js';
import type { PlannedDoses, PlannedStep } from './plan.js';
import { daySig } from './words.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const daysInRow = weekdays.length;

/**
 * A cell a day with a box to tick for each dose, weeks in rows: under weekdays where the plan has dates, else counted
 * from day 1. A taper shows the first day without a dose as well. `only` names the product of all doses, where it
 * stands above.
 */
export function calendarGrid(plan: PlannedDoses, products: readonly Product[], only?: Product): string {
  const { startDate, goesOn, nextDay } = plan;
  const lastDay = goesOn ? nextDay - 1 : nextDay;
  const before = startDate === undefined ? 0 : weekdays.indexOf(weekdayOf(startDate) as (typeof weekdays)[number]);
  const cells = [
    ...Array<string>(before).fill('<td class="none"></td>'),
    ...Array.from({ length: lastDay }, (_, index) => dayCell(plan, index + 1, products, only)),
  ];
  while (cells.length % daysInRow !== 0) cells.push('<td class="none"></td>');
  const weeks = Array.from(
    { length: cells.length / daysInRow },
    (_, week) => `<tr>${cells.slice(week * daysInRow, (week + 1) * daysInRow).join('\n')}</tr>`,
  );
  const head = weekdays.map((name) => `<th scope="col">${name.slice(0, 3)}</th>`).join('');
  return `<div class="scroll" role="region" aria-label="Calendar" tabindex="0"><table class="calendar grid-of-days">${startDate === undefined ? '' : `<thead><tr>${head}</tr></thead>`}<tbody>\n${weeks.join('\n')}\n</tbody></table></div>`;
}

function dayCell(plan: PlannedDoses, day: number, products: readonly Product[], only?: Product): string {
  const step = plan.steps.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const before = plan.steps.find(({ toDay }) => toDay === day - 1);
  const changes = step === undefined || (step.fromDay === day && !sameDoses(step, before));
  const said = step !== undefined && changes ? '<p class="change">New dose</p>' : '';
  const doses = step === undefined ? '<p>No more baclofen</p>' : doseList(step, products, only);
  return `<td${changes ? ' class="new"' : ''}><p class="date">${dateOf(plan, day)}<span>Day ${formatNumber(day)}</span></p>${said}${doses}</td>`;
}

function dateOf({ startDate }: PlannedDoses, day: number): string {
  if (startDate === undefined) return '';
  const date = addDays(startDate, day - 1);
  const parts = datePartsOf(date);
  const weekday = `<span class="weekday">${weekdayOf(date).slice(0, 3)} </span>`;
  return `<time datetime="${date}">${weekday}${parts.day} ${monthName(parts.month).slice(0, 3)} ${parts.year}</time> `;
}

/** Rounding can leave two steps of a plan alike. */
function sameDoses(step: PlannedStep, before: PlannedStep | undefined): boolean {
  return JSON.stringify(step.doses) === JSON.stringify(before?.doses);
}

/** A box for each dose, beside its time of day or, where there is an interval, below it. */
function doseList(step: PlannedStep, products: readonly Product[], only?: Product): string {
  const { doses, everyHours } = step;
  if (everyHours === undefined) return `<ul>${doses.map((dose) => doseItem(dose, products, only)).join('')}</ul>`;
  const boxes = doses.map((_, index) => `<li><span class="box"></span><b>Dose ${index + 1}</b></li>`);
  return `<p>${escapeHtml(daySig(step, products))}</p><ul>${boxes.join('')}</ul>`;
}

function doseItem(dose: Administration, products: readonly Product[], only?: Product): string {
  const pieces = only ? onlyLines([dose], only).join('') : formatPieces(dose.make, products);
  return `<li><span class="box"></span><b>${timeNames[dose.time]}</b> <span class="dose">${escapeHtml(pieces)}</span></li>`;
}
