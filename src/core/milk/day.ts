import { type Notice, notice } from '../answer/notice.js';
import type { CalculationStep, Outcome } from '../answer/outcome.js';
import { type Cited, cite, plain, statement } from '../values/citation.js';
import { type ClockTime, clockTime, hourOf } from '../values/clock.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { levelAfterDose, levelAtSteadyState, type MilkModel, meanLevel, milkModel } from './model.js';
import type { LevelAt, MilkContext, MilkDayPlan, MilkDayRequest, MilkParameters, ModelCheck } from './types.js';

const minutesPerDay = 24 * 60;

/**
 * The milk level (mg/L) over the day for the same dose (mg) at fixed times, at steady state, by superposition of the
 * single dose curve; with the levels that check it.
 * @throws InputError on no times, or a time given twice.
 */
export function estimateMilkDay(request: MilkDayRequest, context: MilkContext): Outcome<MilkDayRequest, MilkDayPlan> {
  requireNumbers(request);
  const { milk } = context;
  const times = [...request.times].sort();
  const twice = times.find((time, index) => times.indexOf(time) !== index);
  if (twice) throw new InputError('times', `"${twice}" twice`, 'each time once');
  if (times.length === 0) throw new InputError('times', 'nothing', 'the times of the doses, such as 06:00,14:00,22:00');
  const model = milkModel(milk);
  const minutes = Array.from({ length: minutesPerDay }, (_, minute) => levelAt(model, request.dose, times, minute));
  const dailyDose = perDay(request.dose, times.length);
  const [first] = minutes as [LevelAt, ...LevelAt[]];
  const highest = minutes.reduce((best, each) => (each.level.value > best.level.value ? each : best), first);
  const lowest = minutes.reduce((best, each) => (each.level.value < best.level.value ? each : best), first);
  const mean = quantity(tidy(meanLevel(model, dailyDose.value)), 'mg/L');
  return {
    request,
    assumptions: [],
    notices: notices(dailyDose, context),
    working: working(model, dailyDose, mean, milk),
    outcome: 'plan',
    plan: {
      dailyDose,
      times,
      curve: minutes.filter((_, minute) => minute % 30 === 0),
      highest,
      lowest,
      mean,
      ratio: quantity(tidy(highest.level.value / lowest.level.value), '1'),
      checks: checks(model, context),
      model: statement(milk.model),
      timing: milk.timing.map(statement),
      limits: milk.limits.map(statement),
    },
  };
}

function levelAt(model: MilkModel, dose: Quantity<'mg'>, times: readonly ClockTime[], minute: number): LevelAt {
  const level = levelAtSteadyState(model, dose.value, times.map(hourOf), minute / 60);
  return { time: clockTime(minute), level: quantity(tidy(level), 'mg/L') };
}

function checks(model: MilkModel, { milk, molarMass }: MilkContext): ModelCheck[] {
  const { singleDoseCheck, regimenCheck } = milk;
  const late = (levelAfterDose(model, milk.dose.value, singleDoseCheck.time.value) / molarMass.value) * 1000;
  const hours = regimenCheck.times.clock.map(hourOf);
  const readings = regimenCheck.readings.map(({ clock, level }) => ({
    clock,
    level,
    predicted: levelAtSteadyState(model, regimenCheck.dose.value, hours, hourOf(clock)),
  }));
  const mean = readings.reduce((sum, { predicted }) => sum + predicted, 0) / readings.length;
  return [
    check(`${singleDoseCheck.time.value} h`, late, singleDoseCheck.level, cite(singleDoseCheck.level)),
    ...readings.map(({ clock, level, predicted }) => check(clock, predicted, level, cite(level, regimenCheck.times))),
    check('mean', mean, regimenCheck.mean, cite(regimenCheck.mean)),
  ];
}

function check(
  id: string,
  predicted: number,
  observed: Cited<'mg/L'> | Cited<'umol/L'>,
  citations: ModelCheck['citations'],
): ModelCheck {
  return {
    id,
    predicted: { value: tidy(predicted), unit: observed.unit },
    observed: { value: observed.value, unit: observed.unit },
    difference: quantity(tidy(100 * (predicted / observed.value - 1)), '%'),
    citations,
  };
}

function notices(dailyDose: Quantity<'mg/d'>, { milk, publishedDose }: MilkContext): Notice[] {
  return [
    notice('milk-model-one-woman', { dose: plain(milk.dose) }, cite(milk.peak)),
    ...(dailyDose.value > publishedDose.value
      ? [
          notice(
            'maternal-dose-above-published',
            { maternalDose: dailyDose, published: plain(publishedDose) },
            cite(publishedDose),
          ),
        ]
      : []),
  ];
}

function working(
  model: MilkModel,
  dailyDose: Quantity<'mg/d'>,
  mean: Quantity<'mg/L'>,
  { timeToPeak, halfLife, peak, dose, model: formula }: MilkParameters,
): CalculationStep[] {
  const perHour = (rate: number) => `${Number(rate.toPrecision(6))} per hour`;
  return [
    {
      label: 'Rate of fall',
      formula: 'ln 2 / half-life',
      inputs: { 'half-life': plain(halfLife) },
      result: perHour(model.fall),
      citations: cite(halfLife),
    },
    {
      label: 'Rate of rise',
      formula: 'the rate at which ln(rise / fall) / (rise - fall) is the time to the peak',
      inputs: { 'time to the peak': plain(timeToPeak) },
      result: perHour(model.rise),
      citations: cite(timeToPeak),
    },
    {
      label: 'Level per mg',
      formula: 'peak / dose / (exp(-fall x time to the peak) - exp(-rise x time to the peak))',
      inputs: { peak: plain(peak), dose: plain(dose) },
      result: `${Number(model.perMilligram.toPrecision(6))} mg/L per mg`,
      citations: cite(peak, dose),
    },
    {
      label: 'Mean level',
      formula: 'level per mg x (1 / fall - 1 / rise) x daily dose / 24',
      inputs: { 'daily dose': dailyDose },
      result: mean,
      citations: cite(formula),
    },
  ];
}
