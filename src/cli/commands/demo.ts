import { flowLines, hang } from '../../report/render/flow.js';
import type { Run } from '../command.js';
import { screenFlags } from '../flags/output.js';

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

/** Lines of an answer that hold its warnings, and the beginning of its table at least. */
const opening = 14;

export const demo = {
  flags: screenFlags,
  examples: [['baclofen demo', 'an invented patient; page through it with baclofen demo | less']],
  run({ shell, again }) {
    const say = (words: string) => shell.out(`${flowLines(words, shell.columns).join('\n')}\n`);
    say('An invented patient, to show what the tool does; no advice for anyone.');
    const codes = walk.map(([what, line], index) => {
      shell.out(`\n${hang(`${index + 1}.`, what, shell.columns)}\n\n$ baclofen ${line}\n`);
      const { code, answer } = again(line.split(' '));
      const { shown, left } = beginning(answer);
      shell.out(shown);
      if (left > 0) say(`\n(${left} more lines, down to the sources.)`);
      return code;
    });
    shell.out('\n');
    say('Each command has its own help: baclofen titrate --help.');
    return Math.max(...codes);
  },
} satisfies Run;

/** An answer up to the first gap after its opening. */
function beginning(answer: string): { shown: string; left: number } {
  const lines = answer.trimEnd().split('\n');
  const gap = lines.findIndex((line, index) => index >= opening && line === '');
  return gap === -1
    ? { shown: answer, left: 0 }
    : { shown: `${lines.slice(0, gap).join('\n')}\n`, left: lines.length - gap - 1 };
}
