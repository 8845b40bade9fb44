import type { RenalBand } from './band.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  type Disagreement,
  disagreement,
  plain,
  type Statement,
  statement,
} from './citation.js';
import { dispense, dispenseWorking } from './dispense.js';
import { InputError } from './input-error.js';
import { type Notice, notice } from './notice.js';
import type { Patient } from './patient.js';
import type { Assumption, Outcome } from './plan.js';
import { type Piece, type Product, type ProductParameters, selectProducts } from './product.js';
import { type Quantity, quantity } from './quantity.js';
import type { Refusal } from './refusal.js';
import { type Regimen, type RuleSet, type Rung, regimenFor } from './regimen.js';
import { assessRenalFunction, type RenalFunction, type RenalParameters, renalStatements } from './renal-function.js';
import { dailyDoseRefusal, datedSteps, type Step, splitUnderDoseCeiling } from './schedule.js';
import { type SupplyRequest, supplyOf } from './supply.js';
import { clearanceRefusal, startRefusal, targetRefusal } from './titration-limits.js';

/** What a titration takes from data/titration.json. */
export interface TitrationParameters {
  readonly rules: { readonly us: RuleSet };
  /** Never computed above this, whatever the rules. */
  readonly neverAbove: Cited<'mg/d'>;
  readonly responseCheck: CitedText;
  readonly advice: readonly CitedText[];
}

export interface TitrationRequest extends SupplyRequest {
  /** Printed on the sheets; changes nothing. */
  readonly name?: string;
  /** mg per dose, not per day. */
  readonly start: Quantity<'mg'>;
  readonly timesDaily?: number;
  /** mg per dose added at each step. */
  readonly increment?: Quantity<'mg'>;
  readonly interval?: Quantity<'d'>;
  readonly target?: Quantity<'mg/d'>;
  /** Product ids; the usual product where left out. */
  readonly products?: readonly string[];
  readonly patient?: Patient;
}

export interface TitrationPlan {
  readonly schedule: readonly Step[];
  /** The next step, only if needed and tolerated; absent where the target was asked for. */
  readonly ifNeeded?: Step;
  readonly interval: Quantity<'d'>;
  readonly target: Quantity<'mg/d'>;
  readonly ceiling: {
    readonly dailyDose: Quantity<'mg/d'>;
    readonly dose: Quantity<'mg'>;
    readonly citations: readonly Citation[];
  };
  readonly renal: Pick<RenalFunction, 'deciding'> & { readonly band?: string };
  readonly products: readonly string[];
  readonly supply: Quantity<'d'>;
  readonly dispense: readonly Piece[];
  readonly responseCheck: Statement;
  readonly advice: readonly Statement[];
  readonly disagreements: readonly Statement[];
  readonly alternatives: readonly Disagreement[];
  readonly citations: readonly Citation[];
}

/** The data that a titration is planned with. */
export interface TitrationContext {
  readonly titration: TitrationParameters;
  readonly renal: RenalParameters;
  readonly products: ProductParameters;
}

/**
 * A titration schedule: which dose (mg) on which days, made of which products, up to a target (mg/d).
 * Doses rise by the label's steps, or by what clearance allows; nothing passes the ceiling.
 * @returns a plan, or a refusal where the start, target or pace is not allowed or a dose cannot be made.
 * @throws InputError where the request contradicts itself or names an unknown product.
 */
export function planTitration(
  request: TitrationRequest,
  context: TitrationContext,
): Outcome<TitrationRequest, TitrationPlan> {
  const rules = context.titration.rules.us;
  const products = selectProducts(request.products, context.products);
  const renal = assessRenalFunction(request.patient ?? {}, context.renal);
  const { working } = renal;
  const refuse = (why: Refusal) =>
    ({
      request,
      assumptions: renal.assumptions,
      notices: renal.notices,
      working,
      outcome: 'refusal',
      refusal: why,
    }) as const;

  const barred =
    clearanceRefusal(request.patient, renal, context.renal) ??
    startRefusal(request, rules, renal.band, products, context);
  if (barred) return refuse(barred);
  const regimen = regimenFor(request, rules, renal.band, products);
  const limit = targetRefusal(request, regimen, rules, context.titration);
  if (limit) return refuse(limit);

  const steps = climb(request, regimen).map((rung, index) => ({
    rung,
    fromDay: 1 + index * regimen.interval.value,
    doses: splitUnderDoseCeiling(rung.dailyDose, rung.timesDaily, regimen.doseCeiling, products),
  }));
  const failed = steps.find(({ doses }) => doses === undefined);
  if (failed)
    return refuse(dailyDoseRefusal(failed.rung.dailyDose, failed.rung.timesDaily, products, context.products.products));
  const all = steps.map(
    ({ rung, fromDay, doses = [] }): Step => ({
      fromDay,
      toDay: fromDay + regimen.interval.value - 1,
      doses,
      dailyDose: rung.dailyDose,
    }),
  );
  const plan = planOf(request, regimen, rules, renal, all, products, context);
  return {
    request,
    outcome: 'plan',
    plan,
    assumptions: [...assumptions(request, regimen, rules, renal, all, context), ...renal.assumptions],
    notices: [...renal.notices, ...notices(request, rules, renal, context.renal)],
    working: [...working, ...regimen.working, ...dispenseWorking(plan.schedule, plan.supply.value, products)],
  };
}

/** The rungs to the target; the last lands on it. One more beyond where the target was left to the rules. */
function climb({ target }: TitrationRequest, regimen: Regimen): Rung[] {
  const end = target ?? regimen.target;
  const [first] = regimen.rungs;
  if (first && end.value < first.dailyDose.value) {
    throw new InputError(
      'target',
      `${end.value} mg per day`,
      `at least the daily dose of the start, ${first.dailyDose.value} mg per day`,
    );
  }
  const below = regimen.rungs.filter(({ dailyDose }) => dailyDose.value < end.value);
  const landing = regimen.rungs[below.length];
  const beyond = regimen.rungs.find(({ dailyDose }) => dailyDose.value > end.value);
  return [
    ...below,
    ...(landing ? [{ ...landing, dailyDose: end }] : []),
    ...(target === undefined && beyond ? [beyond] : []),
  ];
}

function planOf(
  request: TitrationRequest,
  regimen: Regimen,
  rules: RuleSet,
  renal: RenalFunction,
  all: readonly Step[],
  products: readonly Product[],
  { titration, renal: renalParameters }: TitrationContext,
): TitrationPlan {
  const target = request.target ?? regimen.target;
  const ifNeeded = all.find(({ dailyDose }) => dailyDose.value > target.value);
  const kept = all
    .filter((step) => step !== ifNeeded)
    .map((step, index, steps) => (index === steps.length - 1 ? { ...step, toDay: null } : step));
  const schedule = datedSteps(kept, request.startDate);
  const [beyond] = datedSteps(ifNeeded ? [{ ...ifNeeded, toDay: null }] : [], request.startDate);
  const supply = supplyOf(request, regimen.interval, schedule);
  return {
    schedule,
    ...(beyond && { ifNeeded: beyond }),
    interval: regimen.interval,
    target: plain(target),
    ceiling: { dailyDose: regimen.ceiling, dose: regimen.doseCeiling, citations: regimen.citations.ceiling },
    renal: { ...(renal.deciding && { deciding: renal.deciding }), ...(renal.band && { band: renal.band.id }) },
    products: products.map(({ id }) => id),
    supply,
    dispense: dispense(schedule, supply.value),
    responseCheck: statement(titration.responseCheck),
    advice: titration.advice.map(statement),
    disagreements: renalStatements(renal, request.patient, renalParameters),
    alternatives: labelDisagreements(rules, renal.band),
    citations: [...regimen.citations.rungs, ...regimen.citations.interval],
  };
}

/** Where other labels differ, unless clearance has overruled the label. */
function labelDisagreements(rules: RuleSet, band: RenalBand | undefined): Disagreement[] {
  if (band !== undefined && band.action.kind !== 'usual') return [];
  return [
    ...disagreement('Start', rules.start),
    ...disagreement('Days between steps', rules.interval),
    ...disagreement('Ceiling', rules.dailyCeiling),
  ];
}

function assumptions(
  request: TitrationRequest,
  regimen: Regimen,
  rules: RuleSet,
  renal: RenalFunction,
  steps: readonly Step[],
  { products }: TitrationContext,
): Assumption[] {
  const fixed = renal.band?.action.kind === 'fixed';
  const planned =
    request.target === undefined ? steps.filter(({ dailyDose }) => dailyDose.value <= regimen.target.value) : steps;
  const all: (Assumption | false)[] = [
    !fixed &&
      request.timesDaily === undefined && {
        name: 'times-daily',
        value: plain(rules.timesDaily),
        citations: cite(rules.timesDaily),
      },
    !fixed &&
      request.increment === undefined && {
        name: 'increment',
        value: plain(rules.increment),
        citations: cite(rules.increment),
      },
    request.target === undefined && { name: 'target', value: regimen.target, citations: cite(rules.target) },
    request.products === undefined && { name: 'products', value: products.usual.id, citations: cite(products.usual) },
    renal.band === undefined && { name: 'clearance', value: 'not reduced', citations: [] },
    request.supply === undefined &&
      request.until === undefined && {
        name: 'supply',
        value: supplyOf(request, regimen.interval, planned),
        citations: [],
      },
  ];
  return all.filter((each) => each !== false);
}

function notices(
  request: TitrationRequest,
  rules: RuleSet,
  renal: RenalFunction,
  parameters: RenalParameters,
): Notice[] {
  const { band } = renal;
  const reduced = band?.action.kind === 'scale' || band?.action.kind === 'fixed' ? band : undefined;
  const departs = (
    part: 'timesDaily' | 'increment' | 'interval',
    asked: Quantity<'/d' | 'mg' | 'd'> | undefined,
    label: Cited<'/d'> | Cited<'mg'> | Cited<'d'>,
  ) =>
    asked && asked.value !== label.value
      ? [notice('departs-from-label', { part, asked, label: plain(label) }, cite(label))]
      : [];
  return [
    ...(reduced?.action.kind === 'scale'
      ? [
          notice(
            'scaled-for-clearance',
            {
              numerator: reduced.action.keep.numerator,
              denominator: reduced.action.keep.denominator,
              interval: plain(reduced.interval),
            },
            cite(reduced.action.keep, reduced.interval),
          ),
        ]
      : []),
    ...(reduced?.action.kind === 'fixed'
      ? [notice('fixed-for-clearance', { ceiling: plain(reduced.action.ceiling) }, cite(reduced.action.ceiling))]
      : []),
    ...(reduced ? [notice('signs-of-accumulation', {}, cite(parameters.accumulation))] : []),
    ...(request.start.value > rules.start.value
      ? [notice('start-above-label', { asked: request.start, label: plain(rules.start) }, cite(rules.start))]
      : []),
    ...departs(
      'timesDaily',
      request.timesDaily === undefined ? undefined : quantity(request.timesDaily, '/d'),
      rules.timesDaily,
    ),
    ...departs('increment', request.increment, rules.increment),
    ...departs('interval', request.interval, reduced?.interval ?? rules.interval),
    ...(request.target && request.target.value > rules.target.value
      ? [
          notice(
            'target-above-label-table',
            { asked: request.target, label: plain(rules.target) },
            cite(rules.dailyCeiling),
          ),
        ]
      : []),
  ];
}
