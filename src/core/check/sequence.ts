import type { Refusal } from '../answer/refusal.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { Product } from '../doses/product.js';
import { planTaper } from '../taper/plan.js';
import { type Quantity, quantity } from '../values/quantity.js';
import { isAbove, isAtMost } from '../values/thresholds.js';
import { type ReadStep, readStep } from './read.js';
import type { CheckContext, CheckRequest, Judged } from './types.js';

/** An order in its sequence, and what was taken before it. */
export interface Sequence {
  readonly steps: readonly ReadStep[];
  readonly taking?: CurrentDose;
  readonly leaving: boolean;
}

/** Reads an order step by step, or divides a taper as it would be planned. */
export function sequenceOf(
  request: CheckRequest,
  named: readonly Product[] | undefined,
  context: CheckContext,
): Sequence | Refusal {
  if (request.taper) return taperSteps(request, request.taper, context);
  const parameters = { check: context.check, all: context.products.products };
  const steps = (request.steps ?? []).map((step) => readStep(step, named, parameters));
  const { taking } = request;
  return { steps, ...(taking && { taking }), leaving: goesToNothing(steps) };
}

function taperSteps(
  { products, patient, rules }: CheckRequest,
  { from, days }: NonNullable<CheckRequest['taper']>,
  context: CheckContext,
): Sequence | Refusal {
  const asked = {
    from: 'doses' in from ? { dailyDose: dailyTotal(from) } : from,
    pattern: { kind: 'days', days } as const,
  };
  const outcome = planTaper(
    { ...asked, ...(products && { products }), ...(patient && { patient }), ...(rules && { rules }) },
    context,
  );
  if (outcome.outcome === 'refusal') return outcome.refusal;
  const { plan } = outcome;
  if (!('schedule' in plan)) throw new Error('a taper from a dose has one schedule');
  const made = context.products.products.filter(({ id }) => plan.products.includes(id));
  const steps = plan.schedule.map(({ fromDay, toDay, dailyDose, doses }) => ({
    dailyDose,
    doses: doses.map(({ dose }) => dose),
    ...(toDay !== null && { days: quantity(toDay - fromDay + 1, 'd') }),
    products: made,
    findings: [],
  }));
  return { steps, taking: from, leaving: true };
}

/** Never up, and none at the end. */
function goesToNothing(steps: readonly ReadStep[]): boolean {
  const totals = steps.map(({ dailyDose }) => dailyDose?.value ?? Number.NaN);
  return (
    totals.length > 1 &&
    totals.at(-1) === 0 &&
    totals.every((total, index) => index === 0 || isAtMost(total, totals[index - 1] ?? 0))
  );
}

/** Each step beside the one before it, and the day from which it holds; a step that cannot be read is not judged. */
export function judgedSteps(
  { steps, taking, leaving }: Sequence,
  on: Quantity<'d'> | undefined,
): { readonly judged: Judged; readonly fromDay: number | undefined }[] {
  const starts = steps.map((_, index) => dayAfter(steps.slice(0, index)));
  return steps.flatMap(({ dailyDose, doses, products }, index) => {
    if (dailyDose === undefined) return [];
    const before = index === 0 ? presentOf(taking, on) : earlierOf(steps[index - 1]);
    const largest = largestOf(doses);
    const solid = products?.some(({ kind }) => kind === 'solid');
    const judged: Judged = {
      dailyDose,
      ...(largest && { largest }),
      ...before,
      ...(leaving && { leaving: true }),
      ...(solid !== undefined && { solid }),
    };
    return [{ judged, fromDay: steps.length > 1 ? starts[index] : undefined }];
  });
}

type Before = Pick<Judged, 'taking' | 'takingLargest' | 'on'>;

function presentOf(taking: CurrentDose | undefined, on: Quantity<'d'> | undefined): Before {
  if (taking === undefined) return {};
  const doses = 'dose' in taking ? [taking.dose] : 'doses' in taking ? taking.doses.map(({ dose }) => dose) : undefined;
  const takingLargest = largestOf(doses);
  return { taking: dailyTotal(taking), ...(takingLargest && { takingLargest }), ...(on && { on }) };
}

function earlierOf(step: ReadStep | undefined): Before {
  if (step?.dailyDose === undefined) return {};
  const takingLargest = largestOf(step.doses);
  return {
    taking: step.dailyDose,
    ...(takingLargest && { takingLargest }),
    ...(step.days && { on: step.days }),
  };
}

function largestOf(doses: readonly Quantity<'mg'>[] | undefined): Quantity<'mg'> | undefined {
  return doses?.reduce<Quantity<'mg'> | undefined>(
    (most, dose) => (most === undefined || isAbove(dose.value, most.value) ? dose : most),
    undefined,
  );
}

function dayAfter(steps: readonly ReadStep[]): number | undefined {
  return steps.every(({ days }) => days) ? steps.reduce((sum, { days }) => sum + (days?.value ?? 0), 1) : undefined;
}
