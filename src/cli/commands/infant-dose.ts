import { infantDose as calculated } from '../../calculations/infant-dose.js';
import { exposureFields } from '../../contract/fields/milk.js';
import type { InfantExposureRequest } from '../../core/infant-dose/types.js';
import { depressantsAmong } from '../../core/interactions/notices.js';
import type { Parameters } from '../../parameters/load.js';
import { defaultWords } from '../../report/dose.js';
import { presentInfantExposure } from '../../report/lactation.js';
import type { Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { fieldFlag, flag, type Given, placed } from '../flags/flag.js';
import { maternalDoseFlags, maternalDoseOf, pairFlags, pairOf } from '../flags/milk.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printOutcome } from '../print.js';
import { readGestationalAge, readInfantAge } from '../typed/age.js';

const milkGroup = 'Milk';
const mother = 'Mother';
const infant = 'Infant';
const fields = exposureFields;

const milkFlags = { milk: fieldFlag(fields.milk, { to: 'milk', takes: '<level>', group: milkGroup, main: true }) };

const assumeFlags = {
  assume: flag<string, 'assume'>({
    to: 'assume',
    takes: '<reference>',
    group: milkGroup,
    words: 'what lactmed, janusmed or e-lactancia publishes, computed anew',
    values: ({ lactation }) => lactation.references.map(({ id }) => id),
    read: (text) => ({ ok: text }),
  }),
};

const motherFlags = {
  maternalWeight: fieldFlag(fields.maternalWeight, {
    to: 'maternalWeight',
    takes: '<kg>',
    group: mother,
    main: true,
    default: ({ lactation }) => lactation.maternalWeights.map(defaultWords).join('; '),
  }),
  maternalCrcl: fieldFlag(fields.maternalClearance, { to: 'maternalClearance', takes: '<mL/min>', group: mother }),
};

const infantFlags = {
  infantWeight: fieldFlag(fields.infantWeight, { to: 'infantWeight', takes: '<kg>', group: infant, main: true }),
  infantAge: fieldFlag(fields.infantAge, { to: 'infantAge', takes: '<age>', group: infant, read: readInfantAge }),
  gestationalAge: fieldFlag(fields.gestationalAge, {
    to: 'gestationalAge',
    takes: '<weeks>',
    group: infant,
    read: readGestationalAge,
  }),
  exposedBeforeBirth: fieldFlag(fields.exposedBeforeBirth, { to: 'exposedBeforeBirth', group: infant }),
};

const dietFlags = {
  intake: fieldFlag(fields.intake, {
    to: 'intake',
    takes: '<mL/kg/day>',
    group: milkGroup,
    default: ({ lactation }) => defaultWords(lactation.intake),
  }),
  share: fieldFlag(fields.share, { to: 'share', takes: '<share>', group: milkGroup, main: true }),
};

const flags = {
  ...milkFlags,
  ...pairFlags,
  ...dietFlags,
  ...assumeFlags,
  ...maternalDoseFlags,
  ...motherFlags,
  ...infantFlags,
  ...besideFlags,
  ...outputFlags,
};

export const infantDose = {
  flags,
  examples: [
    ['baclofen infant-dose --milk 0.32', 'from a milk level in mg/L'],
    ['baclofen infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60', 'with the relative infant dose'],
    [
      'baclofen infant-dose --maternal-dose 40 --share 1/3',
      'milk level scaled from the published case, a third of the diet',
    ],
    ['baclofen infant-dose --route intrathecal --maternal-dose 330mcg', 'a mother with a pump'],
    ['baclofen infant-dose --assume janusmed', 'the figure of a reference, and what it assumes'],
  ],
  run({ parameters, raw, shell }) {
    const given = readFlags(flags, raw, shell);
    const outcome = calculated(requestOf(given, raw.maternalDose, parameters), parameters);
    return printOutcome(outcome, presentInfantExposure, contextOf('infant-dose', parameters), given, shell);
  },
} satisfies Run;

function requestOf(
  given: Given<typeof flags>,
  doseAsTyped: unknown,
  { interactions }: Parameters,
): InfantExposureRequest {
  const beside = placed(besideFlags, given);
  const pair = pairOf(given);
  return {
    ...placed(assumeFlags, given),
    ...placed(milkFlags, given),
    ...(pair && { pair }),
    ...maternalDoseOf(given, doseAsTyped),
    ...placed(motherFlags, given),
    ...beside,
    ...(beside.drugs && { sedatives: depressantsAmong(beside.drugs, interactions) }),
    ...placed(infantFlags, given),
    ...placed(dietFlags, given),
  };
}
