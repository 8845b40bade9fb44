import { type Notice, notice } from '../answer/notice.js';
import type { Product } from '../doses/product.js';
import { cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtLeast, isBelow } from '../values/thresholds.js';
import { isToStay } from './applicable-rules.js';
import { departures } from './departures.js';
import { estimateNotices } from './estimate-notices.js';
import type { OlderRules } from './rules.js';
import type {
  ApplicableRules,
  Ladder,
  Part,
  Regimen,
  SituationParameters,
  Titration,
  TitrationContext,
} from './types.js';

/** What a clinician should know about a titration beyond its table. */
export function titrationNotices(titration: Titration, context: TitrationContext): Notice[] {
  return [
    ...usedNotices(titration),
    ...overrideNotices(titration),
    ...patientNotices(titration.ladder, context),
    ...estimateNotices(titration.ladder, context),
    ...beyondFixed(titration.ladder, (titration.ifNeeded ?? titration.schedule.at(-1))?.dailyDose, context),
    ...departures(titration),
    ...divisionNotices(titration),
    ...marketNotices(titration.ladder.applicable, titration.ladder.products),
  ];
}

/** A start for somebody who has used it, where it is not known what is taken now. */
function usedNotices({ request: { patient, from, taking } }: Titration): Notice[] {
  const { usedFor } = patient ?? {};
  return usedFor && !from && !taking ? [notice('started-while-used', { usedFor }, [])] : [];
}

function overrideNotices({ request: { override }, ladder }: Titration): Notice[] {
  if (override === undefined) return [];
  const { code, reason } = override;
  return ladder.applicable.lifted
    ? [notice('refusal-lifted', { code, reason }, [])]
    : [notice('override-not-needed', { code }, [])];
}

/** What holds for this patient in whatever command: the clearance, the age, the weight. */
export function patientNotices(ladder: Ladder, context: TitrationContext): Notice[] {
  return [...clearanceNotices(ladder, context), ...ageNotices(ladder, context), ...weightNotices(ladder, context)];
}

function clearanceNotices(
  { applicable: { band, age, clearance }, regimen, ceiling }: Ladder,
  { renal, titration }: TitrationContext,
): Notice[] {
  const { action } = band ?? {};
  const signs = notice('signs-of-accumulation', {}, cite(renal.accumulation));
  switch (action?.kind) {
    case 'scale': {
      const { numerator, denominator } = action.keep;
      const params = { numerator, denominator, interval: regimen.interval.value };
      const decided = Object.values([regimen.first, regimen.step, regimen.ceiling]).some(
        ({ by }) => by === 'clearance',
      );
      return [...(decided ? [notice('scaled-for-clearance', params, cite(action.keep, action.interval))] : []), signs];
    }
    case 'fixed':
      return [notice('fixed-for-clearance', { ceiling }, regimen.ceiling.citations), signs];
    default:
      return unknownKidney(age, clearance !== undefined, titration);
  }
}

/** From an age on, that nothing is known of the kidney. */
export function unknownKidney(
  age: Quantity<'a'> | undefined,
  known: boolean,
  { older }: Pick<SituationParameters, 'older'>,
): Notice[] {
  return !known && age && isAtLeast(age.value, older.age.value)
    ? [notice('older-without-kidney', { age: plain(older.age) }, cite(older.age))]
    : [];
}

/** How an older adult begins. */
function olderNotice({ age, dose }: OlderRules, { interval }: Regimen): Notice {
  const params = { age: plain(age), dose: plain(dose), interval: interval.value };
  return notice('older-adult-schedule', params, [...cite(age, dose), ...interval.citations]);
}

function ageNotices(
  { applicable, regimen, renal }: Ladder,
  { titration, renal: parameters }: TitrationContext,
): Notice[] {
  const { older, byWeight, adolescent, age } = applicable;
  const { belowAge, notEstablished } = titration.child;
  const beginsByAge = regimen.first.by === 'older adult' && byWeight === undefined;
  const young = byWeight?.kind === 'child' || adolescent !== undefined;
  return [
    ...(older && beginsByAge ? [olderNotice(older, regimen)] : []),
    ...(age && isBelow(age.value, belowAge.value)
      ? [notice('child-not-established', { below: plain(belowAge) }, cite(notEstablished))]
      : []),
    ...(young && renal.deciding
      ? [notice('child-with-adult-bands', { number: renal.deciding.value }, cite(parameters.childFrom))]
      : []),
  ];
}

function weightNotices(
  { applicable: { age, weight, byWeight }, products }: Ladder,
  { titration }: TitrationContext,
): Notice[] {
  if (weight === undefined) return [];
  const { doubtful, light } = titration.weight;
  const tablets = products.some(({ kind }) => kind === 'solid');
  return [
    ...(age === undefined && isBelow(weight.value, doubtful.value)
      ? [notice('weight-without-age', { weight, below: plain(doubtful) }, cite(doubtful))]
      : []),
    ...(byWeight && tablets && isBelow(weight.value, light.value)
      ? [notice('tablets-for-a-light-child', { from: plain(light) }, cite(light))]
      : []),
  ];
}

/** The step to the lowest dose that poisoned somebody, where it is planned or offered. */
export function beyondFixed(
  { applicable }: Ladder,
  highest: Quantity<'mg/d'> | undefined,
  { renal, titration }: TitrationContext,
): Notice[] {
  if (applicable.band?.action.kind !== 'fixed' || highest === undefined) return [];
  const { dose } = applicable.band.action;
  if (!isAbove(highest.value, dose.value)) return [];
  const toxic = isAtLeast(highest.value, renal.lowestToxic.value);
  return [
    ...(toxic ? [notice('lowest-toxic-dose', { dose: plain(renal.lowestToxic) }, cite(renal.lowestToxic))] : []),
    ...(applicable.age === undefined
      ? [
          notice(
            'age-unknown-below-30',
            { age: plain(titration.older.age), ceiling: plain(renal.olderCeiling) },
            cite(renal.olderCeiling),
          ),
        ]
      : []),
  ];
}

/** Fewer doses a day than a weight rule divides by: because they were asked for, or because tablets make no more. */
function divisionNotices({ asked, ladder, schedule }: Titration): Notice[] {
  const { byWeight } = ladder.applicable;
  if (byWeight === undefined || isToStay(ladder.applicable)) return [];
  const { timesDaily, product } = byWeight.rules;
  if (asked.timesDaily !== undefined && asked.timesDaily < timesDaily.value) {
    return [notice('fewer-doses-than-rule', { asked: asked.timesDaily, rule: timesDaily.value }, cite(timesDaily))];
  }
  const fewest = Math.min(...schedule.map(({ doses }) => doses.length));
  return isAtLeast(fewest, timesDaily.value)
    ? []
    : [
        notice(
          'tablets-make-fewer-doses',
          { doses: fewest, rule: timesDaily.value, liquid: product.id },
          cite(timesDaily),
        ),
      ];
}

/** One dose (mg) above the largest. */
export function largestDoseNotices(
  dose: Quantity<'mg'>,
  { value: ceiling, by: rule, citations }: Part<'mg'>,
): Notice[] {
  return isAbove(dose.value, ceiling.value) ? [notice('dose-above-ceiling', { dose, ceiling, rule }, citations)] : [];
}

/** Rules of one country with a product that it does not sell. */
export function marketNotices(
  { rules }: Pick<ApplicableRules, 'rules'>,
  products: readonly Pick<Product, 'id' | 'markets'>[],
): Notice[] {
  const foreign = products.filter(({ markets }) => !markets.includes(rules.country)).map(({ id }) => id);
  return foreign.length === 0
    ? []
    : [notice('product-not-in-market', { products: foreign.join(', '), country: rules.name }, [])];
}
