import { type Notice, notice } from '../answer/notice.js';
import type { CalculationStep, Outcome } from '../answer/outcome.js';
import { refusal } from '../answer/refusal.js';
import { selectProducts } from '../doses/product.js';
import type { Patient } from '../patient/patient.js';
import { assessRenalFunction, renalStatements } from '../renal-function/assess.js';
import type { RenalFunction } from '../renal-function/types.js';
import { countryOf } from '../titration/country.js';
import { consequences } from '../titration/disagreement.js';
import { olderNotice } from '../titration/notices.js';
import { regimenFor } from '../titration/regimen.js';
import type { OlderRules, RuleSet } from '../titration/rules.js';
import type { TitrationContext } from '../titration/types.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import type { RenalPlan, RenalRecommendation, RenalRequest } from './types.js';

/**
 * Estimates of renal function side by side (mL/min and mL/min/1.73 m2), the band of the lowest, and what it means for
 * the dose; with a current daily dose (mg/d), whether that is above the band's ceiling.
 * @returns a plan, also where its advice is to avoid the drug; a refusal for a child.
 * @throws InputError where nothing is given that tells of renal function, or a creatinine comes without age and sex.
 */
export function adjustForRenalFunction(
  request: RenalRequest,
  context: TitrationContext,
): Outcome<RenalRequest, RenalPlan> {
  requireNumbers(request);
  const { patient } = request;
  const country = countryOf(request, context);
  const { renal: parameters, titration } = context;
  if (patient.age && patient.age.value < parameters.adultAge.value) {
    const why = refusal(
      'adults-only',
      { age: patient.age, from: plain(parameters.adultAge) },
      cite(parameters.adultAge),
    );
    return { request, assumptions: [], notices: [], working: [], outcome: 'refusal', refusal: why };
  }
  const renal = assessRenalFunction(patient, parameters);
  const band = patient.dialysis ? parameters.bands.find(({ action }) => action.kind === 'avoid') : renal.band;
  if (band === undefined) {
    throw new InputError(
      'creatinineClearance',
      'nothing',
      'a clearance in mL/min; or give `egfr`, `creatinine` with `age` and `sex`, or `dialysis`',
    );
  }
  const rules = titration.rules[country];
  const { recommendation, working } = recommend(band, rules, context);
  return {
    request,
    assumptions: renal.assumptions,
    notices: [
      ...renal.notices,
      ...doseNotices(request, recommendation, band),
      ...olderNotices(patient, band, titration.older),
    ],
    working: [...renal.working, ...working],
    outcome: 'plan',
    plan: {
      estimates: renal.estimates,
      ...(renal.deciding && { deciding: renal.deciding }),
      band: { id: band.id, from: band.from, below: band.below, citations: cite(band.edges) },
      recommendation,
      accumulation: statement(parameters.accumulation),
      rules: country,
      disagreements: consequences(
        renalStatements(renal, patient, parameters),
        {},
        { rules },
        selectProducts(undefined, context.products),
      ),
    },
  };
}

type Band = NonNullable<RenalFunction['band']>;

interface Recommended {
  readonly recommendation: RenalRecommendation;
  readonly working: readonly CalculationStep[];
}

function recommend(band: Band, rules: RuleSet, context: TitrationContext): Recommended {
  const { action } = band;
  if (action.kind === 'avoid') {
    const citations = cite(action.reason);
    return { recommendation: { action: 'avoid', reason: statement(action.reason), citations }, working: [] };
  }
  const regimen = regimenFor({}, { rules, band }, selectProducts(undefined, context.products));
  const recommendation: RenalRecommendation = {
    action: action.kind === 'usual' ? 'usual' : 'reduce',
    dailyDoses: regimen.rungs.map(({ dailyDose }) => dailyDose),
    timesDaily: regimen.rungs.map(({ timesDaily }) => timesDaily),
    interval: regimen.interval,
    ceiling: regimen.ceiling,
    ...(action.kind === 'scale' && {
      fraction: { numerator: action.keep.numerator, denominator: action.keep.denominator },
    }),
    citations: [...regimen.citations.rungs, ...regimen.citations.interval, ...regimen.citations.ceiling],
  };
  return { recommendation, working: regimen.working };
}

/** The steps here are those of the clearance; from an age on the schedule is slower still. */
function olderNotices({ age }: Patient, { action }: Band, older: OlderRules): Notice[] {
  const stepped = action.kind === 'usual' || action.kind === 'scale';
  return age && age.value >= older.age.value && stepped ? [olderNotice(older)] : [];
}

function doseNotices({ dailyDose }: RenalRequest, recommendation: RenalRecommendation, band: Band): Notice[] {
  if (recommendation.action === 'avoid') {
    return dailyDose ? [notice('daily-dose-where-avoided', { dailyDose }, recommendation.citations)] : [];
  }
  return dailyDose && dailyDose.value > recommendation.ceiling.value
    ? [notice('daily-dose-above-ceiling', { dailyDose, ceiling: recommendation.ceiling }, cite(band.edges))]
    : [];
}
