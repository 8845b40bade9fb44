import { type Notice, notice } from '../answer/notice.js';
import { type Cited, cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isAt, isBelow } from '../values/thresholds.js';
import { dayOf } from './limits.js';
import type { Titration } from './types.js';

/** Where the request departs from what the rules would do by themselves, and what was made of it. */
export function departures(titration: Titration): Notice[] {
  return [...raised(titration), ...lowered(titration), ...changed(titration), ...paces(titration)];
}

/** Day 1 above this patient's own first level: said first, and in mg per day. */
function raised({ request, asked, ladder, own }: Titration): Notice[] {
  const [day, first] = [ladder.levels[0]?.dailyDose, own.levels[0]?.dailyDose];
  if (request.from || day === undefined || first === undefined || !isAbove(day.value, first.value)) return [];
  const { rules } = ladder.applicable;
  const larger = isAbove(ladder.regimen.step.value.value, own.regimen.step.value.value);
  const steps = larger && { step: ladder.regimen.step.value, label: own.regimen.step.value };
  const params = { day, first, label: plain(rules.start), ...(steps && { steps }) };
  return asked.start || asked.timesDaily ? [notice('start-above-first', params, cite(rules.start))] : [];
}

/** A start or a step that the weight or the age below 18 years lowered. */
function lowered({ request, asked, ladder }: Titration): Notice[] {
  const { applicable, regimen } = ladder;
  const { rules, byWeight, band } = applicable;
  const times = asked.timesDaily ?? (byWeight?.rules ?? rules).timesDaily.value;
  const fixed = band?.action.kind === 'fixed';
  const start = asked.start ?? plain(rules.start);
  const day = dayOf(start, fixed ? 1 : asked.start ? times : rules.timesDaily.value);
  const step = quantity(tidy((asked.increment ?? rules.increment).value * times), 'mg/d');
  const { first } = regimen;
  const tell =
    request.from === undefined && byWeight?.kind !== 'child' && limits(first) && isAbove(day.value, first.value.value);
  const labelled = asked.start === undefined || isAt(asked.start.value, rules.start.value);
  return [
    ...(tell && (asked.start || !byWeight)
      ? [
          labelled
            ? notice('lowered-to-allowed', { asked: day, allowed: first.value, rule: first.by }, first.citations)
            : notice(
                'asked-lowered',
                { part: 'start', asked: day, allowed: first.value, rule: first.by },
                first.citations,
              ),
        ]
      : []),
    ...((asked.increment || asked.timesDaily) &&
    !byWeight &&
    limits(regimen.step) &&
    isAbove(step.value, regimen.step.value.value)
      ? [
          notice(
            'asked-lowered',
            { part: 'step', asked: step, allowed: regimen.step.value, rule: regimen.step.by },
            regimen.step.citations,
          ),
        ]
      : []),
  ];
}

/** Whether a part is what the body or the age allows, and not what the label or somebody asked. */
function limits({ by }: { readonly by: string }): boolean {
  return by === 'weight' || by === 'adolescent' || by === 'child';
}

/** Parts that were asked for, and what the label names. */
function changed({ asked, ladder }: Titration): Notice[] {
  const { rules, byWeight } = ladder.applicable;
  const { timesDaily, increment, target } = asked;
  const departs = (
    part: 'timesDaily' | 'increment',
    value: Quantity<'/d' | 'mg'> | undefined,
    label: Cited<'/d'> | Cited<'mg'>,
  ) =>
    value && !isAt(value.value, label.value)
      ? [notice('departs-from-label', { part, asked: value, label: plain<'/d' | 'mg'>(label) }, cite(label))]
      : [];
  return [
    ...(byWeight || timesDaily === undefined
      ? []
      : departs('timesDaily', quantity(timesDaily, '/d'), rules.timesDaily)),
    // A step that was lowered is said to be.
    ...(limits(ladder.regimen.step) ? [] : departs('increment', increment, rules.increment)),
    ...(target && isAbove(target.value, ladder.target.value)
      ? [notice('target-above-label-table', { asked: target, label: ladder.target }, ladder.regimen.target.citations)]
      : []),
  ];
}

/** Another pace than the adopted one. */
function paces({ asked: { interval }, ladder }: Titration): Notice[] {
  if (interval === undefined) return [];
  const adopted = ladder.regimen.adoptedInterval;
  if (isAt(interval.value, adopted.value.value)) return [];
  const { byWeight } = ladder.applicable;
  return byWeight && isBelow(interval.value, adopted.value.value)
    ? [notice('interval-of-hospital', { asked: interval, usual: adopted.value }, adopted.citations)]
    : [notice('departs-from-label', { part: 'interval', asked: interval, label: adopted.value }, adopted.citations)];
}
