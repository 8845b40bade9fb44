import type { Command } from 'commander';
import { milk as calculated } from '../../calculations/milk.js';
import { parseClockTime } from '../../core/values/clock.js';
import { InputError } from '../../core/values/input-error.js';
import { presentMilkDay } from '../../report/milk.js';
import type { Run } from '../command.js';
import { amount } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { takes } from '../flags/reader.js';
import { contextOf, printOutcome } from '../print.js';

const doseWords = 'each dose of the mother in mg above 0, such as 20';
const timesWords = 'the times of the doses from 00:00 to 23:59 with commas between, at most 8: 06:00,14:00,22:00';

const readers = {
  dose: amount('mg', 'mg', { takes: doseWords, above: 0, to: 200 }),
  times: takes((text) => {
    const times = text.split(',');
    return times.length <= 8 && times.every((time) => parseClockTime(time) !== undefined) ? times : undefined;
  }, timesWords),
  ...outputFlags,
};

export const milk = {
  readers,
  examples: [
    ['baclofen milk --dose 20 --times 06:00,11:20,16:40,22:00', 'four doses a day'],
    ['baclofen milk --dose 10 --times 08:00,14:00,20:00 --format csv', 'the curve as numbers'],
  ],
  flags(command: Command): Command {
    return command
      .optionsGroup('Mother:')
      .option('--dose <mg>', 'each dose, by mouth')
      .option('--times <times>', 'times of the doses, every day: 06:00,14:00,22:00');
  },
  run({ parameters, raw, shell }) {
    const flags = readFlags(readers, raw);
    const { dose, times } = flags;
    if (dose === undefined) throw new InputError('dose', 'nothing', doseWords);
    if (times === undefined) throw new InputError('times', 'nothing', timesWords);
    return printOutcome(
      calculated({ dose, times }, parameters),
      presentMilkDay,
      contextOf('milk', parameters),
      flags,
      shell,
    );
  },
} satisfies Run;
