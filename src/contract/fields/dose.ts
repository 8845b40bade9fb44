import { longestSupply } from '../../core/doses/supply.js';
import { countries } from '../../core/titration/rules.js';
import type { Fields } from './field.js';

/** The most that a slip of the hand leaves plausible; ceilings of doses are for the rules to hold. */
const most = 1000;

const timesDaily = {
  what: 'a number of doses a day',
  says: 'doses per day, 1 to 4',
  count: { from: 1, to: 4 },
} as const;

/** What is asked of a schedule of doses. */
export const titrationFields = {
  start: {
    what: 'one dose',
    says: 'first dose, in mg per dose (not per day); left out where a rule sets it',
    in: { mg: { above: 0, to: most } },
    bare: 'mg',
    example: '5',
  },
  on: {
    what: 'the days already on the present dose',
    says: 'days already on the present dose; with `from`',
    in: { d: { from: 0, to: 36_500 } },
    bare: 'd',
    example: '1',
    whole: true,
  },
  timesDaily,
  increment: {
    what: 'what is added to each dose',
    says: 'mg added to each dose at a step',
    in: { mg: { above: 0, to: most } },
    bare: 'mg',
    example: '5',
  },
  interval: {
    what: 'the days between steps',
    says: 'days between steps',
    in: { d: { from: 1, to: 90 } },
    bare: 'd',
    example: '7',
    whole: true,
  },
  target: {
    what: 'the dose of a day',
    says: 'daily dose to stop at, in mg per day',
    in: { 'mg/d': { above: 0, to: most } },
    bare: 'mg/d',
    example: '45',
  },
  supply: {
    what: 'how long the quantity lasts',
    says: 'days that the quantity to dispense covers',
    in: { d: { from: 1, to: longestSupply } },
    bare: 'd',
    example: '28',
    whole: true,
  },
  until: {
    what: 'a date',
    says: 'last date that the quantity to dispense covers; needs `startDate`',
    date: true,
  },
} as const satisfies Fields;

/** What a taper is asked by. */
export const taperFields = {
  timesDaily: { ...timesDaily, says: 'doses per day on the way down, 1 to 4; with `from` in mg per day' },
  supply: {
    what: 'how long the dose that goes on is supplied',
    says: 'days of the dose that it ends at to dispense as well; with `to`',
    in: { d: { from: 1, to: longestSupply } },
    bare: 'd',
    example: '28',
    whole: true,
  },
} as const satisfies Fields;

/** What a taper ends at, where that is no word. */
export const taperEndFields = {
  dailyDose: {
    what: 'what the taper ends at',
    says: 'what it ends at: mg per day, 0, or ceiling for the most that this patient may have',
    in: { 'mg/d': { from: 0, to: most } },
    bare: 'mg/d',
    example: '10',
  },
} as const satisfies Fields;

/** How a taper goes down: the parts of its pattern. */
export const patternFields = {
  days: {
    what: 'how long the taper lasts',
    says: 'days until the end is reached',
    in: { d: { from: 1, to: 1826 } },
    bare: 'd',
    example: '14',
    whole: true,
  },
  reduction: {
    what: 'what is taken off at each step',
    says: 'mg per day taken off at each step; needs `every`',
    in: { 'mg/d': { above: 0, to: most } },
    bare: 'mg/d',
    example: '10',
  },
  percent: {
    what: 'the part of the dose taken off at each step',
    says: 'percentage of the dose taken off at each step; needs `every`',
    in: { '%': { above: 0, to: 100 } },
    bare: '%',
    example: '25',
  },
  every: {
    what: 'the days that each step lasts',
    says: 'days that each step lasts',
    in: { d: { from: 1, to: 365 } },
    bare: 'd',
    example: '7',
    whole: true,
  },
} as const satisfies Fields;

/** What is taken now: a day's total, or a dose and how often. */
export const presentDoseFields = {
  dailyDose: {
    what: 'the present daily dose',
    says: 'what the patient takes now: mg per day, 20x3 or 10-10-20',
    in: { 'mg/d': { above: 0, to: 10_000 } },
    bare: 'mg/d',
    example: '60',
  },
  dose: {
    what: 'the present dose',
    says: 'each dose that the patient takes now',
    in: { mg: { above: 0, to: 10_000 } },
    bare: 'mg',
    example: '20',
  },
  timesDaily,
} as const satisfies Fields;

/** Whose label is followed. */
export const rulesFields = {
  rules: { what: 'a country', says: `whose label: ${countries.join(', ')}`, words: countries },
} as const satisfies Fields;

/** What an answer is labelled with; none of it changes a dose. */
export const sheetFields = {
  startDate: { what: 'a date', says: 'date of day 1, YYYY-MM-DD or today: adds dates and weekdays', date: true },
  name: { what: 'a name', says: 'name of the patient, printed on the answer', longest: 100 },
} as const satisfies Fields;

export const productFields = {
  products: {
    what: 'the ids of products',
    says: 'products to make the doses from (see baclofen products)',
    each: { longest: 100, least: 1 },
  },
} as const satisfies Fields;
