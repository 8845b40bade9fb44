import { switchProducts as calculated } from '../../calculations/switch.js';
import { switchFields } from '../../contract/fields/switch.js';
import type { CurrentDose } from '../../core/doses/current-dose.js';
import { liquidsSaid } from '../../core/switch/bottles.js';
import type { SwitchRequest } from '../../core/switch/types.js';
import { presentSwitch } from '../../report/switch.js';
import { switchDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { sheetFlags } from '../flags/dose.js';
import { fieldFlag, flag, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { sideFlags } from '../flags/side.js';
import { besideOf } from '../patient/beside.js';
import { doseNeeded, patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';
import { readDose } from '../typed/dose.js';

const group = 'Dose';

const doseFlags = {
  dose: flag<CurrentDose, 'dose'>({
    to: 'dose',
    takes: '<dose>',
    group,
    main: true,
    words: 'each dose in mg and how often, 7x3, or each dose, 10-10-20; it stays',
    read: (text) => readDose(text, { to: 1000, bare: 'daily' }),
  }),
  volume: fieldFlag(switchFields.volume, { to: 'volume', takes: '<mL>', group, main: true }),
  times: fieldFlag(switchFields.timesDaily, { to: 'timesDaily', takes: '<number>', group, main: true }),
  supply: fieldFlag(switchFields.supply, { to: 'supply', takes: '<days>', group }),
};

const flags = {
  ...doseFlags,
  ...sideFlags,
  ...patientFlags,
  ...patientFileFlags,
  ...besideFlags,
  ...rulesFlags,
  ...sheetFlags,
  ...planOutputFlags,
};

export const switchProducts = {
  flags,
  examples: [
    ['baclofen switch --dose 7x3 --from solution-1 --to suspension-5', 'a stronger bottle'],
    ['baclofen switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3', 'from what is measured'],
    ['baclofen switch --dose 20x3 --from tablet-10 --to solution-1', 'tablets to a liquid'],
    ['baclofen switch --dose 6x3 --from 1mg/mL --to 3mg/mL --label 30mg/10mL', 'a strength said twice'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const given = readFlags(flags, raw, shell);
    const said = given.dose ?? given.volume;
    const patient = patientGiven(given, call, said ? 'flag instead' : 'taken');
    const dose = said ? undefined : doseNeeded(patient.patientFile, 'dose', 'each dose and how often, such as 7mgx3');
    const request: SwitchRequest = {
      ...placed(doseFlags, given),
      ...(dose && { dose }),
      ...placed(sideFlags, given),
      ...placed(sheetFlags, given),
      ...patient,
      ...besideOf(given, patient.patientFile, parameters),
      ...placed(rulesFlags, given),
    };
    const products = liquidsSaid(request, parameters.switch.marks);
    const all = [...parameters.products.products, ...products];
    const presentation = {
      command: 'switch',
      present: presentSwitch,
      doses: (plan: Parameters<typeof presentSwitch>[0]) => switchDoses(plan, request, all),
      products,
    };
    return printPlan(calculated(request, parameters), presentation, given, call);
  },
} satisfies Run;
