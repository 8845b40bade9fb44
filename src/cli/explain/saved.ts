import type * as z from 'zod/mini';
import { InputError } from '../../core/values/input-error.js';
import { contract } from '../contract/contract.js';
import { printable } from '../flags/printable.js';
import { type InputFile, isTooDeep, parseJson, readInput } from '../input-file.js';
import type { Shell } from '../shell.js';

const takes = 'a result that baclofen printed with --json';

export type Command = keyof typeof contract;

/** A saved answer, and the command that it answers. */
export interface Saved {
  readonly command: Command;
  readonly answer: z.infer<(typeof contract)[Command]>;
}

/** Reads a saved answer and proves it against the contract. @throws InputError where it is none. */
export function readSaved(path: string, shell: Shell): Saved {
  const file = readInput(path, '<file>', takes, shell);
  if (isTooDeep(file.text)) throw refused(file, 'which is nested too deep');
  const content = parseJson(file.text);
  if (content === undefined) throw refused(file, 'which is not JSON');
  const schema = typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined;
  const command = (Object.keys(contract) as Command[]).find((each) => schema === `baclofen/${each}@1`);
  if (command === undefined) {
    throw refused(file, schema === undefined ? 'which is no result' : `with the schema "${printable(String(schema))}"`);
  }
  const result = contract[command].safeParse(content);
  if (result.success) return { command, answer: result.data };
  const where = result.error.issues[0]?.path.join('.') || 'the whole';
  throw refused(file, `where ${printable(where)} is not as baclofen ${command} prints it`);
}

function refused({ field, name }: InputFile, what: string): InputError {
  return new InputError(field, `${name}, ${what}`, takes);
}
