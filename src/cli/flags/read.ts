import { InputError } from '../../core/values/input-error.js';
import type { Read } from '../typed/read.js';
import type { Flag, Flags, Given, Reading } from './flag.js';
import { typed } from './printable.js';

/** Reads what was typed behind the flags. @throws InputError for every flag that is not as it should be, at once. */
export function readFlags<F extends Flags>(
  flags: F,
  raw: Readonly<Record<string, unknown>>,
  reading: Reading,
): Given<F> {
  const errors: InputError[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(raw)) {
    const flag = flags[name];
    if (flag === undefined) throw new Error(`nothing reads the flag ${name}`);
    const read = readOne(flag, text, reading);
    if ('ok' in read) given[name] = read.ok;
    else errors.push(new InputError(flagField(name), typed(String(text)), read));
  }
  if (errors.length > 0) throw InputError.of(errors);
  return given as Given<F>;
}

/** A flag is named as it was typed. */
function flagField(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function readOne({ read, readAll }: Flag, given: unknown, reading: Reading): Read<unknown> {
  if (readAll && Array.isArray(given)) return readAll(given.map(String));
  return read && typeof given === 'string' ? read(given, reading) : { ok: given };
}

/** What a flag takes, for one without its value: the clause behind what was got. */
export function missing(flag: Flag, name: string, reading: Reading): { readonly wrong: string } {
  const read = flag.readAll ? flag.readAll(['']) : flag.read?.('', reading);
  return read && 'wrong' in read ? read : { wrong: `it takes ${name.toUpperCase()}: ${flag.words}` };
}
