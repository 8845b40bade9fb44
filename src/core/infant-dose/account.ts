import { type Notice, notice } from '../answer/notice.js';
import type { CalculationStep } from '../answer/outcome.js';
import { type MilkLevelEstimate, publishedLevel } from '../milk/level.js';
import { cite, plain } from '../values/citation.js';
import { isAbove, isAtLeast, isAtMost } from '../values/thresholds.js';
import { intakeAt } from './intake.js';
import type { Exposure, InfantExposureRequest, LactationParameters } from './types.js';

/** What a low relative dose or a scaled level can hide. */
export function exposureNotices(
  request: InfantExposureRequest,
  milk: MilkLevelEstimate,
  exposures: readonly Exposure[],
  parameters: LactationParameters,
): Notice[] {
  return [
    ...thresholdNotices(exposures, parameters),
    ...scalingNotices(request, milk, parameters),
    ...unlikelyLevel(request, milk, parameters),
    ...relativeDoseNotices(request, parameters),
    ...shareNotices(request, parameters),
  ];
}

/** Flags the lowest intake of milk at which a threshold is reached. */
function thresholdNotices(
  exposures: readonly Exposure[],
  { relativeDoseThreshold, withdrawalDose }: LactationParameters,
): Notice[] {
  const byIntake = [...exposures].sort((a, b) => a.intake.value - b.intake.value);
  const relative = byIntake
    .flatMap(({ intake, relativeInfantDose }) => relativeInfantDose.map((each) => ({ ...each, intake })))
    .find(({ value }) => isAtLeast(value.value, relativeDoseThreshold.value));
  const dose = byIntake.find(({ infantDose }) => isAtLeast(infantDose.value, withdrawalDose.value));
  return [
    ...(relative
      ? [
          notice(
            'relative-dose-at-threshold',
            { threshold: plain(relativeDoseThreshold), ...relative },
            cite(relativeDoseThreshold),
          ),
        ]
      : []),
    ...(dose
      ? [
          notice(
            'infant-dose-at-withdrawal-dose',
            { threshold: plain(withdrawalDose), infantDose: dose.infantDose, intake: dose.intake },
            cite(withdrawalDose),
          ),
        ]
      : []),
  ];
}

function scalingNotices(
  request: InfantExposureRequest,
  milk: MilkLevelEstimate,
  { publishedCase, intrathecalCase }: LactationParameters,
): Notice[] {
  const { maternalDose } = request;
  const beyond =
    maternalDose?.unit === 'mg/d' && isAbove(maternalDose.value, publishedCase.maternalDose.value)
      ? [
          notice(
            'maternal-dose-above-published',
            { maternalDose, published: plain(publishedCase.maternalDose) },
            cite(publishedCase.maternalDose),
          ),
        ]
      : [];
  if (milk.origin !== 'scaled') return beyond;
  const { level, maternalDose: published } = request.route === 'intrathecal' ? intrathecalCase : publishedCase;
  const params = { level: plain(level), maternalDose: plain(published), scaled: milk.level };
  return [notice('milk-level-extrapolated', params, cite(level)), ...beyond];
}

/**
 * A level far from the published one for the dose; without a dose only one that is far above. A scaled level is the
 * published one, and never far.
 */
function unlikelyLevel(
  request: InfantExposureRequest,
  { level }: MilkLevelEstimate,
  parameters: LactationParameters,
): Notice[] {
  const published = publishedLevel(request, parameters);
  const { farFromPublished } = parameters.cautions;
  const above = isAtLeast(level.value, published.value * farFromPublished.value);
  const below = request.maternalDose !== undefined && isAtMost(level.value * farFromPublished.value, published.value);
  return above || below ? [notice('milk-level-unlikely', { level, published }, cite(farFromPublished))] : [];
}

function relativeDoseNotices(
  { route, maternalDose }: InfantExposureRequest,
  { intrathecalCase }: LactationParameters,
): Notice[] {
  if (route === 'intrathecal') {
    return [notice('no-relative-dose-intrathecal', {}, cite(intrathecalCase.noRelativeDose))];
  }
  return maternalDose ? [] : [notice('relative-dose-needs-maternal-dose', {}, [])];
}

/** An intake measured beside other food holds the share already. */
function shareNotices({ infantAge, share }: InfantExposureRequest, parameters: LactationParameters): Notice[] {
  if (!infantAge || !share || share.numerator === share.denominator) return [];
  const measured = intakeAt(infantAge, parameters);
  if (measured === undefined || measured.exclusive) return [];
  const { age, intake } = measured;
  return [notice('share-already-in-intake', { age, intake: plain(intake) }, cite(intake))];
}

/** The arithmetic of the first exposure, formula by formula. */
export function exposureWorking(
  request: InfantExposureRequest,
  milk: MilkLevelEstimate,
  { intake, infantDose, dailyDose, relativeInfantDose }: Exposure,
  parameters: LactationParameters,
): CalculationStep[] {
  const { maternalDose, infantWeight, share } = request;
  const citations = cite(parameters.equations);
  return [
    ...levelWorking(request, milk, parameters),
    {
      label: 'Infant dose',
      formula: 'milk level x intake x share of the diet / 1000',
      inputs: { 'milk level': milk.level, intake, share: share ? `${share.numerator}/${share.denominator}` : '1' },
      result: infantDose,
      citations,
    },
    ...(dailyDose && infantWeight
      ? [
          {
            label: 'Daily dose of the infant',
            formula: 'infant dose x infant weight',
            inputs: { 'infant dose': infantDose, 'infant weight': infantWeight },
            result: dailyDose,
            citations,
          },
        ]
      : []),
    ...relativeInfantDose.map(({ maternalWeight, value }) => ({
      label: 'Relative infant dose',
      formula: '100 x infant dose / (maternal dose / maternal weight)',
      inputs: { 'infant dose': infantDose, 'maternal dose': maternalDose ?? '', 'maternal weight': maternalWeight },
      result: value,
      citations,
    })),
  ];
}

function levelWorking(
  { milk: given, pair, maternalDose, route }: InfantExposureRequest,
  milk: MilkLevelEstimate,
  { publishedCase, intrathecalCase }: LactationParameters,
): CalculationStep[] {
  const step = (formula: string, inputs: CalculationStep['inputs']): CalculationStep[] => [
    { label: 'Milk level', formula, inputs, result: milk.level, citations: milk.citations },
  ];
  if (pair) return step('(peak + trough) / 2', { peak: pair.peak, trough: pair.trough });
  if (given) return given.unit === 'mg/L' ? [] : step('converted to mg/L', { given });
  const { level, maternalDose: published } = route === 'intrathecal' ? intrathecalCase : publishedCase;
  return step('published level x maternal dose / published maternal dose', {
    'published level': plain(level),
    'maternal dose': maternalDose ?? '',
    'published maternal dose': plain(published),
  });
}
