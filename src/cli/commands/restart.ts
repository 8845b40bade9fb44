import { restart as calculated } from '../../calculations/restart.js';
import { restartFields } from '../../contract/fields/restart.js';
import { type Sign, signs } from '../../core/answer/signs.js';
import type { CurrentDose } from '../../core/doses/current-dose.js';
import type { RestartRequest } from '../../core/restart/types.js';
import { presentRestart } from '../../report/restart.js';
import { restartDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { productFlags, readCurrentDose, readSigns, sheetFlags } from '../flags/dose.js';
import { fieldFlag, flag, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { besideOf } from '../patient/beside.js';
import { doseNeeded, patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';
import { readHours } from '../typed/days.js';

const group = 'Dose';
const { missed, reason, supply } = restartFields;

const doseFlags = {
  from: flag<CurrentDose, 'from'>({
    to: 'from',
    takes: '<dose>',
    group,
    main: true,
    words: 'the dose before the gap: 60 (mg per day), 20x3 or 10-10-20',
    read: readCurrentDose,
  }),
  missed: fieldFlag(missed, {
    to: 'missed',
    takes: '<time>',
    group,
    main: true,
    read: (text) => readHours(text, { what: missed.what, from: 0.5, to: missed.in.h.to, example: missed.example }),
  }),
  signs: flag<readonly Sign[], 'signs'>({
    to: 'signs',
    takes: '<sign...>',
    group,
    main: true,
    words: 'what the patient shows now: with signs there is no schedule',
    values: signs,
    readAll: readSigns,
  }),
  reason: fieldFlag(reason, { to: 'reason', takes: '<reason>', group, main: true }),
  supply: fieldFlag(supply, { to: 'supply', takes: '<days>', group }),
};

const flags = {
  ...doseFlags,
  ...productFlags,
  ...patientFlags,
  ...patientFileFlags,
  ...besideFlags,
  ...rulesFlags,
  ...sheetFlags,
  ...planOutputFlags,
};

export const restart = {
  flags,
  examples: [
    ['baclofen restart --from 20x3 --missed 12h', 'less than a day: the same dose, never doubled'],
    ['baclofen restart --from 20x3 --missed 2d --crcl 95', 'two options side by side'],
    ['baclofen restart --from 20x3 --missed 5d --age 76 --crcl 90', 'as a new start'],
    ['baclofen restart --from 20x3 --missed 2d --signs withdrawal', 'an emergency, and no schedule'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const given = readFlags(flags, raw, shell);
    const patient = patientGiven(given, call, given.from ? 'flag instead' : 'taken');
    const inFile = given.from
      ? undefined
      : doseNeeded(patient.patientFile, 'from', 'the dose before the gap, such as 20x3');
    const request: RestartRequest = {
      ...placed(doseFlags, given),
      ...(inFile && { from: inFile }),
      ...placed(productFlags, given),
      ...placed(sheetFlags, given),
      ...patient,
      ...besideOf(given, patient.patientFile, parameters),
      ...placed(rulesFlags, given),
    };
    const presentation = { command: 'restart', present: presentRestart, doses: restartDoses };
    return printPlan(calculated(request, parameters), presentation, given, call);
  },
} satisfies Run;
