import { milk as calculated } from '../../calculations/milk.js';
import { milkDayFields } from '../../contract/fields/milk.js';
import { parseClockTime } from '../../core/values/clock.js';
import { InputError } from '../../core/values/input-error.js';
import { presentMilkDay } from '../../report/milk.js';
import type { Run } from '../command.js';
import { fieldFlag, flag } from '../flags/flag.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printOutcome } from '../print.js';

const timesWords = 'the times of the doses from 00:00 to 23:59 with commas between, at most 8: 06:00,14:00,22:00';

const flags = {
  dose: fieldFlag(milkDayFields.dose, { takes: '<mg>', group: 'Mother', main: true }),
  times: flag<readonly string[]>({
    takes: '<times>',
    group: 'Mother',
    main: true,
    words: 'times of the doses, every day: 06:00,14:00,22:00',
    read: (text) => {
      const times = text.split(',');
      const right = times.length <= 8 && times.every((time) => parseClockTime(time) !== undefined);
      return right ? { ok: times } : { wrong: `it takes ${timesWords}` };
    },
  }),
  ...outputFlags,
};

export const milk = {
  flags,
  examples: [
    ['baclofen milk --dose 20 --times 06:00,11:20,16:40,22:00', 'four doses a day'],
    ['baclofen milk --dose 10 --times 08:00,14:00,20:00 --format csv', 'the curve as numbers'],
  ],
  run({ parameters, raw, shell }) {
    const given = readFlags(flags, raw, shell);
    const { dose, times } = given;
    if (dose === undefined) {
      throw new InputError('dose', 'nothing', 'each dose of the mother in mg above 0, such as 20');
    }
    if (times === undefined) throw new InputError('times', 'nothing', timesWords);
    const outcome = calculated({ dose, times }, parameters);
    return printOutcome(outcome, presentMilkDay, contextOf('milk', parameters), given, shell);
  },
} satisfies Run;
