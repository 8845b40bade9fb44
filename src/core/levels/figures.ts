import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import { type Course, levelIn } from './course.js';
import {
  accumulation,
  areaUnderLevel,
  halfLife,
  hoursToPeak,
  hoursToSteadyPeak,
  type Kinetics,
  levelAfterDose,
  meanLevel,
} from './equations.js';
import { type Body, clearanceFactor, kineticsCitations, kineticsOf } from './kinetics.js';
import { doubleDose, missDoses, type Regular, usualExtremes } from './missed.js';
import {
  type AtClearance,
  type LevelParameters,
  type LevelsPlan,
  type ModelName,
  modelNames,
  type SteadyState,
} from './types.js';

/** What is simulated: doses (mg) over hours in one body by one set. */
export interface Simulation {
  readonly set: ModelName;
  readonly body: Body;
  readonly dose: number;
  readonly regular?: Regular;
  readonly course: Course;
  readonly hours: number;
  /** How many doses in a row are missed in the figures of a missed dose. */
  readonly missed: number;
}

const pointsPerHour = 2;

type Figures = Omit<LevelsPlan, 'quoted' | 'simulationOnly' | 'neverDouble' | 'cleared' | 'swing' | 'limits'>;

/** Every number of the plan. */
export function figuresOf(simulation: Simulation, levels: LevelParameters): Figures {
  const { set, body, dose, regular, course, hours, missed } = simulation;
  const kinetics = kineticsOf(set, body, levels);
  const through = quantity(tidy(levels.halfLives.value * halfLife(kinetics)), 'h');
  return {
    set,
    begins: course.steady ? 'steady state' : 'first dose',
    taken: dosesTaken(course, hours),
    points: hoursOf(hours).map((hour) => ({ hours: hour, level: level(levelIn(kinetics, course, hour)) })),
    afterFirstDose: afterFirstDose(kinetics, dose),
    ...(regular && {
      interval: quantity(tidy(regular.interval), 'h'),
      dailyDose: perDay(quantity(dose, 'mg'), 24 / regular.interval),
      steadyState: steadyState(kinetics, regular),
      missed: missDoses(kinetics, regular, missed),
      doubled: doubleDose(kinetics, regular),
    }),
    steadyAfter: through,
    goneAfter: through,
    parameters: parametersOf(kinetics, simulation, levels),
    band: bandOf(simulation, levels),
    timesNormal: quantity(tidy(1 / clearanceFactor(body.clearance, levels)), '1'),
    byClearance: levels.comparedClearances.values.map((clearance) => atClearance(clearance, simulation, levels)),
  };
}

function hoursOf(hours: number): number[] {
  return Array.from({ length: Math.floor(hours * pointsPerHour) + 1 }, (_, index) => index / pointsPerHour);
}

function dosesTaken({ dose, interval, changes }: Course, hours: number): LevelsPlan['taken'] {
  const count = interval === undefined ? 1 : Math.floor(hours / interval + 1e-9) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = index * (interval ?? 0);
    const extra = changes.filter((change) => change.at === at).reduce((sum, change) => sum + change.dose, 0);
    return { hours: tidy(at), doses: tidy(1 + extra / dose) };
  });
}

function afterFirstDose(kinetics: Kinetics, dose: number): LevelsPlan['afterFirstDose'] {
  const peak = hoursToPeak(kinetics);
  return {
    highest: level(levelAfterDose(kinetics, dose, peak)),
    hoursToHighest: quantity(tidy(peak), 'h'),
  };
}

function steadyState(kinetics: Kinetics, regular: Regular): SteadyState {
  const { highest, lowest } = usualExtremes(kinetics, regular);
  return {
    highest: level(highest),
    lowest: level(lowest),
    mean: level(meanLevel(kinetics, regular.dose, regular.interval)),
    hoursToHighest: quantity(tidy(hoursToSteadyPeak(kinetics, regular.interval)), 'h'),
    accumulation: quantity(tidy(accumulation(kinetics, regular.interval)), '1'),
  };
}

function parametersOf(
  kinetics: Kinetics,
  { set, body, dose }: Simulation,
  levels: LevelParameters,
): LevelsPlan['parameters'] {
  return {
    absorption: quantity(kinetics.absorption, '/h'),
    clearance: quantity(tidy(kinetics.clearance), 'L/h'),
    volume: quantity(tidy(kinetics.volume), 'L'),
    halfLife: quantity(tidy(halfLife(kinetics)), 'h'),
    areaUnderLevel: quantity(tidy(areaUnderLevel(kinetics, dose)), 'ug.h/L'),
    citations: kineticsCitations(set, body, levels),
  };
}

/** The two sets that are not followed: their figures, and between which levels they lie at each hour. */
function bandOf({ set, body, dose, regular, course, hours }: Simulation, levels: LevelParameters): LevelsPlan['band'] {
  const others = modelNames
    .filter((name) => name !== set)
    .map((name) => ({ name, kinetics: kineticsOf(name, body, levels) }));
  return {
    sets: others.map(({ name, kinetics }) => {
      const steady = regular && steadyState(kinetics, regular);
      const { highest, hoursToHighest } = steady ?? afterFirstDose(kinetics, dose);
      return {
        set: name,
        name: levels.sets[name].name,
        highest,
        hoursToHighest,
        halfLife: quantity(tidy(halfLife(kinetics)), 'h'),
        ...(steady && { lowest: steady.lowest, mean: steady.mean }),
        citations: kineticsCitations(name, body, levels),
      };
    }),
    points: hoursOf(hours).map((hour) => {
      const all = others.map(({ kinetics }) => levelIn(kinetics, course, hour));
      return { hours: hour, lowest: level(Math.min(...all)), highest: level(Math.max(...all)) };
    }),
  };
}

function atClearance(clearance: number, { set, body }: Simulation, levels: LevelParameters): AtClearance {
  const half = halfLife(kineticsOf(set, { ...body, clearance }, levels));
  return {
    clearance: quantity(clearance, 'mL/min'),
    halfLife: quantity(tidy(half), 'h'),
    steadyAfter: quantity(tidy(levels.halfLives.value * half), 'h'),
    timesNormal: quantity(tidy(1 / clearanceFactor(clearance, levels)), '1'),
  };
}

function level(value: number): Quantity<'ug/L'> {
  return quantity(tidy(value), 'ug/L');
}
