import type { Piece } from '../../core/answer/piece.js';
import type { Product } from '../../core/doses/product.js';
import { type Administration, largestDose, type TimeOfDay } from '../../core/doses/schedule.js';
import { tidy } from '../../core/values/quantity.js';
import { formatPiece, intervalWords } from '../dose.js';
import { formatNumber } from '../number.js';
import type { ViewContext } from './context.js';
import { isOpen, type PlannedDoses, type PlannedStep } from './plan.js';
import { neverStopWords, stepWords } from './sheet-words.js';
import { dateWords, dayWords, listed, timeWords } from './words.js';

const ucum = 'http://unitsofmeasure.org';

function milligrams(value: number) {
  return { value, unit: 'mg', system: ucum, code: 'mg' };
}

/** So many mg in a day, as FHIR limits a dose. */
function perDay(value: number) {
  return { numerator: milligrams(value), denominator: { value: 1, unit: 'day', system: ucum, code: 'd' } };
}

/** The part of a dose that one product makes up. */
interface Part {
  readonly milligrams: number;
  readonly piece: Piece;
  readonly time: TimeOfDay;
}

/** One instruction for each different dose of each step; those of a step share its sequence. */
export function dosages(plan: PlannedDoses, product: Product, context: ViewContext) {
  return plan.steps.flatMap((step, index) => {
    const parts = step.doses.flatMap((dose) => partOf(dose, product));
    const amounts = [...new Set(parts.map((part) => part.milligrams))];
    return amounts.map((amount) => {
      const same = parts.filter((part) => part.milligrams === amount);
      return dosage(plan, step, index + 1, same, context);
    });
  });
}

function dosage(plan: PlannedDoses, step: PlannedStep, sequence: number, parts: readonly Part[], context: ViewContext) {
  const [first] = parts;
  if (first === undefined) throw new Error('an instruction without a dose');
  const { system, code } = context.codes.byMouth;
  const patientInstruction = stepWords(plan, sequence - 1, context).join(' ');
  return {
    sequence,
    text: textOf(plan, step, sequence, first, often(step, parts), context.products),
    additionalInstruction: [{ text: neverStopWords(plan, context) }],
    ...(patientInstruction !== '' && { patientInstruction }),
    timing: { repeat: { ...bounds(plan, step), ...rhythm(step, parts) } },
    route: { coding: [{ system, code }], text: 'by mouth' },
    doseAndRate: [{ doseQuantity: milligrams(first.milligrams) }],
    ...limits(plan, step),
  };
}

/** The most that the rules allow this patient; where the plan knows no ceiling, or comes from above it, no more than the step. */
function limits({ ceiling }: PlannedDoses, { dailyDose, doses }: PlannedStep) {
  const day = ceiling?.dailyDose.value ?? dailyDose.value;
  const each = ceiling ? ceiling.dose?.value : largestDose(doses)?.value;
  return {
    maxDosePerPeriod: perDay(day),
    ...(each !== undefined && each < day && { maxDosePerAdministration: milligrams(each) }),
  };
}

/** This instruction and no other, in one sentence without a full stop: systems put it beside others. */
function textOf(
  plan: PlannedDoses,
  step: PlannedStep,
  sequence: number,
  { piece, milligrams: amount }: Part,
  when: string,
  products: readonly Product[],
): string {
  const dates = dateWords(plan, step);
  const days = `${dayWords(plan, step)}${dates === '' ? '' : ` (${dates})`}`;
  const taken = formatPiece(piece, products);
  // A liquid says its mg already.
  const what = 'volume' in piece ? taken : `${taken} (${formatNumber(amount)} mg)`;
  return `Step ${sequence}, ${days}: ${what} ${when}`;
}

/** How often in words: the interval, else the times of day. */
function often({ everyHours }: PlannedStep, parts: readonly Part[]): string {
  return everyHours === undefined ? listed(parts.map(({ time }) => timeWords[time])) : intervalWords(everyHours);
}

const whenCodes: Readonly<Record<TimeOfDay, string>> = {
  morning: 'MORN',
  midday: 'NOON',
  evening: 'EVE',
  bedtime: 'HS',
};

/** One dose every so many hours, or doses at times of the day. */
function rhythm({ everyHours }: PlannedStep, parts: readonly Part[]) {
  if (everyHours === 24) return { frequency: 1, period: 1, periodUnit: 'd' };
  if (everyHours !== undefined) return { frequency: 1, period: everyHours, periodUnit: 'h' };
  return {
    frequency: parts.length,
    period: 1,
    periodUnit: 'd',
    when: parts.map(({ time }) => whenCodes[time]),
  };
}

function partOf({ make, time }: Administration, product: Product): Part[] {
  return make
    .filter((piece) => piece.product === product.id)
    .map((piece) => ({ piece, time, milligrams: milligramsOf(piece, product) }));
}

function milligramsOf(piece: Piece, product: Product): number {
  if ('count' in piece && product.kind === 'solid') return tidy(piece.count * product.strength.value);
  if ('volume' in piece && product.kind === 'liquid') return tidy(piece.volume.value * product.concentration.value);
  throw new Error(`${product.id} is not given as this piece says`);
}

/** Dates where there are some, else how long; a step that goes on has a start and no end. */
function bounds(plan: PlannedDoses, step: PlannedStep) {
  const open = isOpen(plan, step);
  if (step.fromDate !== undefined && step.toDate !== undefined) {
    return { boundsPeriod: { start: step.fromDate, ...(!open && { end: step.toDate }) } };
  }
  if (open) return {};
  return { boundsDuration: { value: step.toDay - step.fromDay + 1, unit: 'days', system: ucum, code: 'd' } };
}
