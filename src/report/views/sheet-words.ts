import { formatQuantity } from '../quantity.js';
import type { ViewContext } from './context.js';
import type { PlannedDoses } from './plan.js';

interface Words {
  readonly text: string;
}

/** What a sheet says to its reader around the doses. */
export interface SheetWords {
  readonly title: string;
  /** Who made the plan, and for whom. */
  readonly made: string;
  readonly how: string;
  readonly course: string;
  /** Below the doses: what is the most. */
  readonly most: string;
  readonly goodToKnow: readonly Words[];
  readonly emergency: readonly Words[];
  readonly tooMuch: readonly Words[];
  readonly withdrawal: readonly Words[];
  readonly whomToCall: Words;
}

/** To the patient. */
export function patientWords(plan: PlannedDoses, { leaflet, advice }: ViewContext): SheetWords {
  const falling = plan.kind === 'taper';
  const { emergency, tooMuch, withdrawal, whomToCall } = leaflet;
  return {
    title: 'Your baclofen plan',
    made: 'Your clinician made this plan for you with a dose calculator and answers for it. It is for nobody else.',
    how: 'How to take it',
    course: `${courseOf(plan)} Take it by mouth every day, as the table says.`,
    most: `Never take more than the table says.${limitOf(plan)}`,
    goodToKnow: [
      ...(isRising(plan) ? [leaflet.stay, leaflet.beforeStep] : []),
      ...(falling ? [leaflet.beforeStepDown] : []),
      ...advice,
      leaflet.encephalopathy,
    ],
    emergency,
    tooMuch,
    withdrawal,
    whomToCall,
  };
}

function isRising({ kind, steps }: PlannedDoses): boolean {
  return (kind === 'titration' || kind === 'restart') && steps.length > 1;
}

function courseOf(plan: PlannedDoses): string {
  if (plan.kind === 'taper' && plan.goesOn) {
    return 'The dose goes down step by step and then stays as it is: do not stop there, go on with the last dose.';
  }
  if (plan.kind === 'taper') return 'The dose goes down step by step until you take no more baclofen.';
  return isRising(plan)
    ? 'The dose goes up step by step, only while you tolerate it.'
    : 'The dose stays as it is until your clinician changes it.';
}

function limitOf({ ceiling }: PlannedDoses): string {
  if (ceiling === undefined) return '';
  const daily = formatQuantity(ceiling.dailyDose).replace(' per day', '');
  const each = ceiling.dose ? ` and ${formatQuantity(ceiling.dose)} at one time` : '';
  return ` The limit for you is ${daily} in a day${each}.`;
}

/** To the parents of a newborn. */
export function parentWords({ leaflet }: ViewContext): SheetWords {
  const { giving, watch, emergency, tooMuch, withdrawal, whomToCall } = leaflet.newborn;
  return {
    title: "Your baby's baclofen plan",
    made: "Your baby's clinician made this plan with a dose calculator and answers for it. It is for no other baby. Day 1 is the day of birth.",
    how: 'How to give it',
    course:
      'Your baby gets less, step by step, until no more baclofen is given. Give it by mouth, day and night, as the table says.',
    most: 'Never give more than the table says.',
    goodToKnow: [...giving, watch],
    emergency,
    tooMuch,
    withdrawal,
    whomToCall,
  };
}

/** What a patient is told with one step: where to stay, and what to look for before it. */
export function stepWords(plan: PlannedDoses, index: number, { leaflet }: Pick<ViewContext, 'leaflet'>): string[] {
  if (isRising(plan)) return [leaflet.stay, ...(index > 0 ? [leaflet.beforeStep] : [])].map(({ text }) => text);
  return plan.kind === 'taper' && index > 0 ? [leaflet.beforeStepDown.text] : [];
}

/** What is told with every dose. */
export function neverStopWords({ leaflet }: Pick<ViewContext, 'leaflet'>): string {
  return leaflet.neverStop.text;
}

/** What to look for, a line a kind: "Signs of a dose that fell too fast, or was missed: High fever; Confused." */
export function signWords({ kind }: PlannedDoses, { leaflet }: Pick<ViewContext, 'leaflet'>): string[] {
  const { emergency, tooMuch, withdrawal } = kind === 'newborn' ? leaflet.newborn : leaflet;
  const line = (head: string, words: readonly Words[]) =>
    `${head}: ${words.map(({ text }) => text.replace(/\.$/, '')).join('; ')}.`;
  return [
    line('Signs of a dose that fell too fast, or was missed', withdrawal),
    line('Signs of a dose that is too high', tooMuch),
    line('Call the emergency number at once', emergency),
  ];
}
