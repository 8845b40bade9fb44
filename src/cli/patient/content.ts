import type { WrittenOrder } from '../../core/check/types.js';
import type { FilePart, LeftOut, PatientFile, RecordLists, RecordRemark, TakenPart } from '../../core/patient/file.js';

/** What a part can be in a file. */
export type PartValue = TakenPart['value'] | boolean;

/** One part that a file tells, and where it stands there. */
export interface ContentPart
  extends Pick<
    TakenPart,
    'from' | 'date' | 'old' | 'status' | 'timesDaily' | 'dailyDose' | 'doses' | 'strength' | 'packet'
  > {
  readonly part: FilePart;
  /** @throws InputError where what stands there cannot be used; asked only where no flag stands instead. */
  readonly value: () => PartValue;
}

/** What a file tells of one patient. */
export interface PatientContent extends Partial<RecordLists> {
  readonly form: PatientFile['form'];
  readonly subject?: string;
  readonly parts: readonly ContentPart[];
  readonly leftOut: readonly LeftOut[];
  readonly remarks?: readonly RecordRemark[];
  /** Orders of baclofen, drafted or active. */
  readonly orders?: readonly WrittenOrder[];
}
