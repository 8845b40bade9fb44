import { taper as calculated } from '../../calculations/taper.js';
import { patternFields, taperFields } from '../../contract/fields/dose.js';
import type { TaperPattern } from '../../core/taper/levels.js';
import type { CurrentDose, TaperRequest } from '../../core/taper/types.js';
import { InputError } from '../../core/values/input-error.js';
import { presentTaper } from '../../report/taper.js';
import { taperDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { productFlags, readCurrentDose, sheetFlags } from '../flags/dose.js';
import { fieldFlag, flag, type Given, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { rulesFlags } from '../flags/rules.js';
import { doseTaken, patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const group = 'Dose';

const timesFlags = { times: fieldFlag(taperFields.timesDaily, { to: 'timesDaily', takes: '<number>', group }) };

const flags = {
  from: flag<CurrentDose>({
    takes: '<dose>',
    group,
    main: true,
    words: 'present dose: mg per day (60), or dose and times per day (20x3)',
    read: readCurrentDose,
  }),
  days: fieldFlag(patternFields.days, { takes: '<days>', group, main: true }),
  reduce: fieldFlag(patternFields.reduction, { takes: '<mg>', group, main: true }),
  percent: fieldFlag(patternFields.percent, { takes: '<percent>', group, main: true }),
  every: fieldFlag(patternFields.every, { takes: '<days>', group, main: true }),
  ...timesFlags,
  ...productFlags,
  ...patientFlags,
  ...patientFileFlags,
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
    ['baclofen taper --days 14 --from 60 --format html --output plan.html', 'a page to print'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const read = readFlags(flags, raw, shell);
    const given = patientGiven(read, call, read.from ? 'flag instead' : 'taken');
    const from = read.from ?? doseTaken(given.patientFile);
    const request: TaperRequest = {
      pattern: patternOf(read),
      ...(from && { from }),
      ...placed(timesFlags, read),
      ...placed(rulesFlags, read),
      ...given,
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

function patternOf({ days, reduce, percent, every }: Given<typeof flags>): TaperPattern {
  const given = [days && '`days`', reduce && '`reduction`', percent && '`percent`'].filter(
    (each) => each !== undefined,
  );
  if (given.length > 1) throw new InputError('', given.join(' and '), 'only one of them');
  if (days) {
    if (every)
      throw new InputError('every', `"${every.value}" beside \`days\``, '`reduction` or `percent` instead of `days`');
    return { kind: 'days', days };
  }
  if (reduce === undefined && percent === undefined) {
    throw new InputError(
      'days',
      'nothing',
      'a whole number of days until zero, such as 14; or give `reduction` or `percent` with `every`',
    );
  }
  if (every === undefined) throw new InputError('every', 'nothing', 'the days that each step lasts, such as 7');
  return reduce
    ? { kind: 'reduce', reduction: reduce, every }
    : { kind: 'percent', percent: percent ?? { value: 0, unit: '%' }, every };
}
