import type { Piece } from '../../core/answer/piece.js';
import type { Product } from '../../core/doses/product.js';
import type { Step } from '../../core/doses/schedule.js';
import type { NewbornPlan, NewbornRequest } from '../../core/newborn/types.js';
import type { PatientFile } from '../../core/patient/file.js';
import type { Patient } from '../../core/patient/patient.js';
import type { RestartPlan, RestartRequest } from '../../core/restart/types.js';
import type { SwitchPlan, SwitchRequest } from '../../core/switch/types.js';
import type { TaperPlan, TaperRequest } from '../../core/taper/types.js';
import type { TitrationPlan, TitrationRequest } from '../../core/titration/types.js';
import { addDays, type CivilDate } from '../../core/values/calendar.js';
import type { Quantity } from '../../core/values/quantity.js';
import { newbornTitle } from '../newborn.js';
import { adoptedOf, restartTitle } from '../restart.js';
import { switchRemarks, switchTitle } from '../switch.js';
import { taperTitle } from '../taper.js';
import { titrationRemarks, titrationTitle } from '../titration.js';

/** A step with doses, cut to the days that are planned. */
export interface PlannedStep extends Step {
  readonly toDay: number;
  /** The hours between doses, where the plan sets these and its times of day only stand for them. */
  readonly everyHours?: number;
  /** What the step depends on. */
  readonly condition?: string;
}

/**
 * One schedule of doses, whatever command planned it: what the patient sheet, the pharmacy text, the calendar and
 * the others are all made of.
 */
export interface PlannedDoses {
  readonly kind: 'titration' | 'taper' | 'newborn' | 'switch' | 'restart';
  readonly title: string;
  /** That the doses stand on a judgement of ours. */
  readonly unreviewed?: string;
  /** What every view says before the doses. */
  readonly remarks?: readonly string[];
  readonly name?: string;
  /** As understood; of a child, sheets speak to the parents. */
  readonly patient?: Patient;
  /** What else the patient takes and has, as it was said. */
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  readonly startDate?: CivilDate;
  /** In order, tiling the days from 1 to the last. */
  readonly steps: readonly [PlannedStep, ...PlannedStep[]];
  /** The last step goes on behind the planned days; nothing follows it otherwise. */
  readonly goesOn: boolean;
  /** The day after the last planned one: the first without a dose, or the one by which the next supply is needed. */
  readonly nextDay: number;
  readonly nextDate?: CivilDate;
  /** What to dispense, and for how many days from day 1 it lasts. */
  readonly dispense: readonly Piece[];
  readonly supplyDays: number;
  /** The patient as a record refers to them: "Patient/17". */
  readonly subject?: string;
  /** The most that the rules allow this patient, where the plan knows it; of one dose only where it is less than a day's. */
  readonly ceiling?: { readonly dailyDose: Quantity<'mg/d'>; readonly dose?: Quantity<'mg'> };
  /** Of a taper to the ceiling, which the doses before its last step are above. */
  readonly ceilingAtEnd?: Quantity<'mg/d'>;
  /** What the milk of the mother brings a newborn each day, after the last dose as well. */
  readonly milk?: Quantity<'mg/kg/d'>;
}

/** A titration: its last step goes on, and is planned as far as the quantity to dispense. */
export function titrationDoses(plan: TitrationPlan, request: TitrationRequest): PlannedDoses {
  const { startDate } = request;
  const lastFrom = plan.schedule.at(-1)?.fromDay ?? 1;
  return plannedDoses(
    {
      kind: 'titration',
      title: titrationTitle(plan),
      goesOn: true,
      dispense: plan.dispense,
      supplyDays: plan.supply.value,
      ceiling: ceilingOf(plan.ceiling.dailyDose, plan.ceiling.dose),
      remarks: titrationRemarks(plan),
      ...whoseOf(request),
    },
    plan.schedule,
    Math.max(plan.supply.value, lastFrom),
    startDate,
  );
}

/** A taper from one dose; undefined where it is shown from several. What it ends at goes on, unless that is none. */
export function taperDoses(plan: TaperPlan, request: TaperRequest): PlannedDoses | undefined {
  if (!('schedule' in plan)) return undefined;
  const goesOn = plan.reaches.dailyDose.value > 0;
  return plannedDoses(
    {
      kind: 'taper',
      title: taperTitle(plan, request),
      remarks: plan.excipients ? [plan.excipients.text] : [],
      goesOn,
      ...(request.to === 'ceiling' && { ceilingAtEnd: plan.reaches.dailyDose }),
      dispense: plan.dispense,
      supplyDays: plan.supply.value,
      ...whoseOf(request),
    },
    plan.schedule,
    goesOn ? Math.max(plan.supply.value, plan.days.value + 1) : plan.days.value,
    request.startDate,
  );
}

/** The adopted way back after a gap; its last step goes on. */
export function restartDoses(plan: RestartPlan, request: RestartRequest): PlannedDoses {
  const { schedule } = adoptedOf(plan);
  return plannedDoses(
    {
      kind: 'restart',
      title: restartTitle(plan),
      ...(plan.notReviewed && { unreviewed: plan.notReviewed.text }),
      remarks: plan.excipients ? [plan.excipients.text] : [],
      goesOn: true,
      ceiling: ceilingOf(plan.ceiling, plan.largestDose),
      dispense: plan.dispense,
      supplyDays: plan.supply.value,
      ...whoseOf(request),
    },
    schedule,
    Math.max(plan.supply.value, schedule.at(-1)?.fromDay ?? 1),
    request.startDate,
  );
}

/** The same dose from another product, from day 1 on. */
export function switchDoses(plan: SwitchPlan, request: SwitchRequest, products: readonly Product[]): PlannedDoses {
  return plannedDoses(
    {
      kind: 'switch',
      title: switchTitle(plan, products),
      remarks: switchRemarks(plan, products),
      goesOn: true,
      dispense: plan.dispense,
      supplyDays: plan.supply.value,
      ...whoseOf(request),
    },
    plan.schedule,
    plan.supply.value,
    request.startDate,
  );
}

/** A published course of a newborn, from birth to the last dose that can be measured. */
export function newbornDoses(plan: NewbornPlan, request: NewbornRequest): PlannedDoses {
  const dosed = plan.schedule.filter(({ doses }) => doses.length > 0);
  const lastDay = dosed.at(-1)?.toDay ?? 0;
  return plannedDoses(
    {
      kind: 'newborn',
      title: newbornTitle(plan, request),
      goesOn: false,
      ...(plan.milk && { milk: plan.milk.dose }),
      dispense: plan.dispense,
      supplyDays: lastDay,
      ...whoseOf(request),
    },
    dosed.map((step) => {
      const { condition } = plan.dayByDay.find(({ fromDay }) => fromDay === step.fromDay) ?? {};
      return { ...step, everyHours: 24 / step.doses.length, ...(condition && { condition: condition.text }) };
    }),
    lastDay,
    request.birthDate,
  );
}

/** The most in a day, and in one dose where that is less. */
function ceilingOf(dailyDose: Quantity<'mg/d'>, dose: Quantity<'mg'>): NonNullable<PlannedDoses['ceiling']> {
  return { dailyDose, ...(dose.value < dailyDose.value && { dose }) };
}

/** Whom a plan is for: name and data that were given, and how the record that was read refers to them. */
function whoseOf({
  name,
  patient,
  patientFile,
  drugs,
  conditions,
}: {
  readonly name?: string;
  readonly patient?: Patient;
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  readonly patientFile?: PatientFile;
}) {
  const subject = patientFile?.subject;
  return {
    ...(name !== undefined && { name }),
    ...(patient && { patient }),
    ...(drugs && { drugs }),
    ...(conditions && { conditions }),
    ...(subject !== undefined && { subject }),
  };
}

/**
 * Keeps the steps that have doses, gives the last one an end, and dates the day after it.
 * @param needed the last day that has to be planned; a step that goes on lasts as long as the one before it.
 */
function plannedDoses(
  rest: Omit<PlannedDoses, 'steps' | 'startDate' | 'nextDay' | 'nextDate'>,
  schedule: readonly (Step & Pick<PlannedStep, 'everyHours' | 'condition'>)[],
  needed: number,
  startDate: CivilDate | undefined,
): PlannedDoses {
  const dosed = schedule.filter(({ doses }) => doses.length > 0);
  const [before, last] = dosed.slice(-2);
  const lastDay = rest.goesOn && before && last ? Math.max(needed, 2 * last.fromDay - before.fromDay - 1) : needed;
  const [first, ...others] = dosed.map((step): PlannedStep => {
    const toDay = step.toDay ?? lastDay;
    return { ...step, toDay, ...(startDate !== undefined && { toDate: addDays(startDate, toDay - 1) }) };
  });
  if (first === undefined) throw new Error('a plan without a dose');
  const nextDay = lastDay + 1;
  return {
    ...rest,
    steps: [first, ...others],
    nextDay,
    ...(startDate !== undefined && { startDate, nextDate: addDays(startDate, nextDay - 1) }),
  };
}

/** Every product that a step needs, also where the quantity to dispense ends before that step. */
export function productsUsed({ steps }: PlannedDoses): string[] {
  return [...new Set(steps.flatMap(({ doses }) => doses.flatMap(({ make }) => make.map(({ product }) => product))))];
}

/** Whether a step is the one that goes on. */
export function isOpen({ steps, goesOn }: PlannedDoses, step: PlannedStep): boolean {
  return goesOn && step === steps.at(-1);
}
