import type { CommandRequest } from '../answer/command-request.js';
import type { PatientFile } from '../patient/file.js';
import type { Patient } from '../patient/patient.js';
import type { Estimate } from '../renal-function/types.js';
import type { Country } from '../titration/rules.js';
import type { StatementHere } from '../titration/types.js';
import type { Citation, Statement } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';

export interface RenalRequest {
  readonly patient: Patient;
  /** Where the patient's data were read from, for the record. */
  readonly patientFile?: PatientFile;
  /** What the patient takes now, mg/d. */
  readonly dailyDose?: Quantity<'mg/d'>;
  /** Whose label is followed; the United States where left out. */
  readonly rules?: Country;
}

/** What to do: titrate by these daily doses, stay or come down from the present one, or avoid. */
export type RenalRecommendation =
  | {
      readonly action: 'usual' | 'reduce';
      /** Every level that this patient may have, as titrate plans them; absent for somebody who takes the drug. */
      readonly dailyDoses?: readonly Quantity<'mg/d'>[];
      readonly timesDaily?: readonly number[];
      readonly interval: Quantity<'d'>;
      readonly ceiling: Quantity<'mg/d'>;
      readonly fraction?: { readonly numerator: number; readonly denominator: number };
      readonly citations: readonly Citation[];
    }
  | { readonly action: 'avoid'; readonly reason: Statement; readonly citations: readonly Citation[] };

export interface RenalPlan {
  readonly estimates: readonly Estimate[];
  readonly deciding?: Estimate;
  readonly band: {
    readonly id: string;
    readonly from: Quantity<'mL/min'>;
    readonly below: Quantity<'mL/min'> | null;
    readonly citations: readonly Citation[];
  };
  readonly recommendation: RenalRecommendation;
  /** The line that mends or goes on from the present dose, or that starts. */
  readonly next: readonly CommandRequest[];
  readonly accumulation: Statement;
  readonly rules: Country;
  readonly disagreements: readonly StatementHere[];
}
