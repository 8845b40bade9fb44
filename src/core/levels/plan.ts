import { type Notice, notice } from '../answer/notice.js';
import type { Assumption, Outcome } from '../answer/outcome.js';
import { forEstimates } from '../patient/patient.js';
import { assessRenalFunction } from '../renal-function/assess.js';
import type { RenalParameters } from '../renal-function/types.js';
import { cite, plain, statement } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { requireNumbers } from '../values/numbers.js';
import { quantity, tidy } from '../values/quantity.js';
import { isAtLeast, isBelow } from '../values/thresholds.js';
import { figuresOf, type Simulation } from './figures.js';
import { type Body, kineticsWorking } from './kinetics.js';
import { disturbed } from './missed.js';
import { refusalOf } from './refusals.js';
import type { LevelParameters, LevelsContext, LevelsPlan, LevelsRequest } from './types.js';

const hoursPerDay = 24;
const longestHours = 336;
const mostMissed = 12;

/**
 * The level in blood (mcg/L) over hours, after one dose (mg) or regular ones, by superposition in one compartment:
 * highest, lowest and mean at steady state, how long until steady and until gone, what a missed or doubled dose does,
 * and what two other published sets make of it. A simulation, never a dose.
 * @returns a refusal below the age of adults, on dialysis, and where the clearance is too low for an honest curve.
 * @throws InputError on doses or hours out of range, and on a missed dose of a single one.
 */
export function simulateLevels(request: LevelsRequest, context: LevelsContext): Outcome<LevelsRequest, LevelsPlan> {
  requireNumbers(request);
  check(request);
  const { levels, renal: parameters } = context;
  const { patient = {} } = request;
  const renal = assessRenalFunction(forEstimates(patient, parameters.adultAge), parameters);
  const { notices, working } = renal;
  const why = refusalOf(request, renal, context);
  if (why) return { request, assumptions: [], notices, working, outcome: 'refusal', refusal: why };
  const body: Body = {
    ...(renal.deciding && { clearance: renal.deciding.value.value }),
  };
  const simulation = simulationOf(request, body, levels);
  return {
    request,
    notices: [...notices, ...unknownClearance(request, body, parameters)],
    assumptions: [...renal.assumptions, ...assumptions(request, body, levels)],
    working: [...working, ...kineticsWorking(simulation.set, body, levels)],
    outcome: 'plan',
    plan: {
      ...(renal.deciding && { deciding: renal.deciding }),
      ...figuresOf(simulation, levels),
      ...words(request, body, context),
    },
  };
}

function check({ doses, hours, missed, doubled }: LevelsRequest): void {
  if (doses.dose.value === 0) throw new InputError('doses', '0', 'a dose in mg above 0');
  if ('timesDaily' in doses && !(Number.isInteger(doses.timesDaily) && doses.timesDaily >= 1)) {
    throw new InputError('doses', `${doses.timesDaily} times a day`, 'a whole number of doses a day, 1 or more');
  }
  if (hours && (hours.value < 1 || hours.value > longestHours)) {
    throw new InputError('hours', String(hours.value), `hours from 1 to ${longestHours}`);
  }
  if (missed !== undefined && !(Number.isInteger(missed) && missed >= 1 && missed <= mostMissed)) {
    throw new InputError('missed', String(missed), `how many doses in a row are missed, from 1 to ${mostMissed}`);
  }
  if (!('timesDaily' in doses) && (missed !== undefined || doubled)) {
    const field = doubled ? 'doubled' : 'missed';
    throw new InputError(field, 'a single dose', 'regular `doses` beside it, such as 20x3');
  }
}

/** From the first dose; in the midst of regular doses where some are missed or doubled. */
function simulationOf(request: LevelsRequest, body: Body, levels: LevelParameters): Simulation {
  const { doses, missed = 0, doubled = false } = request;
  const dose = doses.dose.value;
  const common = { set: request.set ?? levels.usual.set, body, dose, missed: Math.max(1, missed) };
  const asked = request.hours?.value;
  if (!('timesDaily' in doses)) {
    return { ...common, course: { dose, steady: false, changes: [] }, hours: asked ?? hoursPerDay };
  }
  const regular = { dose, interval: hoursPerDay / doses.timesDaily };
  const course =
    missed > 0 || doubled ? disturbed(regular, missed, doubled) : { ...regular, steady: false, changes: [] };
  // Through the dose after those missed.
  const hours = asked ?? Math.max(hoursPerDay, (missed + 2) * regular.interval);
  return { ...common, regular, course, hours };
}

function unknownClearance({ patient }: LevelsRequest, body: Body, { older }: RenalParameters): Notice[] {
  const age = patient?.age;
  return age && isAtLeast(age.value, older.age.value) && body.clearance === undefined
    ? [notice('levels-clearance-unknown', { age }, cite(older.avoidBelow))]
    : [];
}

function assumptions({ doses, set }: LevelsRequest, body: Body, levels: LevelParameters): Assumption[] {
  const { usual, kidney, sets } = levels;
  return [
    ...(body.clearance === undefined
      ? [{ name: 'level-clearance' as const, value: plain(kidney.normal), citations: cite(kidney.normal) }]
      : []),
    ...(set === undefined
      ? [{ name: 'level-model' as const, value: sets[usual.set].name, citations: cite(usual) }]
      : []),
    ...('timesDaily' in doses && doses.timesDaily > 1
      ? [{ name: 'even-intervals' as const, value: quantity(tidy(hoursPerDay / doses.timesDaily), 'h'), citations: [] }]
      : []),
  ];
}

type Words = Pick<LevelsPlan, 'quoted' | 'simulationOnly' | 'neverDouble' | 'cleared' | 'swing' | 'limits'>;

function words(request: LevelsRequest, body: Body, { levels, renal }: LevelsContext): Words {
  const { from, to, warning } = levels.quoted;
  return {
    ...(showsQuoted(request, body, levels, renal) && {
      quoted: { ...statement(warning), from: plain(from), to: plain(to) },
    }),
    simulationOnly: statement(levels.simulationOnly),
    neverDouble: statement(levels.neverDouble),
    cleared: statement(levels.cleared),
    swing: statement(levels.swing),
    limits: levels.limits.map(statement),
  };
}

/** Nothing is quoted as therapeutic where the kidney is known to be weak, or may be at this age. */
function showsQuoted(
  { patient }: LevelsRequest,
  body: Body,
  { quoted }: LevelParameters,
  { older }: RenalParameters,
): boolean {
  if (body.clearance !== undefined) return isAtLeast(body.clearance, quoted.shownFrom.value);
  return patient?.age === undefined || isBelow(patient.age.value, older.age.value);
}
