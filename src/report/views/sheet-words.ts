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
  readonly goodToKnow: readonly Words[];
  readonly emergency: readonly Words[];
  readonly tooMuch: readonly Words[];
  readonly withdrawal: readonly Words[];
  readonly whomToCall: Words;
}

/** To the patient. */
export function patientWords(plan: PlannedDoses, { leaflet, advice }: ViewContext): SheetWords {
  const rising = (plan.kind === 'titration' || plan.kind === 'restart') && plan.steps.length > 1;
  const falling = plan.kind === 'taper';
  const { emergency, tooMuch, withdrawal, whomToCall } = leaflet;
  return {
    title: 'Your baclofen plan',
    made: 'Your clinician made this plan for you with a dose calculator and answers for it. It is for nobody else.',
    how: 'How to take it',
    course: `${courseOf(plan)} Take it by mouth every day, as the table says.`,
    goodToKnow: [
      ...(rising ? [leaflet.stay, leaflet.beforeStep] : []),
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

function courseOf({ kind, steps, goesOn }: PlannedDoses): string {
  if (kind === 'taper' && goesOn) {
    return 'The dose goes down step by step and then stays as it is: do not stop there, go on with the last dose.';
  }
  if (kind === 'taper') return 'The dose goes down step by step until you take no more baclofen.';
  return steps.length > 1
    ? 'The dose goes up step by step.'
    : 'The dose stays as it is until your clinician changes it.';
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
    goodToKnow: [...giving, watch],
    emergency,
    tooMuch,
    withdrawal,
    whomToCall,
  };
}
