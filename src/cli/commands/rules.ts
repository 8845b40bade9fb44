import { presentRules } from '../../report/rules.js';
import type { Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';

export const rules = {
  flags: outputFlags,
  examples: [
    ['baclofen rules', 'start, step, interval, ceiling and response check of each'],
    ['baclofen titrate --start 5 --rules de', 'a plan under the rules of one'],
  ],
  run({ parameters, raw, shell }) {
    const flags = readFlags(outputFlags, raw, shell);
    const { rules: sets } = parameters.titration;
    printReference(presentRules(sets), { rules: sets }, contextOf('rules', parameters), flags, shell);
    return 0;
  },
} satisfies Run;
