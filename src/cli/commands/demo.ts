import { flowLines, hang } from '../../report/render/flow.js';
import type { Run } from '../command.js';
import { screenFlags } from '../flags/output.js';

/** One invented patient, a command line at a time, and how many rows of each answer are shown. */
const walk: readonly (readonly [what: string, line: string, rows: number])[] = [
  ['A woman of 34 with multiple sclerosis begins. Her kidneys are well.', 'titrate --start 5 --age 34', 7],
  ['At 60 mg per day she falls ill, and her clearance to 25 mL/min.', 'renal --crcl 25 --daily-dose 60', 3],
  ['Baclofen has to come down, and never at once.', 'taper --days 14 --from 60 --crcl 25', 4],
  ['Later, on 30 mg per day in pregnancy, she has a newborn of 2.9 kg.', 'newborn --weight 2.9 --regimen a', 3],
  ['She breastfeeds and asks how much reaches the child.', 'infant-dose --maternal-dose 30 --exposed-before-birth', 3],
  ['And when in the day the milk holds most.', 'milk --dose 10 --times 06:00,14:00,22:00', 3],
];

export const demo = {
  flags: screenFlags,
  examples: [['baclofen demo', 'an invented patient, on two screens']],
  run({ shell, again }) {
    const say = (words: string) => shell.out(`${flowLines(words, shell.columns).join('\n')}\n`);
    say('An invented patient, to show what the tool does; no advice for anyone.');
    const codes = walk.map(([what, line, rows], index) => {
      shell.out(`\n${hang(`${index + 1}.`, what, shell.columns)}\n$ baclofen ${line}\n`);
      const { code, answer } = again(line.split(' '));
      shell.out(beginning(answer, rows));
      return code;
    });
    say('\nOf each answer its first rows. Type a line to see all of it; baclofen titrate -h shows its flags.');
    return Math.max(...codes);
  },
} satisfies Run;

/** The first rows of an answer below its title, without what only makes room. */
function beginning(answer: string, rows: number): string {
  const said = answer.split('\n').slice(1);
  return `${said
    .filter((row) => !/^[- ]*$/.test(row))
    .slice(0, rows)
    .join('\n')}\n`;
}
