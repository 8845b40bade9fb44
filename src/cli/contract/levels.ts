import * as z from 'zod/mini';
import { modelNames } from '../../core/levels/types.js';
import { citations, patient, patientFile, quantityIn, statement, timesDaily } from './shapes.js';

const level = quantityIn('ug/L');
const hours = quantityIn('h');
const set = z.enum(modelNames);

export const levelsRequest = z.strictObject({
  doses: z.union([z.strictObject({ dose: quantityIn('mg'), timesDaily }), z.strictObject({ dose: quantityIn('mg') })]),
  hours: z.optional(hours),
  missed: z.optional(z.int()),
  doubled: z.optional(z.boolean()),
  set: z.optional(set),
  patient: z.optional(patient),
  patientFile: z.optional(patientFile),
});

const steadyState = z.strictObject({
  highest: level,
  lowest: level,
  mean: level,
  hoursToHighest: hours,
  accumulation: quantityIn('1'),
});

const modelFigures = z.strictObject({
  set,
  name: z.string(),
  highest: level,
  hoursToHighest: hours,
  halfLife: hours,
  lowest: z.optional(level),
  mean: z.optional(level),
  citations,
});

export const levelsPlan = z.strictObject({
  set,
  begins: z.enum(['first dose', 'steady state']),
  interval: z.optional(hours),
  dailyDose: z.optional(quantityIn('mg/d')),
  taken: z.array(z.strictObject({ hours: z.number(), doses: z.int() })),
  points: z.array(z.strictObject({ hours: z.number(), level })),
  afterFirstDose: z.strictObject({ highest: level, hoursToHighest: hours }),
  steadyState: z.optional(steadyState),
  steadyAfter: hours,
  goneAfter: hours,
  missed: z.optional(
    z.strictObject({
      doses: z.int(),
      lowest: level,
      ofUsualLowest: quantityIn('%'),
      highestAfter: level,
      highestIfDoubled: level,
      ofUsualHighest: quantityIn('%'),
    }),
  ),
  doubled: z.optional(z.strictObject({ highest: level, ofUsualHighest: quantityIn('%') })),
  parameters: z.strictObject({
    absorption: quantityIn('/h'),
    clearance: quantityIn('L/h'),
    volume: quantityIn('L'),
    halfLife: hours,
    areaUnderLevel: quantityIn('ug.h/L'),
    citations,
  }),
  band: z.strictObject({
    sets: z.array(modelFigures),
    points: z.array(z.strictObject({ hours: z.number(), lowest: level, highest: level })),
  }),
  timesNormal: quantityIn('1'),
  byClearance: z.array(
    z.strictObject({
      clearance: quantityIn('mL/min'),
      halfLife: hours,
      steadyAfter: hours,
      timesNormal: quantityIn('1'),
    }),
  ),
  quoted: z.optional(z.extend(statement, { from: level, to: level })),
  simulationOnly: statement,
  neverDouble: statement,
  cleared: statement,
  swing: statement,
  limits: z.array(statement),
});
