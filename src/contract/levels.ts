import * as z from 'zod/mini';
import { type LevelsPlan, type LevelsRequest, modelNames } from '../core/levels/types.js';
import { exactly } from './exact.js';
import { titrationFields } from './fields/dose.js';
import { levelsDoseFields, levelsFields } from './fields/levels.js';
import { fieldSchema, optional } from './fields.js';
import {
  citations,
  estimate,
  patient,
  patientFile,
  quantity,
  statement,
  statements,
  statementWith,
  text,
} from './shapes.js';

const dose = fieldSchema(levelsDoseFields.dose);
const timesDaily = fieldSchema(titrationFields.timesDaily);

export const levelsRequest = exactly<LevelsRequest>()(
  z.strictObject({
    doses: z.union([z.strictObject({ dose, timesDaily }), z.strictObject({ dose })]),
    ...optional(levelsFields),
    patient: z.exactOptional(patient),
    patientFile: z.exactOptional(patientFile),
  }),
);

const level = quantity('ug/L');
const hours = quantity('h');
const percent = quantity('%');
const set = z.enum(modelNames);

const modelFigures = z.strictObject({
  set,
  name: text,
  highest: level,
  hoursToHighest: hours,
  halfLife: hours,
  lowest: z.exactOptional(level),
  mean: z.exactOptional(level),
  citations,
});

export const levelsPlan = exactly<LevelsPlan>()(
  z.strictObject({
    deciding: z.exactOptional(estimate),
    set,
    begins: z.enum(['first dose', 'steady state']),
    interval: z.exactOptional(hours),
    dailyDose: z.exactOptional(quantity('mg/d')),
    taken: z.array(z.strictObject({ hours: z.number(), doses: z.number() })),
    points: z.array(z.strictObject({ hours: z.number(), level })),
    afterFirstDose: z.strictObject({ highest: level, hoursToHighest: hours }),
    steadyState: z.exactOptional(
      z.strictObject({
        highest: level,
        lowest: level,
        mean: level,
        hoursToHighest: hours,
        accumulation: quantity('1'),
      }),
    ),
    steadyAfter: hours,
    goneAfter: hours,
    missed: z.exactOptional(
      z.strictObject({
        doses: z.number(),
        lowest: level,
        ofUsualLowest: percent,
        highestAfter: level,
        afterOfUsualHighest: percent,
        highestIfDoubled: level,
        ofUsualHighest: percent,
      }),
    ),
    doubled: z.exactOptional(z.strictObject({ highest: level, ofUsualHighest: percent })),
    parameters: z.strictObject({
      absorption: quantity('/h'),
      clearance: quantity('L/h'),
      volume: quantity('L'),
      halfLife: hours,
      areaUnderLevel: quantity('ug.h/L'),
      citations,
    }),
    band: z.strictObject({
      sets: z.array(modelFigures),
      points: z.array(z.strictObject({ hours: z.number(), lowest: level, highest: level })),
    }),
    timesNormal: quantity('1'),
    byClearance: z.array(
      z.strictObject({
        clearance: quantity('mL/min'),
        halfLife: hours,
        steadyAfter: hours,
        timesNormal: quantity('1'),
      }),
    ),
    quoted: z.exactOptional(statementWith({ from: level, to: level })),
    simulationOnly: statement,
    neverDouble: statement,
    cleared: statement,
    swing: statement,
    limits: statements,
  }),
);
