import type { EmergencyRisk, Sign, Spoken } from '../../core/answer/leaflet.js';
import type { Notice } from '../../core/answer/notice.js';
import { productOf } from '../../core/doses/product.js';
import type { CitedText } from '../../core/values/citation.js';
import type { Quantity } from '../../core/values/quantity.js';
import { isAtLeast } from '../../core/values/thresholds.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';
import { fill } from '../wording/fill.js';
import { spokenTo } from '../wording/tell.js';
import type { ViewContext } from './context.js';
import { type PlannedDoses, productsUsed } from './plan.js';
import { risksOf } from './risks.js';
import { listed } from './words.js';

interface Words {
  readonly text: string;
}

/** What a sheet says to its reader around the doses. */
export interface SheetWords {
  readonly title: string;
  /** What a dose stands on that no study has. */
  readonly unreviewed?: string;
  /** Who made the plan, and for whom. */
  readonly made: string;
  readonly how: string;
  readonly course: string;
  /** Of a dose that is too high for this patient. */
  readonly tooHigh?: string;
  /** Below the doses: what is the most. */
  readonly most: string;
  /** Of a dose that goes on. */
  readonly goOn: string;
  readonly goodToKnow: readonly Words[];
  readonly emergency: readonly Words[];
  readonly tooMuch: readonly Words[];
  readonly withdrawal: readonly Words[];
  readonly whomToCall: Words;
}

/** To whom it is spoken: the parents of a newborn or of a child, or the patient. */
export function sheetWords(plan: PlannedDoses, context: ViewContext): SheetWords {
  if (plan.kind === 'newborn') return newbornWords(context);
  return spokenTo(plan.patient ?? {}, context) === 'parents' ? childWords(plan, context) : patientWords(plan, context);
}

function patientWords(plan: PlannedDoses, context: ViewContext): SheetWords {
  const { leaflet, advice } = context;
  return {
    ...signsOf(plan, leaflet, context),
    ...tooHigh(plan, leaflet, context),
    ...judged(plan, leaflet),
    title: 'Your baclofen plan',
    made: 'Your clinician made this plan for you with a dose calculator and answers for it. It is for nobody else.',
    how: 'How to take it',
    course: `${courseOf(plan, context)} Take it by mouth every day, as the table says.`,
    most: `Never take more than the table says.${limitOf(plan, 'your')}`,
    goOn: 'Stay on the last dose until your clinician changes it.',
    goodToKnow: [
      ...besideBaclofen(leaflet, context),
      ...aroundSteps(plan, leaflet),
      ...ofTheProduct(plan, context),
      ...advice,
      ofTheKidney(leaflet, context),
    ],
    whomToCall: leaflet.whomToCall,
  };
}

function isRising({ kind, steps }: PlannedDoses): boolean {
  return (kind === 'titration' || kind === 'restart') && steps.length > 1;
}

/** To the parents of a child. */
function childWords(plan: PlannedDoses, context: ViewContext): SheetWords {
  const { child } = context.leaflet;
  const { whomToCall, advice, neverStop } = child;
  return {
    ...signsOf(plan, child, context),
    ...tooHigh(plan, child, context),
    ...judged(plan, child),
    title: "Your child's baclofen plan",
    made: "Your child's clinician made this plan with a dose calculator and answers for it. It is for no other child.",
    how: 'How to give it',
    course: `${courseForChild(plan, context)} Give it by mouth every day, as the table says.`,
    most: `Never give more than the table says.${limitOf(plan, "your child's")}`,
    goOn: "Go on giving the last dose until your child's clinician changes it.",
    goodToKnow: [
      ...besideBaclofen(child, context),
      ...aroundSteps(plan, child),
      ...ofTheProduct(plan, context),
      ...advice,
      neverStop,
      ofTheKidney(child, context),
    ],
    whomToCall,
  };
}

/** What the patient's other drugs and conditions call for at home. */
function besideBaclofen(said: Spoken, { notices, leaflet }: ViewContext): Words[] {
  return notices.flatMap((each): readonly Words[] => {
    const drugs = sedativesIn(each, said === leaflet.child);
    if (drugs) return [{ text: fill(said.sedatives.text, { drugs: listed(drugs) }) }];
    if (each.code !== 'condition-noted') return [];
    return leaflet.conditions.filter(({ condition }) => condition === each.params.condition);
  });
}

/** Those of which somebody at home has to know: of a child each, of others a warning and what depresses strongly. */
function sedativesIn({ code, params }: Notice, ofChild: boolean): readonly string[] | undefined {
  if (code === 'two-sedatives') return params.drugs;
  if (code !== 'interacting-drugs' || params.depressant === 'no') return undefined;
  return ofChild || params.depressant === 'strong' ? params.drugs : undefined;
}

/** How what the doses are made of is measured or taken. */
function ofTheProduct(plan: PlannedDoses, { leaflet: { measure, packet }, products }: ViewContext): CitedText[] {
  const used = productsUsed(plan).map((id) => productOf(id, products));
  return [
    ...(used.some(({ kind }) => kind === 'liquid') ? [measure] : []),
    ...(used.some(({ form }) => form === 'packet') ? [packet] : []),
  ];
}

/** A sign stands once on a sheet: under emergency where a risk makes it one, else with those for the clinician. */
function signsOf(plan: PlannedDoses, said: Spoken, context: Pick<ViewContext, 'notices' | 'kidney'>) {
  const { emergencies } = risksOf(plan, context);
  const calm = (signs: readonly Sign[]) =>
    signs.filter(({ emergencyIf = [] }) => !emergencyIf.some((risk) => emergencies.includes(risk)));
  return {
    emergency: [...emergencyWords(emergencies).map((risk) => said.emergencyIf[risk]), ...said.emergency],
    tooMuch: calm(said.tooMuch),
    withdrawal: calm(said.withdrawal),
  };
}

/** Too much and too little have signs in common: of both together the reader is told one thing. */
function emergencyWords(risks: readonly EmergencyRisk[]): readonly (keyof Spoken['emergencyIf'])[] {
  const [first, second, ...others] = risks;
  return first === 'overdose' && second === 'gap' ? ['overdoseOrGap', ...others] : risks;
}

function tooHigh(plan: PlannedDoses, { dose }: Spoken, context: ViewContext): { tooHigh?: string } {
  const risk = risksOf(plan, context).dose;
  return risk ? { tooHigh: dose[risk].text } : {};
}

function judged({ unreviewed }: PlannedDoses, said: Spoken): { unreviewed?: string } {
  return unreviewed === undefined ? {} : { unreviewed: said.unreviewed.text };
}

function ofTheKidney({ encephalopathy, slowKidneys }: Spoken, { kidney }: ViewContext): CitedText {
  return kidney.slow ? slowKidneys : encephalopathy;
}

/** Where to stay on the way up, and what to look for before each step. */
function aroundSteps(plan: PlannedDoses, { stay, beforeStep, beforeStepDown }: Spoken): CitedText[] {
  if (isRising(plan)) return [stay, beforeStep];
  return plan.kind === 'taper' ? [beforeStepDown] : [];
}

function courseForChild(plan: PlannedDoses, context: ViewContext): string {
  if (plan.kind === 'taper' && plan.goesOn)
    return 'The dose goes down step by step and then stays as it is: do not stop there, go on giving the last dose.';
  if (plan.kind === 'taper') return 'The dose goes down step by step until you give your child no more baclofen.';
  if (risksOf(plan, context).dose) return 'For now your child gets the same dose in mg as before.';
  return isRising(plan)
    ? 'The dose goes up step by step, only while your child tolerates it.'
    : "The dose stays as it is until your child's clinician changes it.";
}

function courseOf(plan: PlannedDoses, context: ViewContext): string {
  if (plan.kind === 'taper' && plan.goesOn) {
    return 'The dose goes down step by step and then stays as it is: do not stop there, go on with the last dose.';
  }
  if (plan.kind === 'taper') return 'The dose goes down step by step until you take no more baclofen.';
  if (risksOf(plan, context).dose) return 'For now you take the same dose in mg as before.';
  return isRising(plan)
    ? 'The dose goes up step by step, only while you tolerate it.'
    : 'The dose stays as it is until your clinician changes it.';
}

function limitOf({ ceiling, ceilingAtEnd, steps }: PlannedDoses, whose: string): string {
  if (ceilingAtEnd) {
    const day = formatNumber(steps.at(-1)?.fromDay ?? 1);
    return ` From day ${day} on ${whose} limit is ${inADay(ceilingAtEnd)}.`;
  }
  if (ceiling === undefined) return '';
  const most = inADay(ceiling.dailyDose);
  if (steps.some(({ dailyDose }) => isAtLeast(dailyDose.value, ceiling.dailyDose.value)))
    return ` ${most} is the limit.`;
  return ` Only ${whose} clinician may raise it, to ${most} at the most.`;
}

function inADay(dailyDose: Quantity<'mg/d'>): string {
  return formatQuantity(dailyDose).replace('per day', 'in a day');
}

/** To the parents of a newborn. */
function newbornWords({ leaflet }: ViewContext): SheetWords {
  const { giving, watch, emergency, tooMuch, withdrawal, whomToCall } = leaflet.newborn;
  return {
    title: "Your baby's baclofen plan",
    made: "Your baby's clinician made this plan with a dose calculator and answers for it. It is for no other baby. Day 1 is the day of birth.",
    how: 'How to give it',
    course:
      'Your baby gets less, step by step, until no more baclofen is given. Give it by mouth, day and night, as the table says.',
    most: 'Never give more than the table says.',
    goOn: "Go on giving the last dose until your baby's clinician changes it.",
    goodToKnow: [...giving, watch],
    emergency,
    tooMuch,
    withdrawal,
    whomToCall,
  };
}

/** What a patient is told with one step: where to stay, and what to look for before it. */
export function stepWords(plan: PlannedDoses, index: number, context: Speaking): string[] {
  const { stay, beforeStep, beforeStepDown } = spoken(plan, context);
  if (isRising(plan)) return [stay, ...(index > 0 ? [beforeStep] : [])].map(({ text }) => text);
  return plan.kind === 'taper' && index > 0 ? [beforeStepDown.text] : [];
}

/** What is told with every dose. */
export function neverStopWords(plan: PlannedDoses, context: Speaking): string {
  return spoken(plan, context).neverStop.text;
}

type Speaking = Pick<ViewContext, 'leaflet' | 'parentsBelow' | 'notices' | 'kidney'>;

function spoken(plan: PlannedDoses, context: Speaking): Spoken {
  return spokenTo(plan.patient ?? {}, context) === 'parents' ? context.leaflet.child : context.leaflet;
}

/** What to look for, a line a kind: "Signs of a dose that fell too fast, or was missed: High fever; Confused." */
export function signWords(plan: PlannedDoses, context: Speaking): string[] {
  const { emergency, tooMuch, withdrawal } =
    plan.kind === 'newborn' ? context.leaflet.newborn : signsOf(plan, spoken(plan, context), context);
  const line = (head: string, words: readonly Words[]) =>
    `${head}: ${words.map(({ text }) => text.replace(/\.$/, '')).join('; ')}.`;
  return [
    line('Signs of a dose that fell too fast, or was missed', withdrawal),
    line('Signs of a dose that is too high', tooMuch),
    line('Call the emergency number at once', emergency),
  ];
}
