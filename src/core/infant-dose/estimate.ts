import type { Assumption, Outcome } from '../answer/outcome.js';
import { infantDose } from '../milk/equations.js';
import { estimateMilkLevel, type MilkLevelEstimate } from '../milk/level.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import { type Quantity, quantity, tidy, type Unit } from '../values/quantity.js';
import { exposureNotices, exposureWorking } from './account.js';
import { infantCautions } from './cautions.js';
import { absoluteInfantDose, relativeInfantDose, shareOfDose } from './equations.js';
import { type MilkIntake, milkIntakes } from './intake.js';
import { type PublishedExposure, publishedExposure, reproduce } from './published.js';
import type { Comparison, Exposure, InfantExposurePlan, InfantExposureRequest, LactationParameters } from './types.js';

/**
 * What an infant takes in through breast milk: dose (mg/kg/d), daily dose (mg/d) and relative infant dose (%).
 * Infant dose = milk level (mg/L) x intake (L/kg/d) x share of the diet;
 * relative infant dose = 100 x infant dose / (maternal mg/d / maternal kg), by mouth only.
 * @throws InputError where there is neither a level nor a dose, or flags that cannot both be meant.
 */
export function estimateInfantExposure(
  request: InfantExposureRequest,
  parameters: LactationParameters,
): Outcome<InfantExposureRequest, InfantExposurePlan> {
  requireNumbers(request);
  for (const divisor of ['maternalDose', 'maternalWeight'] as const) {
    if (request[divisor]?.value === 0) throw new InputError(divisor, '0', 'a number above 0');
  }
  const reference = request.assume === undefined ? undefined : publishedExposure(request.assume, parameters.references);
  const asked = reference ? assumed(request, reference) : request;
  const milk = estimateMilkLevel(asked, parameters);
  const at = (level: Quantity<'mg/L'>) =>
    milkIntakes(asked, parameters).map((intake) => exposureAt(intake, level, asked, parameters));
  const exposures = at(milk.level);
  const [first] = exposures as [Exposure, ...Exposure[]];
  return {
    request,
    assumptions: reference ? [] : assumptions(asked, milk, parameters),
    notices: [
      ...exposureNotices(asked, milk, exposures, parameters).filter(
        ({ code }) => !(reference && code === 'relative-dose-needs-maternal-dose'),
      ),
      ...infantCautions(asked, milk.origin === 'scaled', parameters.cautions),
    ],
    working: exposureWorking(asked, milk, first, parameters),
    outcome: 'plan',
    plan: {
      milk: milk.level,
      origin: milk.origin,
      share: quantity(shareOf(asked), '1'),
      infantDose: first.infantDose,
      relativeInfantDose: first.relativeInfantDose,
      exposures,
      range: milk.range.map((each) => ({ ...each, exposures: at(each.level) })),
      comparisons: parameters.comparisons.map((each) => compare(first.infantDose, each)),
      threshold: { value: plain(parameters.relativeDoseThreshold), citations: cite(parameters.relativeDoseThreshold) },
      withdrawalDose: { value: plain(parameters.withdrawalDose), citations: cite(parameters.withdrawalDose) },
      ...(reference && { reproduction: reproduce(reference) }),
      ...words(asked, parameters),
    },
  };
}

function words({ route }: InfantExposureRequest, parameters: LactationParameters) {
  const { positions, monitoring, whenToWorry, neverStop, whyNotStop } = parameters;
  return {
    disagreements: positions.map(({ name, date, stance, byPump = stance, ...position }) => ({
      name,
      date,
      stance: route === 'intrathecal' ? byPump : stance,
      ...statement({ ...position, text: `${name} (${date}): ${position.text}` }),
    })),
    monitoring: monitoring.map(statement),
    whenToWorry: whenToWorry.map(statement),
    neverStop: statement(neverStop),
    whyNotStop: whyNotStop.map(statement),
  };
}

/** The request that a reference stands for. @throws InputError where the request sets one of its values itself. */
function assumed(request: InfantExposureRequest, { milk, intake, figures }: PublishedExposure): InfantExposureRequest {
  const sets = ['milk', 'pair', 'maternalDose', 'maternalWeight', 'intake', 'share', 'route'] as const;
  const given = sets.find((field) => request[field] !== undefined);
  if (given) {
    throw new InputError(
      'assume',
      `"${request.assume}" beside a value of your own`,
      'the place of level, doses, weight of the mother, intake, share and route',
    );
  }
  // The intake is that of the reference, whatever the age.
  const { route: _, maternalDose: __, ...others } = request;
  const [figure] = figures;
  return {
    ...others,
    milk: plain(milk),
    intake: plain(intake),
    ...(figure &&
      figures.length === 1 && {
        maternalDose: plain(figure.maternalDose),
        maternalWeight: plain(figure.maternalWeight),
      }),
  };
}

export function shareOf({ share }: Pick<InfantExposureRequest, 'share'>): number {
  return share === undefined ? 1 : share.numerator / share.denominator;
}

/** Rounded once, here: without the noise of binary arithmetic. */
function tidied<U extends Unit>({ value, unit }: Quantity<U>): Quantity<U> {
  return quantity(tidy(value), unit);
}

function exposureAt(
  intake: MilkIntake,
  milk: Quantity<'mg/L'>,
  request: InfantExposureRequest,
  { maternalWeights }: LactationParameters,
): Exposure {
  const { maternalDose, maternalWeight, infantWeight } = request;
  const exact = infantDose(milk, intake.intake, shareOf(request));
  const weights = maternalWeight ? [maternalWeight] : maternalWeights.map(plain);
  return {
    ...intake,
    infantDose: tidied(exact),
    ...(infantWeight && { dailyDose: tidied(absoluteInfantDose(exact, infantWeight)) }),
    relativeInfantDose:
      maternalDose?.unit === 'mg/d'
        ? weights.map((weight) => ({
            maternalWeight: weight,
            value: tidied(relativeInfantDose(exact, maternalDose, weight)),
          }))
        : [],
  };
}

function compare(
  taken: Quantity<'mg/kg/d'>,
  { id, name, dose }: LactationParameters['comparisons'][number],
): Comparison {
  const share = tidied(shareOfDose(taken, dose));
  return { id, name, dose: plain(dose), share, citations: cite(dose) };
}

function assumptions(
  request: InfantExposureRequest,
  milk: MilkLevelEstimate,
  parameters: LactationParameters,
): Assumption[] {
  const { intake, maternalWeights } = parameters;
  const all: (Assumption | false)[] = [
    milk.origin === 'scaled' && { name: 'milk-level', value: milk.level, citations: milk.citations },
    !request.intake && { name: 'milk-intake', value: plain(intake), citations: cite(intake) },
    !request.share && { name: 'share', value: quantity(1, '1'), citations: [] },
    request.maternalDose?.unit === 'mg/d' &&
      !request.maternalWeight && {
        name: 'maternal-weight',
        value: maternalWeights.map(({ value }) => `${value} kg`).join(' and '),
        citations: cite(...maternalWeights),
      },
    request.route === undefined && { name: 'route', value: 'by mouth', citations: [] },
    !request.gestationalAge && { name: 'gestational-age', value: 'term', citations: [] },
    !request.infantAge && { name: 'infant-age', value: 'older than 2 months', citations: [] },
    !request.exposedBeforeBirth && { name: 'exposed-before-birth', value: 'no', citations: [] },
    !request.maternalClearance && { name: 'maternal-clearance', value: 'not reduced', citations: [] },
    !request.sedatives && { name: 'sedatives', value: 'none', citations: [] },
  ];
  return all.filter((each) => each !== false);
}
