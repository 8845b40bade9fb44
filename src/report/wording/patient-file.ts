import type { FilePart, LeftOut, RecordRemark, SpokenOf } from '../../core/patient/file.js';

const names: Readonly<Record<SpokenOf, string>> = {
  age: 'age',
  sex: 'sex',
  weight: 'weight',
  height: 'height',
  creatinine: 'creatinine',
  creatinineClearance: 'creatinine clearance',
  egfr: 'eGFR',
  dialysis: 'dialysis',
  spinalCordInjury: 'spinal cord injury',
  hypersensitivity: 'hypersensitivity',
  usedFor: 'length of use',
  currentDose: 'present dose',
  baclofenNamed: 'present dose',
  allergy: 'allergy to baclofen',
  transplant: 'transplant',
  kidneyDisease: 'disease of the kidney',
  pump: 'pump into the spinal fluid',
  pregnancy: 'pregnancy',
};

/** What a part of a patient is called at the start of a line. */
export function partName(part: FilePart): string {
  const name = names[part];
  return part === 'egfr' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export function partNames(parts: readonly SpokenOf[]): string {
  return parts.map((part) => names[part]).join(', ');
}

/** "a creatinine", "an eGFR". */
export function onePart(part: SpokenOf): string {
  return `${part === 'egfr' ? 'an' : 'a'} ${names[part]}`;
}

/** Where something stands that was left out: the first place, and how many more. */
export function placeWords({ from, more }: Pick<LeftOut, 'from' | 'more'>): string {
  return more === undefined ? from : `${from} and ${more} more`;
}

/** Why something in a file was not taken. */
export function leftOutReason({
  why,
  element,
  text,
  status,
}: Pick<LeftOut, 'why' | 'element' | 'text' | 'status'>): string {
  const said = text ?? status;
  const shown = said === undefined ? '' : ` ("${said}")`;
  return `${leftOutWords[why]}${element === undefined ? '' : `: ${element}`}${shown}`;
}

const leftOutWords: Readonly<Record<LeftOut['why'], string>> = {
  gender: 'the gender there is neither female nor male',
  'birth date incomplete': 'the birth date there is not a whole date',
  'dose in words': 'the dose there is not one single structured amount',
  'dose unit': 'the dose there is not in mg',
  'doses disagree': 'the doses there, such as ordered, calculated and given, do not agree',
  timing: 'how often it is taken each day is not stated there as a fixed number from 1 to 4',
  'as needed': 'it is taken as needed',
  route: 'it is not, or not clearly, taken by mouth',
  several: 'the orders and statements on baclofen there do not agree',
  'several steps': 'it has several steps, and not all of them have dates',
  'text disagrees': 'its text may say something else than its numbers',
  'text not understood': 'its text has numbers that were not understood',
  element: 'an element there is not understood',
  ended: 'it has ended',
  'not begun': 'it has not begun',
  course: 'it is a course of so many doses',
  'not taken': 'it is not taken',
  'on hold': 'it is on hold',
  acute: 'it is for an acute course',
  forbidden: 'it says not to give it',
  proposal: 'it is a plan or a draft',
  'not active': 'it is no longer active',
  replaced: 'another order took its place',
  'older standard': 'orders of FHIR DSTU2 are not read',
  'resource not read': 'that kind of resource is not read',
  arbaclofen: 'arbaclofen is another drug',
  'no value': 'there is no value there',
  cancelled: 'it was cancelled',
  'only a bound': 'there is only a bound there',
  'other material': 'it is of urine or another material, or a ratio',
  'not this patient': 'it is of somebody or something else than the patient',
  undated: 'it has no date',
  'not final': 'another gives less, and this one is not final',
  'same day': 'another of the same day gives less',
  'denied or past': 'it is denied, doubtful or past there',
  'long ago': 'it began longer ago than it can last',
  intolerance: 'it is recorded as an intolerance and no allergy',
  'in words': 'it is only said there, and no number is made of it',
};

/** What a record as a whole lacks. */
export const partialWords: Readonly<Record<RecordRemark['what'], string>> = {
  'next page': 'it names a next page that is not in it',
  'fewer than its total': 'it holds fewer results than it says were found',
  subsetted: 'parts of it were taken out',
  'server message': 'a server reports that something went wrong',
  replaced: 'it was merged into that of another patient',
  inactive: 'it is marked as no longer in use',
  reported: 'the order there was reported and not written there',
};
