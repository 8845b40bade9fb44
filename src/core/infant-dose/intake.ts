import { type Citation, type Cited, type CitedText, cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAtMost } from '../values/thresholds.js';
import { type InfantAge, monthsAtLeast } from './age.js';

/** Measured milk intake; where it was not exclusive, the infants ate other food too. */
export interface IntakeAtAge {
  readonly age: Quantity<'mo'>;
  readonly exclusive: boolean;
  readonly intake: Cited<'mL/kg/d'>;
}

export interface MilkIntakeParameters {
  readonly intake: Cited<'mL/kg/d'>;
  readonly cautiousIntake: Cited<'mL/kg/d'>;
  /** Measured intake by age, youngest first. */
  readonly intakeByAge: readonly IntakeAtAge[];
  readonly betweenAges: CitedText;
}

export interface MilkIntakeRequest {
  readonly intake?: Quantity<'mL/kg/d'>;
  /** Age for which the measured intake is shown beside the standard one. */
  readonly infantAge?: InfantAge;
}

/** How much milk an infant takes, and who says so. */
export interface MilkIntake {
  readonly intake: Quantity<'mL/kg/d'>;
  readonly kind: 'asked' | 'by-age' | 'standard' | 'cautious';
  readonly citations: readonly Citation[];
}

/** The asked intake first, or the standard one, then the published one for the age and the cautious one; each once. */
export function milkIntakes(request: MilkIntakeRequest, parameters: MilkIntakeParameters): MilkIntake[] {
  const { intake: standard, cautiousIntake, betweenAges } = parameters;
  const forAge = request.infantAge && intakeAt(request.infantAge, parameters)?.intake;
  const all: MilkIntake[] = [
    ...(request.intake ? [asked(request.intake, standard)] : []),
    asStandard(standard),
    ...(forAge ? [{ intake: plain(forAge), kind: 'by-age' as const, citations: cite(forAge, betweenAges) }] : []),
    { intake: plain(cautiousIntake), kind: 'cautious', citations: cite(cautiousIntake) },
  ];
  return all.filter(({ intake }, index) => index === all.findIndex((each) => each.intake.value === intake.value));
}

/** What was asked for, called the standard where it is that. */
function asked(intake: Quantity<'mL/kg/d'>, standard: Cited<'mL/kg/d'>): MilkIntake {
  return intake.value === standard.value ? asStandard(standard) : { intake, kind: 'asked', citations: [] };
}

function asStandard(standard: Cited<'mL/kg/d'>): MilkIntake {
  return { intake: plain(standard), kind: 'standard', citations: cite(standard) };
}

/** The published intake at the next younger age, so never a lower one; undefined outside the published ages. */
export function intakeAt(
  age: InfantAge,
  { intakeByAge }: Pick<MilkIntakeParameters, 'intakeByAge'>,
): IntakeAtAge | undefined {
  const months = monthsAtLeast(age);
  const oldest = Math.max(...intakeByAge.map((each) => each.age.value));
  if (isAbove(months, oldest)) return undefined;
  return intakeByAge.filter((each) => isAtMost(each.age.value, months)).at(-1);
}
