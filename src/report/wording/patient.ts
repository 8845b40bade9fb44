import type { BriefParameters } from '../../core/answer/brief.js';
import type { Patient } from '../../core/patient/patient.js';
import type { Estimate } from '../../core/renal-function/types.js';
import type { Quantity } from '../../core/values/quantity.js';
import { isBelow } from '../../core/values/thresholds.js';
import { formatNumber } from '../number.js';
import { formatQuantity } from '../quantity.js';

/** What an estimate is called. */
export const methodNames: Readonly<Record<Estimate['method'], string>> = {
  'given-clearance': 'clearance as given',
  'given-egfr': 'eGFR as given',
  'cockcroft-gault': 'Cockcroft-Gault',
  'ckd-epi-2021': 'CKD-EPI 2021',
  'ckd-epi-2021-deindexed': 'eGFR for this body size',
  schwartz: 'bedside Schwartz, of a child',
};

type Naming = Pick<BriefParameters, 'adultFrom'>;

/** The patient as understood: "woman of 72, 60 kg, 162 cm, creatinine 1.4 mg/dL"; empty where nothing is known. */
export function patientWords(patient: Patient = {}, { adultFrom }: Naming, deciding?: Estimate): string {
  const { weight, height, creatinine, dialysis, spinalCordInjury, usedFor } = patient;
  return [
    personWords(patient, adultFrom),
    ...[weight, height].map((each) => each && formatQuantity(each)),
    creatinine && `creatinine ${formatQuantity(creatinine)}`,
    deciding && clearanceWords(deciding),
    dialysis && 'on dialysis',
    spinalCordInjury && (spinalCordInjury === 'unspecified' ? 'spinal cord injury' : spinalCordInjury),
    usedFor && `used for ${formatQuantity(usedFor)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The number that decides the band and, where it was not given, how it was got. */
export function clearanceWords({ method, value, weight }: Estimate): string {
  switch (method) {
    case 'given-clearance':
      return `clearance ${formatQuantity(value)}`;
    case 'given-egfr':
      return `eGFR ${formatQuantity(value)}`;
    default: {
      const by = weight ? `, ${weight.kind} weight` : '';
      return `${formatQuantity(value)} (${methodNames[method]}${by})`;
    }
  }
}

function personWords({ age, sex }: Patient, adultFrom: Quantity<'a'>): string {
  if (age === undefined) return sex === undefined ? '' : sex === 'female' ? 'woman' : 'man';
  const young = isBelow(age.value, adultFrom.value);
  const who = sex === undefined ? (young ? 'child' : 'patient') : young ? youngNames[sex] : adultNames[sex];
  return `${who} of ${ageWords(age.value)}`;
}

const adultNames = { female: 'woman', male: 'man' } as const;
const youngNames = { female: 'girl', male: 'boy' } as const;

/** "72 years", "7 years and 11 months". */
function ageWords(years: number): string {
  const whole = Math.floor(years);
  const months = Math.round((years - whole) * 12);
  const said = [
    ...(whole > 0 ? [`${formatNumber(whole)} ${whole === 1 ? 'year' : 'years'}`] : []),
    ...(months > 0 && months < 12 ? [`${months} ${months === 1 ? 'month' : 'months'}`] : []),
  ];
  return said.join(' and ') || `${formatNumber(years)} years`;
}
