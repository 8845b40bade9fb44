import type { Command } from 'commander';
import { hang } from '../../report/render/flow.js';
import type { Run } from '../command.js';

/** One invented patient, a command line at a time. */
const walk: readonly (readonly [what: string, line: string])[] = [
  ['A woman of 34 with multiple sclerosis begins. Her kidneys are well.', 'titrate --start 5 --age 34'],
  ['Where she lives, the label may say otherwise.', 'rules'],
  ['At 60 mg per day she falls ill, and her clearance to 25 mL/min.', 'renal --crcl 25 --daily-dose 60'],
  ['Baclofen has to come down, and never at once.', 'taper --days 14 --from 60 --crcl 25'],
  [
    'Two years later, well again, she has taken 30 mg per day in pregnancy. Her newborn weighs 2.9 kg.',
    'newborn --weight 2.9 --regimen a',
  ],
  ['She breastfeeds and asks how much reaches the child.', 'infant-dose --maternal-dose 30 --exposed-before-birth'],
  ['And when in the day the milk holds most.', 'milk --dose 10 --times 06:00,14:00,22:00'],
];

export const demo = {
  examples: [['baclofen demo', 'an invented patient; page through it with baclofen demo | less']],
  flags: (command: Command) => command,
  run({ shell, again }) {
    shell.out('An invented patient, to show what the tool does; no advice for anyone.\n');
    const codes = walk.map(([what, line], index) => {
      shell.out(`\n${hang(`${index + 1}.`, what, shell.columns)}\n\n$ baclofen ${line}\n`);
      return again(line.split(' '));
    });
    shell.out('\nEach command has its own help: baclofen titrate --help.\n');
    return Math.max(...codes);
  },
} satisfies Run;
