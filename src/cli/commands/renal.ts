import type { Command } from 'commander';
import { adjustForRenalFunction } from '../../core/renal/plan.js';
import type { RenalRequest } from '../../core/renal/types.js';
import { withPatientFile } from '../../core/renal-function/file-notices.js';
import { perDay } from '../../core/values/quantity.js';
import type { Parameters } from '../../parameters/load.js';
import { presentRenal } from '../../report/renal.js';
import type { Run } from '../command.js';
import { amount } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { addPatientFlags, patientFlags, patientValues } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { addRulesFlags, rulesFlags, rulesValues } from '../flags/rules.js';
import { doseTaken, patientGiven } from '../patient/given.js';
import { contextOf, printOutcome } from '../print.js';

const readers = {
  dailyDose: amount('mg/d', 'mg/day', {
    takes: 'the present daily dose in mg above 0, such as 60',
    above: 0,
    to: 1000,
  }),
  ...patientFlags,
  ...rulesFlags,
  ...outputFlags,
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: RenalRequest, data: Parameters) {
  return withPatientFile(adjustForRenalFunction(request, data), data);
}

export const renal = {
  readers,
  examples: [
    ['baclofen renal --crcl 25', 'a clearance that you have'],
    ['baclofen renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL', 'estimates side by side'],
    ['baclofen renal --crcl 25 --daily-dose 60', 'is the present dose too high?'],
  ],
  flags(command: Command): Command {
    addRulesFlags(addPatientFlags(command));
    return command.optionsGroup('Dose:').option('--daily-dose <mg>', 'what the patient takes now, in mg per day');
  },
  values: () => ({ ...patientValues, rules: rulesValues.rules }),
  run(call) {
    const { parameters, raw, shell } = call;
    const flags = readFlags(readers, raw);
    const given = patientGiven(flags, call, flags.dailyDose ? 'flag instead' : 'taken');
    const taken = doseTaken(given.patientFile);
    const dailyDose =
      flags.dailyDose ?? (taken && ('dailyDose' in taken ? taken.dailyDose : perDay(taken.dose, taken.timesDaily)));
    const request = {
      ...given,
      ...(dailyDose && { dailyDose }),
      ...(flags.rules && { rules: flags.rules }),
    };
    return printOutcome(calculate(request, parameters), presentRenal, contextOf('renal', parameters), flags, shell);
  },
} satisfies Run;
