import { taper as calculated } from '../../calculations/taper.js';
import { patternFields, taperEndFields, taperFields } from '../../contract/fields/dose.js';
import { type Sign, signs } from '../../core/answer/signs.js';
import type { CurrentDose } from '../../core/doses/current-dose.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { TaperPattern } from '../../core/taper/levels.js';
import type { TaperEnd, TaperRequest } from '../../core/taper/types.js';
import { InputError } from '../../core/values/input-error.js';
import { presentTaper } from '../../report/taper.js';
import { taperDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { productFlags, readCurrentDose, readSigns, readTaperEnd, sheetFlags } from '../flags/dose.js';
import { fieldFlag, flag, type Given, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { besideOf } from '../patient/beside.js';
import { patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const group = 'Dose';

const timesFlags = { times: fieldFlag(taperFields.timesDaily, { to: 'timesDaily', takes: '<number>', group }) };

const endFlags = {
  to: flag<TaperEnd, 'to'>({
    to: 'to',
    takes: '<dose>',
    group,
    main: true,
    words: taperEndFields.dailyDose.says,
    read: readTaperEnd,
  }),
  supply: fieldFlag(taperFields.supply, { to: 'supply', takes: '<days>', group }),
  signs: flag<readonly Sign[], 'signs'>({
    to: 'signs',
    takes: '<sign...>',
    group,
    words: 'what the patient shows now: poisoning or withdrawal is no taper',
    values: signs,
    readAll: readSigns,
  }),
};

const flags = {
  from: flag<CurrentDose>({
    takes: '<dose>',
    group,
    main: true,
    words: 'present dose: mg per day (60), dose and times per day (20x3), or each dose (10-10-20)',
    read: readCurrentDose,
  }),
  days: fieldFlag(patternFields.days, { takes: '<days>', group, main: true }),
  reduce: fieldFlag(patternFields.reduction, { takes: '<mg>', group, main: true }),
  percent: fieldFlag(patternFields.percent, { takes: '<percent>', group, main: true }),
  every: fieldFlag(patternFields.every, { takes: '<days>', group, main: true }),
  ...endFlags,
  ...timesFlags,
  ...productFlags,
  ...patientFlags,
  ...patientFileFlags,
  ...besideFlags,
  ...rulesFlags,
  ...sheetFlags,
  ...planOutputFlags,
};

export const taper = {
  flags,
  examples: [
    ['baclofen taper --days 14', 'from each usual dose, as no dose is guessed'],
    ['baclofen taper --days 14 --from 60', 'from 60 mg per day'],
    ['baclofen taper --from 20x3 --reduce 10 --every 7', '10 mg per day less every 7 days'],
    ['baclofen taper --from 80 --percent 25 --every 7', 'a quarter of the dose less every 7 days'],
    ['baclofen taper --from 20x3 --to ceiling --crcl 25', 'down to the most that this clearance allows'],
    ['baclofen taper --days 14 --from 60 --format html --output plan.html', 'a page to print'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const read = readFlags(flags, raw, shell);
    const given = patientGiven(read, call, read.from ? 'flag instead' : 'taken');
    const from = read.from ?? doseTaken(given.patientFile);
    const request: TaperRequest = {
      ...patternOf(read),
      ...(from && { from }),
      ...placed(endFlags, read),
      ...placed(timesFlags, read),
      ...given,
      ...besideOf(read, given.patientFile, parameters),
      ...placed(rulesFlags, read),
      ...placed(productFlags, read),
      ...placed(sheetFlags, read),
    };
    const presentation = {
      command: 'taper',
      present: presentTaper,
      doses: taperDoses,
    };
    return printPlan(calculated(request, parameters), presentation, read, call);
  },
} satisfies Run;

/** How it goes down; left out on the way to the ceiling, and where signs stand against any schedule. */
function patternOf({ days, reduce, percent, every, to, signs: seen }: Given<typeof flags>): {
  pattern?: TaperPattern;
} {
  const given = [days && '`days`', reduce && '`reduction`', percent && '`percent`'].filter(
    (each) => each !== undefined,
  );
  if (given.length > 1) throw new InputError('', given.join(' and '), 'only one of them');
  if (days) {
    if (every)
      throw new InputError('every', `"${every.value}" beside \`days\``, '`reduction` or `percent` instead of `days`');
    return { pattern: { kind: 'days', days } };
  }
  if (reduce === undefined && percent === undefined) {
    if (every === undefined && (to === 'ceiling' || seen)) return {};
    throw new InputError(
      'days',
      'nothing',
      'a whole number of days until zero, such as 14; or give `reduction` or `percent` with `every`',
    );
  }
  if (every === undefined) throw new InputError('every', 'nothing', 'the days that each step lasts, such as 7');
  return reduce
    ? { pattern: { kind: 'reduce', reduction: reduce, every } }
    : { pattern: { kind: 'percent', percent: percent ?? { value: 0, unit: '%' }, every } };
}
