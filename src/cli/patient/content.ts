import type { FilePart, LeftOut, PatientFile, TakenPart } from '../../core/patient/file.js';
import type { Quantity } from '../../core/values/quantity.js';

/** What a part can be in a file. */
export type PartValue = TakenPart['value'] | boolean;

/** One part that a file tells, and where it stands there. */
export interface ContentPart extends Pick<TakenPart, 'from' | 'date' | 'old' | 'timesDaily'> {
  readonly part: FilePart;
  /** @throws InputError where what stands there cannot be used; asked only where no flag stands instead. */
  readonly value: () => PartValue;
}

/** What a file tells of one patient. */
export interface PatientContent {
  readonly form: PatientFile['form'];
  readonly parts: readonly ContentPart[];
  readonly leftOut: readonly LeftOut[];
}

const day = 24 * 60 * 60 * 1000;

/** Whole days from one date to another, both YYYY-MM-DD; a date without a day or a month counts as its first. */
export function daysBetween(from: string, to: string): Quantity<'d'> {
  return { value: Math.round((Date.parse(to) - Date.parse(from)) / day), unit: 'd' };
}
