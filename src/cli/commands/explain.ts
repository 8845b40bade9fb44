import { calculations } from '../../calculations.js';
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

export const explain = {
  flags: outputFlags,
  examples: [
    ['baclofen titrate --start 5 --json > plan.json', 'saves a result'],
    ['baclofen explain plan.json', 'computes it again, with the data of today'],
  ],
  run({ parameters, raw, argument, shell }) {
    const flags = readFlags(outputFlags, raw, shell);
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
  const again: Outcome<unknown, unknown> = calculations[command].ask(answer.request, parameters);
  const today: object = JSON.parse(JSON.stringify(toAnswer(again, contextOf(command, parameters))));
  const changes = changesBetween({ ...answer, version: '', data: '' }, { ...today, version: '', data: '' });
  const first = changes.filter(({ path }) => /^(outcome|plan|refusal)/.test(path));
  return [...first, ...changes.filter((change) => !first.includes(change))];
}
