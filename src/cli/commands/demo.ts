import type { Command } from 'commander';
import type { Run } from '../command.js';

/** One invented patient, a command line at a time. */
const walk: readonly (readonly [what: string, line: string])[] = [
  ['A woman of 34 with multiple sclerosis begins. Her kidneys are well.', 'titrate --start 5'],
  ['At 60 mg per day she falls ill, and her clearance to 25 mL/min.', 'renal --crcl 25 --daily-dose 60'],
  ['Baclofen has to come down, and never at once.', 'taper --days 14 --from 60'],
  [
    'Two years later, well again, she takes 30 mg per day and breastfeeds.',
    'infant-dose --maternal-dose 30 --maternal-weight 60',
  ],
];

export const demo = {
  examples: [['baclofen demo', 'an invented patient; page through it with baclofen demo | less']],
  flags: (command: Command) => command,
  run({ shell, again }) {
    shell.out('An invented patient, to show what the tool does; no advice for anyone.\n');
    const codes = walk.map(([what, line], index) => {
      shell.out(`\n${index + 1}. ${what}\n\n$ baclofen ${line}\n`);
      return again(line.split(' '));
    });
    shell.out('\nEach command has its own help: baclofen titrate --help.\n');
    return Math.max(...codes);
  },
} satisfies Run;
