import { InputError } from '../../core/values/input-error.js';
import type { OutputFlags } from '../flags/output.js';
import type { Saving } from '../save.js';
import type { Shell } from '../shell.js';

/** Where rows go: to the terminal or a pipe, or into a file that is there whole or not at all. */
export function sinkOf({ output, force }: Pick<OutputFlags, 'output' | 'force'>, shell: Shell): Saving {
  if (output !== undefined) return shell.saveParts(output, force ?? false);
  if (force) throw new InputError('force', 'no --output', 'its place beside --output');
  return {
    write: (text) => (typeof text === 'string' ? shell.out(text) : shell.outBytes(text)),
    done: () => {},
    drop: () => {},
  };
}
