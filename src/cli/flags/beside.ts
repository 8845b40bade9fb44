import { besideFields } from '../../contract/fields/check.js';
import type { Read } from '../typed/read.js';
import { fieldFlag } from './flag.js';

/** Names with commas between them, or several behind one flag. */
function readNames(texts: readonly string[]): Read<readonly string[]> {
  const names = texts.flatMap((text) => text.split(',')).map((each) => each.trim());
  const right = names.length > 0 && names.length <= 100 && names.every((each) => each !== '' && isName(each));
  return right ? { ok: names } : { wrong: 'it takes names, with commas between them' };
}

/** In letters, with what stands in names of drugs; made when it is used, since its classes are costly to load. */
function isName(text: string): boolean {
  return text.length <= 200 && /^(?=.*\p{L})[\p{L}\p{N} .'()/+%-]+$/u.test(text);
}

const group = 'Other drugs and conditions';

/** The patient's other drugs and conditions. */
export const besideFlags = {
  with: { ...fieldFlag(besideFields.drugs, { to: 'drugs', takes: '<name...>', group }), readAll: readNames },
  condition: {
    ...fieldFlag(besideFields.conditions, { to: 'conditions', takes: '<name...>', group }),
    readAll: readNames,
  },
};
