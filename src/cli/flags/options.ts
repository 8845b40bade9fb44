import type { Parameters } from '../../parameters/load.js';
import type { Flag } from './flag.js';
import { flagged } from './names.js';

/** What help says of a flag: what it is for, and what stands in its place where it is left out. */
export function helpWords(flag: Flag, parameters: Parameters | undefined): string {
  const usual = parameters && flag.default?.(parameters);
  return usual === undefined ? flagged(flag.words) : `${flagged(flag.words)} (default: ${usual})`;
}

/** The words that a flag takes, where these are finite. */
export function valuesOf({ values }: Flag, parameters: Parameters): readonly string[] {
  return typeof values === 'function' ? values(parameters) : (values ?? []);
}
