import type { Command } from 'commander';
import { workOutIntrathecal } from '../../core/intrathecal/plan.js';
import {
  type ChangeRequest,
  type IntrathecalRequest,
  moments,
  origins,
  type PumpRequest,
} from '../../core/intrathecal/types.js';
import { InputError } from '../../core/values/input-error.js';
import { quantity } from '../../core/values/quantity.js';
import type { Parameters } from '../../parameters/load.js';
import { defaultWords } from '../../report/dose.js';
import { presentIntrathecal } from '../../report/intrathecal.js';
import type { Run } from '../command.js';
import { dateOf, startDate } from '../flags/date.js';
import { amount, amountWithUnit } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { type Flags, readFlags } from '../flags/read.js';
import { anyText, choice, takes } from '../flags/reader.js';
import { contextOf, printOutcome } from '../print.js';
import type { Shell } from '../shell.js';

const doseWords = 'the present dose with its unit, mcg per day, such as 350mcg; milligrams are never read here';
const strengthWords = 'a concentration with its unit, mcg per mL, such as 2000mcg/mL; milligrams are never read here';
const reservoirWords = 'a volume in mL above 0 and up to 100, such as 20mL';

const concentration = amountWithUnit(
  { 'mcg/ml': { unit: 'ug/mL', to: 10_000 }, 'ug/ml': { unit: 'ug/mL', to: 10_000 } },
  strengthWords,
);

const readers = {
  dose: amountWithUnit(
    {
      mcg: { unit: 'ug/d', to: 10_000 },
      ug: { unit: 'ug/d', to: 10_000 },
      'mcg/day': { unit: 'ug/d', to: 10_000 },
      'mcg/d': { unit: 'ug/d', to: 10_000 },
      'ug/d': { unit: 'ug/d', to: 10_000 },
    },
    doseWords,
  ),
  concentration,
  label: concentration,
  newConcentration: concentration,
  reservoir: amount('mL', 'mL', { takes: reservoirWords, above: 0, to: 100 }),
  reserve: amount('mL', 'mL', { takes: 'a volume in mL from 0 to 100, such as 4mL', from: 0, to: 100 }),
  refilled: startDate,
  change: takes((text): Pick<ChangeRequest, 'direction' | 'percent'> | undefined => {
    const [, sign = '', number = ''] = /^([+-]?)(\d+(?:\.\d+)?)%?$/.exec(text) ?? [];
    const percent = Number(number);
    if (number === '' || percent === 0 || percent > 100) return undefined;
    return { direction: sign === '-' ? 'down' : 'up', percent: quantity(percent, '%') };
  }, 'a percentage above 0 and up to 100, such as 15%, or -15% for down'),
  of: choice(origins),
  at: choice(moments),
  fromOral: anyText,
  ...outputFlags,
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: IntrathecalRequest, { intrathecal }: Parameters) {
  return workOutIntrathecal(request, intrathecal);
}

export const intrathecal = {
  readers,
  examples: [
    ['baclofen intrathecal', 'screening, first day, steps and ranges by country'],
    ['baclofen intrathecal --dose 350mcg --concentration 2000mcg/mL --reservoir 20mL', 'rate, and days to the reserve'],
    ['baclofen intrathecal --dose 350mcg --change 15% --of spinal', 'a changed dose'],
  ],
  flags(command: Command): Command {
    return command
      .optionsGroup('Pump:')
      .option('--dose <mcg>', 'present dose in mcg per day, with its unit: 350mcg')
      .option('--concentration <mcg/mL>', 'what is in the pump, with its unit: 2000mcg/mL')
      .option('--label <mcg/mL>', 'an unusual concentration once more, as the label has it')
      .option('--reservoir <mL>', 'volume after the refill')
      .option('--reserve <mL>', 'volume that is to stay in the reservoir')
      .option('--refilled <date>', 'day of the refill, YYYY-MM-DD or today')
      .optionsGroup('Change:')
      .option('--change <percent>', 'change of the dose: 15%, or -15% for down')
      .option('--of <origin>', `what the dose is for: ${origins.join(', ')}`)
      .option('--at <moment>', `when: ${moments.join(', ')}`)
      .optionsGroup('Refused, with the reason:')
      .option('--new-concentration <mcg/mL>', 'another concentration at the refill')
      .option('--from-oral <dose>', 'a dose by mouth converted');
  },
  defaults: ({ intrathecal: { reserve } }) => ({ reserve: defaultWords(reserve.usual), at: moments[0] }),
  values: () => ({ of: origins, at: moments }),
  run({ parameters, raw, shell }) {
    const flags = readFlags(readers, raw);
    const outcome = calculate(requestOf(flags, shell), parameters);
    return printOutcome(outcome, presentIntrathecal, contextOf('intrathecal', parameters), flags, shell);
  },
} satisfies Run;

type Given = Flags<typeof readers>;

function requestOf(flags: Given, shell: Shell): IntrathecalRequest {
  const { dose, newConcentration, fromOral } = flags;
  // What was to be converted is not carried on: no milligrams get as far as the calculation.
  if (fromOral !== undefined) return { fromOral: true };
  if (newConcentration) return { ...(dose && { dose }), newConcentration };
  const pump = pumpOf(flags, shell);
  const change = changeOf(flags);
  return { ...(dose && { dose }), ...(pump && { pump }), ...(change && { change }) };
}

function pumpOf(
  { concentration: filled, label, reservoir, reserve, refilled }: Given,
  { today }: Shell,
): PumpRequest | undefined {
  if (filled === undefined) {
    if (label || reservoir || reserve || refilled !== undefined)
      throw new InputError('concentration', 'nothing', strengthWords);
    return undefined;
  }
  if (reservoir === undefined) throw new InputError('reservoir', 'nothing', reservoirWords);
  return {
    concentration: filled,
    ...(label && { onLabel: label }),
    reservoir,
    ...(reserve && { reserve }),
    ...(refilled !== undefined && { refilled: dateOf(refilled, today) }),
  };
}

function changeOf({ change, of, at }: Given): ChangeRequest | undefined {
  if (change === undefined) {
    const [flag] = [of && 'of', at && 'at'].filter((each) => each !== undefined);
    if (flag !== undefined) throw new InputError(flag, 'no --change', 'its place beside --change');
    return undefined;
  }
  if (of === undefined) throw new InputError('of', 'nothing', `one of ${origins.join(', ')}: the ranges differ`);
  return { ...change, of, at: at ?? moments[0] };
}
