import { type Notice, notice } from '../answer/notice.js';
import { type Cited, type CitedText, cite, plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import { daysOf, type InfantAge } from './age.js';

/** What makes an infant more vulnerable, and from which value on. */
export interface CautionParameters {
  readonly termFrom: Cited<'wk'>;
  readonly pretermReason: CitedText;
  readonly youngBelow: Cited<'mo'>;
  readonly youngBelowDays: Cited<'d'>;
  readonly clearanceBelow: Cited<'mL/min'>;
  readonly exposedBeforeBirth: CitedText;
  readonly sedatives: CitedText;
  /** So many times above or below the published level, a measured one is questioned. */
  readonly farFromPublished: Cited<'1'>;
}

/** What is known of mother and infant beside doses, weights and milk. */
export interface Circumstances {
  /** Gestational age at birth. */
  readonly gestationalAge?: Quantity<'wk'>;
  /** Age since birth. */
  readonly infantAge?: InfantAge;
  readonly exposedBeforeBirth?: boolean;
  readonly maternalClearance?: Quantity<'mL/min'>;
  /** Other drugs of the mother or of the infant, and conditions of the mother, by name. */
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Those of the drugs that sedate. */
  readonly sedatives?: readonly string[];
}

/** The warnings that the circumstances call for, each from its own input; `scaled` where the level was not measured. */
export function infantCautions(circumstances: Circumstances, scaled: boolean, parameters: CautionParameters): Notice[] {
  const { gestationalAge, exposedBeforeBirth, maternalClearance, sedatives } = circumstances;
  const { termFrom, pretermReason, clearanceBelow } = parameters;
  const warnings: Notice[] = [];
  if (exposedBeforeBirth) {
    warnings.push(notice('infant-exposed-before-birth', {}, cite(parameters.exposedBeforeBirth)));
  }
  if (gestationalAge && isBelow(gestationalAge.value, termFrom.value)) {
    warnings.push(notice('infant-preterm', { gestationalAge, below: plain(termFrom) }, cite(termFrom, pretermReason)));
  }
  warnings.push(...youngInfant(circumstances, parameters));
  if (maternalClearance && isBelow(maternalClearance.value, clearanceBelow.value)) {
    const params = { clearance: maternalClearance, below: plain(clearanceBelow), scaled };
    warnings.push(notice('maternal-clearance-reduced', params, cite(clearanceBelow)));
  }
  if (sedatives && sedatives.length > 0) {
    warnings.push(notice('other-sedatives', { names: sedatives }, cite(parameters.sedatives)));
  }
  return warnings;
}

function youngInfant({ infantAge }: Circumstances, parameters: CautionParameters): Notice[] {
  const { youngBelow, youngBelowDays } = parameters;
  if (infantAge === undefined) return [];
  const days = daysOf(infantAge);
  const young = days === undefined ? isBelow(infantAge.value, youngBelow.value) : isBelow(days, youngBelowDays.value);
  if (!young) return [];
  const citations = days === undefined ? cite(youngBelow) : cite(youngBelow, youngBelowDays);
  return [notice('infant-young', { age: infantAge, below: plain(youngBelow) }, citations)];
}
