import * as z from 'zod/mini';
import { type LevelParameters, modelNames } from '../core/levels/types.js';
import { cited, citedText, citedTimes, provenance } from './cited.js';

const set = z.strictObject({
  name: z.string().check(z.minLength(1)),
  absorption: cited('/h'),
  clearance: cited('L/h'),
  volume: cited('L'),
});

const bioavailability = cited('%').check(z.refine(({ value }) => value <= 100, 'no more than all is absorbed'));

export const levelsSchema: z.ZodMiniType<LevelParameters> = z
  .strictObject({
    usual: z.strictObject({ set: z.enum(modelNames), ...provenance }),
    sets: z.strictObject({ kochak: set, simon: set, chevillard: set }),
    kidney: z.strictObject({ normal: cited('mL/min'), bioavailability, equals: citedText, grafted: citedText }),
    drawnFrom: cited('mL/min'),
    harm: z.strictObject({ dose: cited('mg'), timesDaily: citedTimes, clearance: cited('mL/min') }),
    onDialysis: citedText,
    adultsOnly: citedText,
    quoted: z.strictObject({ from: cited('ug/L'), to: cited('ug/L'), shownFrom: cited('mL/min'), warning: citedText }),
    halfLives: cited('1'),
    comparedClearances: z.strictObject({
      values: z.array(z.number().check(z.positive())).check(z.minLength(1)),
      ...provenance,
    }),
    simulationOnly: citedText,
    neverDouble: citedText,
    cleared: citedText,
    swing: citedText,
    limits: z.array(citedText).check(z.minLength(1)),
  })
  .check(
    z.refine(({ quoted }) => quoted.from.value < quoted.to.value, 'the quoted range runs upward'),
    z.refine(
      ({ comparedClearances, drawnFrom }) => comparedClearances.values.every((value) => value >= drawnFrom.value),
      'no clearance is compared where no curve is drawn',
    ),
  );
