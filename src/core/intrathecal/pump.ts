import { type Notice, notice } from '../answer/notice.js';
import type { Assumption, CalculationStep } from '../answer/outcome.js';
import { addDays } from '../values/calendar.js';
import { cite, plain } from '../values/citation.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isBelow } from '../values/thresholds.js';
import { isKnown } from './refusals.js';
import type { IntrathecalParameters, PumpFigures, PumpRequest } from './types.js';

/** The rate of the pump, mL per day: dose (mcg per day) / concentration (mcg per mL). */
export function pumpRate(dose: Quantity<'ug/d'>, concentration: Quantity<'ug/mL'>): Quantity<'mL/d'> {
  return quantity(tidy(dose.value / concentration.value), 'mL/d');
}

/**
 * Whole days until the reservoir (mL) is down to the reserve (mL), rounded down:
 * (reservoir - reserve) x concentration / dose.
 */
export function daysToReserve(
  dose: Quantity<'ug/d'>,
  concentration: Quantity<'ug/mL'>,
  reservoir: Quantity<'mL'>,
  reserve: Quantity<'mL'>,
): Quantity<'d'> {
  const days = ((reservoir.value - reserve.value) * concentration.value) / dose.value;
  return quantity(Math.floor(tidy(days)), 'd');
}

export interface PumpWorked {
  readonly figures: PumpFigures;
  /** What comes even before the boxed warning. */
  readonly first: readonly Notice[];
  readonly notices: readonly Notice[];
  readonly assumptions: readonly Assumption[];
  readonly working: readonly CalculationStep[];
}

/** Rate, days and date of a filled pump at a dose, and what to say of them. */
export function workOutPump(dose: Quantity<'ug/d'>, pump: PumpRequest, parameters: IntrathecalParameters): PumpWorked {
  const { concentration, reservoir, refilled } = pump;
  const { usual } = parameters.reserve;
  const reserve = pump.reserve ?? plain(usual);
  const rate = pumpRate(dose, concentration);
  const days = daysToReserve(dose, concentration, reservoir, reserve);
  const figures: PumpFigures = {
    concentration,
    reservoir,
    reserve,
    rate,
    daysToReserve: days,
    ...(refilled !== undefined && { emptyOn: addDays(refilled, days.value) }),
  };
  return {
    figures,
    first: reservePast(figures, pump, parameters),
    notices: [...refillAhead(pump), ...pumpNotices(figures, parameters)],
    assumptions: pump.reserve ? [] : [{ name: 'pump-reserve', value: reserve, citations: cite(usual) }],
    working: [
      { label: 'Rate', formula: 'dose / concentration', inputs: { dose, concentration }, result: rate, citations: [] },
      {
        label: 'Days to the reserve',
        formula: '(reservoir - reserve) x concentration / dose, rounded down',
        inputs: { reservoir, reserve, concentration, dose },
        result: days,
        citations: [],
      },
    ],
  };
}

/** Dates as YYYY-MM-DD stand in their order. */
function reservePast({ emptyOn }: PumpFigures, { today }: PumpRequest, { reserve }: IntrathecalParameters): Notice[] {
  return emptyOn !== undefined && today !== undefined && emptyOn < today
    ? [notice('intrathecal-reserve-past', { emptyOn, today }, cite(reserve.why))]
    : [];
}

function refillAhead({ refilled, today }: PumpRequest): Notice[] {
  return refilled !== undefined && today !== undefined && refilled > today
    ? [notice('intrathecal-refill-ahead', { refilled, today }, [])]
    : [];
}

function pumpNotices(
  { concentration, reserve, daysToReserve: days }: PumpFigures,
  parameters: IntrathecalParameters,
): Notice[] {
  const { alarm, why } = parameters.reserve;
  const { concentrations, longestRefill: longest } = parameters;
  return [
    ...(isBelow(reserve.value, alarm.value)
      ? [notice('intrathecal-low-reserve', { reserve, alarm: plain(alarm) }, cite(alarm, why))]
      : []),
    ...(isKnown(concentration, parameters)
      ? []
      : [notice('intrathecal-other-concentration', { concentration }, cite(...concentrations))]),
    ...(isAbove(days.value, longest.value)
      ? [notice('intrathecal-long-refill', { days, longest: plain(longest) }, cite(longest))]
      : []),
  ];
}
