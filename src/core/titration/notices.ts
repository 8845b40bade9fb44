import { type Notice, notice } from '../answer/notice.js';
import { reducedInterval } from '../renal-function/band.js';
import { type Cited, cite, plain } from '../values/citation.js';
import { type Quantity, quantity } from '../values/quantity.js';
import type { OlderRules } from './rules.js';
import type { Situation, Titration, TitrationContext } from './types.js';

/** What a clinician should know about a titration beyond its table. */
export function titrationNotices(titration: Titration, context: TitrationContext): Notice[] {
  return [
    ...overrideNotices(titration),
    ...clearanceNotices(titration.situation, context),
    ...ageNotices(titration, context),
    ...departures(titration),
    ...marketNotices(titration),
  ];
}

function overrideNotices({ request: { override }, situation: { lifted } }: Titration): Notice[] {
  if (override === undefined) return [];
  const { code, reason } = override;
  return lifted ? [notice('refusal-lifted', { code, reason }, [])] : [notice('override-not-needed', { code }, [])];
}

function clearanceNotices({ band }: Situation, { renal }: TitrationContext): Notice[] {
  const { action } = band ?? {};
  switch (action?.kind) {
    case 'scale': {
      const { numerator, denominator } = action.keep;
      const params = { numerator, denominator, interval: plain(action.interval) };
      return [
        notice('scaled-for-clearance', params, cite(action.keep, action.interval)),
        notice('signs-of-accumulation', {}, cite(renal.accumulation)),
      ];
    }
    case 'fixed':
      return [
        notice('fixed-for-clearance', { ceiling: plain(action.ceiling) }, cite(action.ceiling)),
        notice('signs-of-accumulation', {}, cite(renal.accumulation)),
      ];
    default:
      return [];
  }
}

/** How an older adult begins. */
export function olderNotice({ age, dose, interval }: OlderRules): Notice {
  const params = { age: plain(age), dose: plain(dose), interval: plain(interval) };
  return notice('older-adult-schedule', params, cite(age, dose, interval));
}

function ageNotices(
  { request, situation, products, schedule, ifNeeded }: Titration,
  context: TitrationContext,
): Notice[] {
  const { older, child } = situation;
  const { age } = request.patient ?? {};
  const { belowAge, notEstablished, tabletFrom, adolescentCeiling } = context.titration.child;
  const highest = ifNeeded ?? schedule.at(-1);
  const tablets = products.some(({ kind }) => kind === 'solid');
  const adolescent = age && age.value >= belowAge.value && age.value < context.renal.adultAge.value;
  return [
    ...(older ? [olderNotice(older)] : []),
    ...(child ? [notice('child-not-established', { below: plain(belowAge) }, cite(notEstablished))] : []),
    ...(child && tablets && child.weight.value < tabletFrom.value
      ? [notice('tablets-for-a-light-child', { from: plain(tabletFrom) }, cite(tabletFrom))]
      : []),
    ...(adolescent && highest && highest.dailyDose.value > adolescentCeiling.value
      ? [notice('adolescent-above-others', { ceiling: plain(adolescentCeiling) }, cite(adolescentCeiling))]
      : []),
  ];
}

/** Where the request departs from the label, and what the label says. */
function departures({ request, situation }: Titration): Notice[] {
  const { rules, band, older, child } = situation;
  if (child) return [];
  const { start, timesDaily, increment, interval, target } = request;
  const departs = (
    part: 'timesDaily' | 'increment' | 'interval',
    asked: Quantity<'/d' | 'mg' | 'd'> | undefined,
    label: Cited<'/d'> | Cited<'mg'> | Cited<'d'>,
  ) =>
    asked && asked.value !== label.value
      ? [notice('departs-from-label', { part, asked, label: plain<'/d' | 'mg' | 'd'>(label) }, cite(label))]
      : [];
  return [
    ...(start && start.value > rules.start.value
      ? [notice('start-above-label', { asked: start, label: plain(rules.start) }, cite(rules.start))]
      : []),
    ...departs('timesDaily', timesDaily === undefined ? undefined : quantity(timesDaily, '/d'), rules.timesDaily),
    ...departs('increment', increment, rules.increment),
    ...departs('interval', interval, older?.interval ?? reducedInterval(band) ?? rules.interval),
    ...(target && target.value > rules.target.value
      ? [notice('target-above-label-table', { asked: target, label: plain(rules.target) }, cite(rules.dailyCeiling))]
      : []),
  ];
}

/** Rules of one country with a product that it does not sell. */
function marketNotices({ situation: { rules }, products }: Titration): Notice[] {
  const foreign = products.filter(({ markets }) => !markets.includes(rules.country)).map(({ id }) => id);
  return foreign.length === 0
    ? []
    : [notice('product-not-in-market', { products: foreign.join(', '), country: rules.name }, [])];
}
