import { titrate as calculated } from '../../calculations/titrate.js';
import { titrationFields } from '../../contract/fields/dose.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { TitrationRequest } from '../../core/titration/types.js';
import type { Parameters } from '../../parameters/load.js';
import { defaultWords } from '../../report/dose.js';
import { presentTitration } from '../../report/titration.js';
import { titrationDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { productFlags, readCurrentDose, sheetFlags } from '../flags/dose.js';
import { fieldFlag, flag, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { overrideFlags, overrideOf, rulesFlags } from '../flags/rules.js';
import { besideOf } from '../patient/beside.js';
import { patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const group = 'Dose';

/** What the usual label says of a part of the schedule. */
const labelled =
  (part: 'timesDaily' | 'increment' | 'interval' | 'target') =>
  ({ titration: { rules, usualRules } }: Parameters) =>
    `as labelled; ${usualRules.country}, adult: ${defaultWords(rules[usualRules.country][part])}`;

const { start, on, timesDaily, increment, interval, target, supply, until } = titrationFields;

const doseFlags = {
  start: fieldFlag(start, { to: 'start', takes: '<mg>', group, main: true }),
  from: flag({
    to: 'from',
    takes: '<dose>',
    group,
    main: true,
    words: 'go on upwards from the present dose: 30 (mg per day), 10x3 or 10-10-20',
    read: readCurrentDose,
  }),
  on: fieldFlag(on, { to: 'on', takes: '<days>', group }),
  taking: flag({
    to: 'taking',
    takes: '<dose>',
    group,
    words: 'what is taken now, beside `start`: a new start is then refused',
    read: readCurrentDose,
  }),
  times: fieldFlag(timesDaily, { to: 'timesDaily', takes: '<number>', group, default: labelled('timesDaily') }),
  increment: fieldFlag(increment, { to: 'increment', takes: '<mg>', group, default: labelled('increment') }),
  every: fieldFlag(interval, { to: 'interval', takes: '<days>', group, main: true, default: labelled('interval') }),
  target: fieldFlag(target, { to: 'target', takes: '<mg>', group, main: true, default: labelled('target') }),
  supply: fieldFlag(supply, { to: 'supply', takes: '<days>', group }),
  until: fieldFlag(until, { to: 'until', takes: '<date>', group }),
};

const flags = {
  ...doseFlags,
  ...productFlags,
  ...patientFlags,
  ...patientFileFlags,
  ...besideFlags,
  ...rulesFlags,
  ...overrideFlags,
  ...sheetFlags,
  ...planOutputFlags,
};

export const titrate = {
  flags,
  examples: [
    ['baclofen titrate --start 5', 'the labelled schedule'],
    ['baclofen titrate --start 5 --crcl 25', 'with a creatinine clearance of 25 mL/min'],
    ['baclofen titrate --start 5 --age 82 --crcl 29.97', 'the patient decides the plan'],
    ['baclofen titrate --age 5 --weight 20', 'a child, by weight'],
    ['baclofen titrate --from 10x3 --on 1', 'upwards from the present dose'],
    ['baclofen titrate --start 5 --target 45 --every 7', 'slower, to 45 mg per day'],
    ['baclofen titrate --start 5 --start-date today --format patient', 'a sheet for the patient'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const given = readFlags(flags, raw, shell);
    const told = given.from || given.taking ? 'flag instead' : 'taken';
    const patient = patientGiven(given, call, told);
    const inFile = told === 'taken' ? doseTaken(patient.patientFile) : undefined;
    const request: TitrationRequest = {
      ...placed(doseFlags, given),
      ...(inFile && (given.start ? { taking: inFile } : { from: inFile })),
      ...placed(productFlags, given),
      ...placed(sheetFlags, given),
      ...patient,
      ...besideOf(given, patient.patientFile, parameters),
      ...placed(rulesFlags, given),
      ...overrideOf(given),
    };
    const presentation = {
      command: 'titrate',
      present: presentTitration,
      doses: titrationDoses,
    };
    return printPlan(calculated(request, parameters), presentation, given, call);
  },
} satisfies Run;
