import type { CivilDate } from './calendar.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  type Provenance,
  plain,
  type Statement,
  statement,
} from './citation.js';
import { dispense } from './dispense.js';
import type { MilkLevel } from './milk-level.js';
import { newbornNotices, newbornWorking } from './newborn-account.js';
import { type NewbornDay, newbornDays, type PublishedStep, stepsOf } from './newborn-days.js';
import { requireNumbers } from './numbers.js';
import type { Assumption, Outcome } from './plan.js';
import type { LiquidProduct, Piece, ProductParameters } from './product.js';
import { type Fraction, milkMassConcentration, type Quantity, quantity, tidy } from './quantity.js';
import { type Refusal, refusal } from './refusal.js';
import type { Step } from './schedule.js';

/** What was given to one newborn, as it was published. */
export interface PublishedCourse {
  readonly id: string;
  readonly name: string;
  readonly phases: { readonly steps: readonly PublishedStep[] } & Provenance;
  /** Where the number of doses a day comes from. */
  readonly division: Provenance;
  readonly infant: CitedText;
  readonly outcome: CitedText;
}

/** What a published course takes from data/newborn.json. */
export interface NewbornParameters {
  readonly caseReports: CitedText;
  readonly weight: { readonly from: Cited<'kg'>; readonly to: Cited<'kg'> };
  readonly dayOne: CitedText;
  readonly concentration: Cited<'mg/mL'>;
  readonly mark: Cited<'mL'>;
  readonly rounding: CitedText;
  readonly fewerDoses: CitedText;
  readonly lossFrom: Cited<'%'>;
  readonly courses: readonly PublishedCourse[];
  readonly onset: readonly CitedText[];
  readonly signs: readonly CitedText[];
  readonly observation: { readonly days: Cited<'d'>; readonly text: CitedText };
  readonly scoring: { readonly rule: CitedText; readonly limits: readonly CitedText[] };
  readonly ifWithdrawal: readonly CitedText[];
  readonly otherCases: readonly CitedText[];
  readonly milkVolume: CitedText;
}

export interface NewbornContext {
  readonly newborn: NewbornParameters;
  readonly products: ProductParameters;
  /** For the part that milk adds. */
  readonly milkLevel: Cited<'mg/L'>;
  readonly milkIntake: Cited<'mL/kg/d'>;
  readonly molarMass: Cited<'g/mol'>;
}

export interface NewbornRequest {
  readonly weight: Quantity<'kg'>;
  /** The id of a published course. */
  readonly regimen: string;
  /** The date of day 1. */
  readonly birthDate?: CivilDate;
  /** Whom the answer is for, printed on it. */
  readonly name?: string;
  readonly concentration?: Quantity<'mg/mL'>;
  /** Milk taken beside the course: its share of the diet, and level and intake where they are known. */
  readonly withMilk?: { readonly share: Fraction; readonly milk?: MilkLevel; readonly intake?: Quantity<'mL/kg/d'> };
}

export interface NewbornPlan {
  readonly course: { readonly id: string; readonly name: string };
  readonly evidence: Statement;
  readonly infant: Statement;
  readonly outcome: Statement;
  /** Days that tile from birth; the last step is none at all and has no end. */
  readonly schedule: readonly Step[];
  readonly days: Quantity<'d'>;
  readonly dayByDay: readonly NewbornDay[];
  readonly totals: NewbornTotals;
  readonly products: readonly string[];
  readonly concentration: Quantity<'mg/mL'>;
  readonly mark: Quantity<'mL'>;
  readonly dispense: readonly Piece[];
  readonly milk?: {
    readonly level: Quantity<'mg/L'>;
    readonly intake: Quantity<'mL/kg/d'>;
    readonly share: Quantity<'1'>;
    readonly dose: Quantity<'mg/kg/d'>;
    readonly citations: readonly Citation[];
  };
  readonly onset: readonly Statement[];
  readonly signs: readonly Statement[];
  readonly observation: { readonly days: Quantity<'d'>; readonly statement: Statement };
  readonly scoring: { readonly rule: Statement; readonly limits: readonly Statement[] };
  readonly ifWithdrawal: readonly Statement[];
  readonly otherCases: readonly Statement[];
  readonly citations: readonly Citation[];
}

/** Over the whole course: per kg as published and as measured, and the amount measured. */
export interface NewbornTotals {
  readonly published: Quantity<'mg/kg'>;
  readonly given: Quantity<'mg/kg'>;
  readonly amount: Quantity<'mg'>;
}

/**
 * A published single case worked out for a weight (kg): mg and mL of each dose, rounded down to the marks of a small
 * syringe, and what the infant gets per kg after that. No recommendation.
 * @returns a plan, or a refusal for a weight that is no newborn's or a concentration that no product has.
 */
export function workOutNewbornCourse(
  request: NewbornRequest,
  context: NewbornContext,
): Outcome<NewbornRequest, NewbornPlan> {
  requireNumbers(request);
  const { newborn } = context;
  const course = newborn.courses.find(({ id }) => id === request.regimen);
  if (course === undefined) throw new RangeError(`no course ${request.regimen} in the data`);
  const concentration = request.concentration ?? plain(newborn.concentration);
  const liquid = liquidOf(concentration, context.products);
  if (liquid === undefined || !plausible(request.weight, newborn)) {
    const reason = plausible(request.weight, newborn)
      ? concentrationRefusal(concentration, context.products)
      : weightRefusal(request.weight, newborn);
    return { request, assumptions: [], notices: [], working: [], outcome: 'refusal', refusal: reason };
  }
  const milk = milkPart(request, context);
  const dayByDay = newbornDays(course.phases.steps, request.weight, liquid, newborn.mark, milk?.dose);
  const last = Math.max(...dayByDay.map(({ toDay }) => toDay));
  const schedule = stepsOf(dayByDay, last, liquid, request.birthDate);
  return {
    request,
    assumptions: assumptions(request, course, context),
    notices: newbornNotices(request, course, dayByDay, concentration, context),
    working: newbornWorking(request, course, dayByDay, liquid, milk, newborn),
    outcome: 'plan',
    plan: {
      course: { id: course.id, name: course.name },
      schedule,
      days: quantity(last, 'd'),
      dayByDay,
      totals: totalsOf(dayByDay, request.weight),
      products: [liquid.id],
      concentration,
      mark: plain(newborn.mark),
      dispense: dispense(schedule, last),
      ...(milk && { milk }),
      ...words(course, newborn),
    },
  };
}

function words(course: PublishedCourse, newborn: NewbornParameters) {
  return {
    evidence: statement(newborn.caseReports),
    infant: statement(course.infant),
    outcome: statement(course.outcome),
    onset: newborn.onset.map(statement),
    signs: newborn.signs.map(statement),
    observation: { days: plain(newborn.observation.days), statement: statement(newborn.observation.text) },
    scoring: { rule: statement(newborn.scoring.rule), limits: newborn.scoring.limits.map(statement) },
    ifWithdrawal: newborn.ifWithdrawal.map(statement),
    otherCases: newborn.otherCases.map(statement),
    citations: cite(course.phases),
  };
}

function liquidsOf({ products }: ProductParameters): LiquidProduct[] {
  return products.filter((product) => product.kind === 'liquid');
}

function liquidOf(concentration: Quantity<'mg/mL'>, products: ProductParameters): LiquidProduct | undefined {
  return liquidsOf(products).find((liquid) => liquid.concentration.value === concentration.value);
}

function concentrationRefusal(asked: Quantity<'mg/mL'>, products: ProductParameters): Refusal {
  const liquids = liquidsOf(products);
  return refusal(
    'concentration-unknown',
    { asked, liquids: liquids.map(({ id, concentration }) => ({ product: id, concentration: plain(concentration) })) },
    cite(...liquids.map(({ concentration }) => concentration)),
  );
}

function plausible({ value }: Quantity<'kg'>, { weight: { from, to } }: NewbornParameters): boolean {
  return value >= from.value && value <= to.value;
}

function weightRefusal(weight: Quantity<'kg'>, { weight: { from, to } }: NewbornParameters): Refusal {
  return refusal('newborn-weight-outside', { weight, from: plain(from), to: plain(to) }, cite(from, to));
}

/** Milk level x intake x share of the diet, beside the course. */
function milkPart({ withMilk }: NewbornRequest, context: NewbornContext): NewbornPlan['milk'] {
  if (withMilk === undefined) return undefined;
  const level = withMilk.milk ? milkMassConcentration(withMilk.milk, context.molarMass) : plain(context.milkLevel);
  const intake = withMilk.intake ?? plain(context.milkIntake);
  const { numerator, denominator } = withMilk.share;
  const share = numerator / denominator;
  return {
    level,
    intake,
    share: quantity(share, '1'),
    dose: quantity(tidy((level.value * intake.value * share) / 1000), 'mg/kg/d'),
    citations: cite(context.milkLevel, context.milkIntake),
  };
}

function totalsOf(days: readonly NewbornDay[], weight: Quantity<'kg'>): NewbornTotals {
  const sum = (part: (day: NewbornDay) => number) =>
    tidy(days.reduce((total, day) => total + part(day) * (day.toDay - day.fromDay + 1), 0));
  const amount = sum(({ dailyDose }) => dailyDose.value);
  return {
    published: quantity(
      sum(({ published }) => published.value),
      'mg/kg',
    ),
    given: quantity(tidy(amount / weight.value), 'mg/kg'),
    amount: quantity(amount, 'mg'),
  };
}

function assumptions(
  { concentration, withMilk }: NewbornRequest,
  { division }: PublishedCourse,
  { newborn, milkLevel, milkIntake }: NewbornContext,
): Assumption[] {
  const all: (Assumption | false)[] = [
    { name: 'day-one', value: newborn.dayOne.text.replace(/^Day 1 is (.*)\.$/, '$1'), citations: cite(newborn.dayOne) },
    !concentration && {
      name: 'concentration',
      value: plain(newborn.concentration),
      citations: cite(newborn.concentration),
    },
    division.evidence === 'judgement' && { name: 'doses-a-day', value: 'four', citations: cite(division) },
    { name: 'rounding', value: newborn.rounding.text, citations: cite(newborn.rounding, newborn.mark) },
    withMilk !== undefined &&
      !withMilk.milk && { name: 'milk-level-published', value: plain(milkLevel), citations: cite(milkLevel) },
    withMilk !== undefined &&
      !withMilk.intake && { name: 'newborn-milk-intake', value: plain(milkIntake), citations: cite(milkIntake) },
  ];
  return all.filter((each) => each !== false);
}
