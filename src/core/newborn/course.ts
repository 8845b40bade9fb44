import type { Assumption, Outcome } from '../answer/outcome.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import { dispense } from '../doses/dispense.js';
import type { LiquidProduct, ProductParameters } from '../doses/product.js';
import { infantDose } from '../milk/equations.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import { milkMassConcentration, type Quantity, quantity, tidy } from '../values/quantity.js';
import { newbornNotices, newbornWorking } from './account.js';
import { type NewbornDay, newbornDays, stepsOf } from './days.js';
import type {
  NewbornContext,
  NewbornParameters,
  NewbornPlan,
  NewbornRequest,
  NewbornTotals,
  PublishedCourse,
} from './types.js';

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
  if (course === undefined)
    throw new InputError('regimen', `"${request.regimen}"`, `one of ${newborn.courses.map(({ id }) => id).join(', ')}`);
  const concentration = request.concentration ?? plain(newborn.concentration);
  const liquid = liquidOf(concentration, context.products);
  if (liquid === undefined || !plausible(request.weight, newborn)) {
    const reason = plausible(request.weight, newborn)
      ? concentrationRefusal(concentration, context.products)
      : weightRefusal(request.weight, newborn);
    return { request, assumptions: [], notices: [], working: [], outcome: 'refusal', refusal: reason };
  }
  const milk = milkPart(request, context);
  const dayByDay = newbornDays(course.phases.steps, request.weight, liquid, newborn.mark, milk?.dose).map((day) => ({
    ...day,
    ...conditionOf(day, course),
  }));
  const last = Math.max(...dayByDay.map(({ toDay }) => toDay));
  const schedule = stepsOf(dayByDay, last, liquid, request.birthDate);
  return {
    request,
    assumptions: assumptions(request, course, context),
    notices: newbornNotices(request, course, dayByDay, concentration, context, milk),
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

/** What the report made the step that begins on this day dependent on. */
function conditionOf({ fromDay }: NewbornDay, { conditions }: PublishedCourse): Pick<NewbornDay, 'condition'> {
  const found = conditions.find((each) => each.fromDay === fromDay);
  return found ? { condition: statement(found) } : {};
}

function words(course: PublishedCourse, newborn: NewbornParameters) {
  return {
    evidence: statement(newborn.caseReports),
    dayOne: statement(newborn.dayOne),
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
    dose: quantity(tidy(infantDose(level, intake, share).value), 'mg/kg/d'),
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
