import { InputError } from '../../core/values/input-error.js';
import type { OutputFlags } from '../flags/output.js';
import type { Saving } from '../save.js';
import type { Shell } from '../shell.js';

/** So many characters are written at once: a call for each row would take longer than the row. */
const atOnce = 64 * 1024;

/** Where rows go: to the terminal or a pipe, or into a file that is there whole or not at all. */
export function sinkOf({ output, force }: Pick<OutputFlags, 'output' | 'force'>, shell: Shell): Saving {
  if (output === undefined) {
    if (force) throw new InputError('force', 'no --output', 'its place beside --output');
    return gathering({ write: shell.out, done: () => {}, drop: () => {} });
  }
  return gathering(shell.saveParts(output, force ?? false));
}

function gathering(target: Saving): Saving {
  let gathered = '';
  return {
    write: (text) => {
      gathered += text;
      if (gathered.length < atOnce) return;
      target.write(gathered);
      gathered = '';
    },
    done: () => {
      if (gathered !== '') target.write(gathered);
      target.done();
    },
    drop: target.drop,
  };
}
