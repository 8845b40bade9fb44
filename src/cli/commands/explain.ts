import type { Command } from 'commander';
import type { Outcome } from '../../core/answer/outcome.js';
import { InputError } from '../../core/values/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import { toAnswer } from '../../report/answer.js';
import { presentExplanation } from '../../report/explain.js';
import type { Run } from '../command.js';
import { type Change, changesBetween } from '../explain/changes.js';
import { readSaved, type Saved } from '../explain/saved.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';
import { calculate as infantDose } from './infant-dose.js';
import { calculate as intrathecal } from './intrathecal.js';
import { calculate as levels } from './levels.js';
import { calculate as milk } from './milk.js';
import { calculate as newborn } from './newborn.js';
import { calculate as renal } from './renal.js';
import { calculate as taper } from './taper.js';
import { calculate as titrate } from './titrate.js';

const calculations = { titrate, renal, taper, 'infant-dose': infantDose, milk, newborn, levels, intrathecal };

export const explain = {
  readers: outputFlags,
  examples: [
    ['baclofen titrate --start 5 --json > plan.json', 'saves a result'],
    ['baclofen explain plan.json', 'computes it again, with the data of today'],
  ],
  flags: (command: Command) => command,
  run({ parameters, raw, argument, shell }) {
    const flags = readFlags(outputFlags, raw);
    if (argument === undefined) throw new InputError('<file>', 'nothing', 'a result saved with --json');
    const saved = readSaved(argument, shell);
    const changes = changesSince(saved, parameters);
    const { version, data } = saved.answer;
    const content = { of: saved.command, saved: { version, data }, changed: changes.length > 0, changes };
    printReference(
      presentExplanation({ ...content, now: contextOf('explain', parameters) }),
      content,
      contextOf('explain', parameters),
      flags,
      shell,
    );
    return 0;
  },
} satisfies Run;

/** Computes the saved request again. Version and date of the data are what the comparison is between. */
function changesSince({ command, answer }: Saved, parameters: Parameters): Change[] {
  // The contract has proven the request to be what the command takes.
  const again: Outcome<object, unknown> = calculations[command](answer.request as never, parameters);
  const today: object = JSON.parse(JSON.stringify(toAnswer(again, contextOf(command, parameters))));
  const changes = changesBetween({ ...answer, version: '', data: '' }, { ...today, version: '', data: '' });
  const first = changes.filter(({ path }) => /^(outcome|plan|refusal)/.test(path));
  return [...first, ...changes.filter((change) => !first.includes(change))];
}
