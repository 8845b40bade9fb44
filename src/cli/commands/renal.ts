import { renal as calculated } from '../../calculations/renal.js';
import { presentDoseFields } from '../../contract/fields/dose.js';
import { dailyTotal } from '../../core/doses/current-dose.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { RenalRequest } from '../../core/renal/types.js';
import { presentRenal } from '../../report/renal.js';
import type { Run } from '../command.js';
import { readDailyTotal } from '../flags/dose.js';
import { fieldFlag, placed } from '../flags/flag.js';
import { outputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { patientGiven } from '../patient/given.js';
import { contextOf, printOutcome } from '../print.js';

const flags = {
  ...patientFlags,
  ...patientFileFlags,
  ...rulesFlags,
  dailyDose: fieldFlag(presentDoseFields.dailyDose, {
    takes: '<dose>',
    group: 'Dose',
    main: true,
    read: readDailyTotal,
  }),
  ...outputFlags,
};

export const renal = {
  flags,
  examples: [
    ['baclofen renal --crcl 25', 'a clearance that you have'],
    ['baclofen renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL', 'estimates side by side'],
    ['baclofen renal --crcl 25 --daily-dose 60', 'is the present dose too high?'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const read = readFlags(flags, raw, shell);
    const given = patientGiven(read, call, read.dailyDose ? 'flag instead' : 'taken');
    const taken = doseTaken(given.patientFile);
    const dailyDose = read.dailyDose ?? (taken && dailyTotal(taken));
    const request: RenalRequest = { ...given, ...(dailyDose && { dailyDose }), ...placed(rulesFlags, read) };
    return printOutcome(calculated(request, parameters), presentRenal, contextOf('renal', parameters), read, shell);
  },
} satisfies Run;
