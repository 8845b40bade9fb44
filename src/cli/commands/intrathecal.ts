import { intrathecal as calculated } from '../../calculations/intrathecal.js';
import { changeFields, intrathecalFields, pumpFields } from '../../contract/fields/intrathecal.js';
import {
  type ChangeRequest,
  type IntrathecalRequest,
  moments,
  type PumpRequest,
} from '../../core/intrathecal/types.js';
import { InputError } from '../../core/values/input-error.js';
import { type Quantity, quantity } from '../../core/values/quantity.js';
import { defaultWords } from '../../report/dose.js';
import { presentIntrathecal } from '../../report/intrathecal.js';
import type { Run } from '../command.js';
import { fieldFlag, flag, type Given } from '../flags/flag.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printOutcome } from '../print.js';
import type { Shell } from '../shell.js';
import { readStartDate } from '../typed/date.js';
import { splitNumber } from '../typed/number.js';
import type { Read } from '../typed/read.js';
import { plainUnit } from '../typed/unit.js';

const strengthWords = 'a concentration in mcg per mL with its unit, such as 2000mcg/mL; milligrams are never read here';
const reservoirWords = 'a volume in mL above 0 and up to 100, such as 20mL';
const pump = 'Pump';
const change = 'Change';
const refused = 'Refused, with the reason';
const takesStrength = { takes: '<mcg/mL>', read: readStrength };

const flags = {
  dose: fieldFlag(intrathecalFields.dose, { takes: '<mcg>', group: pump, main: true }),
  concentration: fieldFlag(pumpFields.concentration, { ...takesStrength, group: pump, main: true }),
  label: fieldFlag(pumpFields.onLabel, { ...takesStrength, group: pump }),
  reservoir: fieldFlag(pumpFields.reservoir, { takes: '<mL>', group: pump, main: true }),
  reserve: fieldFlag(pumpFields.reserve, {
    takes: '<mL>',
    group: pump,
    default: ({ intrathecal: { reserve } }) => defaultWords(reserve.usual),
  }),
  refilled: fieldFlag(pumpFields.refilled, {
    takes: '<date>',
    group: pump,
    read: (text, { today }) => {
      const read = readStartDate(text);
      return 'ok' in read && read.ok === 'today' ? { ok: today() } : read;
    },
  }),
  change: flag<Pick<ChangeRequest, 'direction' | 'percent'>>({
    takes: '<percent>',
    group: change,
    main: true,
    words: changeFields.percent.says,
    read: readChange,
  }),
  of: fieldFlag(changeFields.of, { takes: '<origin>', group: change, main: true }),
  at: fieldFlag(changeFields.at, { takes: '<moment>', group: change, default: () => moments[0] }),
  newConcentration: fieldFlag(intrathecalFields.newConcentration, { ...takesStrength, group: refused }),
  fromOral: flag<string>({
    takes: '<dose>',
    group: refused,
    words: intrathecalFields.fromOral.says,
    read: (text) => ({ ok: text }),
  }),
  ...outputFlags,
};

export const intrathecal = {
  flags,
  examples: [
    ['baclofen intrathecal', 'screening, first day, steps and ranges by country'],
    ['baclofen intrathecal --dose 350mcg --concentration 2000mcg/mL --reservoir 20mL', 'rate, and days to the reserve'],
    ['baclofen intrathecal --dose 350mcg --change 15% --of spinal', 'a changed dose'],
  ],
  run({ parameters, raw, shell }) {
    const read = readFlags(flags, raw, shell);
    const outcome = calculated(requestOf(read, shell.today), parameters);
    return printOutcome(outcome, presentIntrathecal, contextOf('intrathecal', parameters), read, shell);
  },
} satisfies Run;

type Asked = Given<typeof flags>;

function requestOf(asked: Asked, today: Shell['today']): IntrathecalRequest {
  const { dose, newConcentration, fromOral } = asked;
  // What was to be converted is not carried on: no milligrams get as far as the calculation.
  if (fromOral !== undefined) return { fromOral: true };
  if (newConcentration) return { ...(dose && { dose }), newConcentration };
  const filled = pumpOf(asked, today);
  const changed = changeOf(asked);
  return { ...(dose && { dose }), ...(filled && { pump: filled }), ...(changed && { change: changed }) };
}

function pumpOf(
  { concentration, label, reservoir, reserve, refilled }: Asked,
  today: Shell['today'],
): PumpRequest | undefined {
  if (concentration === undefined) {
    if (label || reservoir || reserve || refilled !== undefined) {
      throw new InputError('concentration', 'nothing', strengthWords);
    }
    return undefined;
  }
  if (reservoir === undefined) throw new InputError('reservoir', 'nothing', reservoirWords);
  return {
    concentration,
    ...(label && { onLabel: label }),
    reservoir,
    ...(reserve && { reserve }),
    ...(refilled !== undefined && { refilled, today: today() }),
  };
}

function changeOf({ change: by, of, at }: Asked): ChangeRequest | undefined {
  if (by === undefined) {
    const [lonely] = [of && 'of', at && 'at'].filter((each) => each !== undefined);
    if (lonely !== undefined) throw new InputError(lonely, 'no --change', 'its place beside --change');
    return undefined;
  }
  if (of === undefined) {
    throw new InputError('of', 'nothing', `one of ${changeFields.of.words.join(', ')}: the ranges differ`);
  }
  return { ...by, of, at: at ?? moments[0] };
}

/** Micrograms per mL alone: the reader of quantities would turn milligrams into them. */
function readStrength(text: string): Read<Quantity<'ug/mL'>> {
  const written = splitNumber(text, 'write one number');
  const right = written && 'digits' in written && plainUnit(written.unit) === 'ug/ml';
  const value = right ? Number(written.digits) : 0;
  const most = pumpFields.concentration.in['ug/mL'].to;
  return value > 0 && value <= most ? { ok: quantity(value, 'ug/mL') } : { wrong: `it takes ${strengthWords}` };
}

function readChange(text: string): Read<Pick<ChangeRequest, 'direction' | 'percent'>> {
  const [, sign = '', number = ''] = /^([+-]?)(\d+(?:\.\d+)?) ?%?$/.exec(text) ?? [];
  const percent = Number(number);
  const { to } = changeFields.percent.in['%'];
  return number !== '' && percent > 0 && percent <= to
    ? { ok: { direction: sign === '-' ? 'down' : 'up', percent: quantity(percent, '%') } }
    : { wrong: 'it takes a percentage above 0 and up to 100, such as 15%, or -15% for down' };
}
