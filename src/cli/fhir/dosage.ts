import type { LeftOut, WhyLeftOut } from '../../core/patient/file.js';
import { tidy } from '../../core/values/quantity.js';
import { countsTablets, type Drug, liquidStrength, nameOf, strengthOf } from './drug.js';
import {
  type Concept,
  codeOf,
  conceptOf,
  hasContent,
  listOf,
  type Node,
  nodeOf,
  nodesOf,
  notUnderstood,
  textOf,
  wordsOf,
} from './node.js';
import { understoodOfDosage, understoodOfDose, understoodOfQuantity } from './order-elements.js';
import { disagreementOf, type Said } from './order-text.js';
import type { FhirContext } from './resource.js';
import { holdsOn, type Rhythm, rhythmOf } from './timing.js';
import { systemOf, type Vocabulary } from './vocabulary.js';

/** Why an order, or a line of it, was not read. */
export type Why = Pick<LeftOut, 'why' | 'element'>;

/** One line of an order, read: so many mg at each time. */
export interface Line {
  readonly dose: number;
  readonly rhythm: Rhythm;
}

const why = (reason: WhyLeftOut, element?: string): Why => ({ why: reason, ...(element !== undefined && { element }) });

/** Whether a line holds today, by the dates that it has. */
export function lineHolds(dosage: Node, today: string): ReturnType<typeof holdsOn> {
  return holdsOn(nodeOf(nodeOf(dosage.timing)?.repeat)?.boundsPeriod, today);
}

export function isDated(dosage: Node): boolean {
  return hasContent(nodeOf(nodeOf(dosage.timing)?.repeat)?.boundsPeriod);
}

/** A line of an order by mouth, in mg and a fixed number of times a day; or why it is not read so. */
export function readLine(dosage: Node, drug: Drug, { vocabulary, ours }: FhirContext): Line | Why {
  const unknown = notUnderstood(dosage, understoodOfDosage);
  if (unknown !== undefined) return why('element', unknown);
  if (isAsNeeded(dosage)) return why('as needed');
  const place = placeOf(dosage, vocabulary);
  if (place !== undefined) return place;
  const dose = doseOf(dosage, drug, vocabulary);
  if (typeof dose !== 'number') return dose;
  const rhythm = rhythmOf(dosage.timing, vocabulary.records.hoursOfDay);
  if (typeof rhythm === 'string') return why(rhythm);
  const said = { dose, timesDaily: rhythm.timesDaily, strength: strengthOf(drug) };
  const limit = limitOf(dosage, said);
  if (limit !== undefined) return why('element', limit);
  for (const text of textsOf(dosage, ours)) {
    const disagreement = disagreementOf(text, said, vocabulary);
    if (disagreement !== undefined) return why(disagreement);
  }
  return { dose, rhythm };
}

function isAsNeeded({ asNeeded, asNeededBoolean, asNeededCodeableConcept, asNeededFor }: Node): boolean {
  return [asNeeded, asNeededBoolean, asNeededCodeableConcept, asNeededFor].some(
    (each) => each !== false && hasContent(each),
  );
}

/** What a line says in words, but for the sentences of our own that tell a patient what to look for. */
function textsOf({ text, patientInstruction, additionalInstruction }: Node, ours: readonly string[]): string[] {
  const additional = listOf(additionalInstruction).map((each) => wordsOf(conceptOf(each)));
  return [textOf(text), textOf(patientInstruction), ...additional]
    .map((each = '') => ours.reduce((rest, sentence) => rest.replace(sentence, ''), each).trim())
    .filter((each) => each !== '');
}

/** Route, site and method. An order without a route is taken for one of the drug by mouth, unless something says otherwise. */
function placeOf({ route, site, siteCodeableConcept, method }: Node, vocabulary: Vocabulary): Why | undefined {
  if (hasContent(route) && !isByMouth(conceptOf(route), vocabulary)) return why('route');
  for (const each of [site, siteCodeableConcept].filter(hasContent)) {
    const words = wordsOf(conceptOf(each));
    if (!vocabulary.saysByMouth(words) && !/^mouth/i.test(words)) return why('route');
  }
  const how = wordsOf(conceptOf(method));
  return hasContent(method) && !/^(swallow|take|oral)/i.test(how) ? why('element', 'method') : undefined;
}

/** Every code and every word of it says so; HL7 has PO and the European pharmacopoeia 20053000. */
function isByMouth(route: Concept, vocabulary: Vocabulary): boolean {
  const { codings, text } = route;
  const coded = codings.map(({ system, code, display }) => {
    if (display !== undefined && !isWordOfMouth(display, vocabulary)) return false;
    if (systemOf({ system, code, display }) === 'snomed')
      return vocabulary.byMouth({ codings: [{ system, code, display: undefined }], text: undefined });
    return code === 'PO' || code === '20053000' || display !== undefined;
  });
  const said = text === undefined ? [] : [isWordOfMouth(text, vocabulary)];
  return coded.length + said.length > 0 && [...coded, ...said].every(Boolean);
}

function isWordOfMouth(text: string, { saysByMouth, notByMouth }: Vocabulary): boolean {
  return saysByMouth(text) && !notByMouth(text);
}

/** mg of one dose; where it is said in several kinds, such as ordered, calculated and given, what all of them say. */
function doseOf(dosage: Node, drug: Drug, vocabulary: Vocabulary): number | Why {
  const rates = nodesOf(dosage.doseAndRate);
  if (rates.length < 2) return doseIn(rates[0], dosage, drug, vocabulary);
  if (!rates.every(({ type }) => hasContent(type))) return why('dose in words');
  const [first = why('dose in words'), ...others] = rates.map((rate) => doseIn(rate, dosage, drug, vocabulary));
  const unread = [first, ...others].find((each) => typeof each !== 'number');
  return unread ?? (others.every((each) => each === first) ? first : why('doses disagree'));
}

/** mg; tablets and volumes where the name of the drug has one strength. */
function doseIn(rate: Node | undefined, dosage: Node, drug: Drug, vocabulary: Vocabulary): number | Why {
  const unknown = rate && notUnderstood(rate, understoodOfDose);
  if (unknown !== undefined) return why('element', unknown);
  const amount = nodeOf(rate?.doseQuantity ?? dosage.doseQuantity);
  if (amount === undefined || hasContent(rate?.doseRange)) return why('dose in words');
  const odd = notUnderstood(amount, understoodOfQuantity);
  if (odd !== undefined) return why('element', odd);
  const { value, comparator } = amount;
  if (typeof value !== 'number' || (hasContent(comparator) && comparator !== '=')) return why('dose in words');
  const oral = hasContent(dosage.route) || vocabulary.saysByMouth(`${nameOf(drug)} ${wordsOf(drug.form)}`);
  const dose = tidy(value * (milligramsOf(amount, drug, oral) ?? 0));
  return dose > 0 && dose <= 1000 ? dose : why('dose unit');
}

/** mg in one of the unit of an amount; a volume of what is not said to be oral could be of a pump. */
function milligramsOf(amount: Node, drug: Drug, oral: boolean): number | undefined {
  if (isMilligrams(amount)) return 1;
  if (countsTablets(amount)) return strengthOf(drug);
  return oral && isIn(amount, /^m(?:l|illilit(?:re|er)s?)$/i) ? liquidStrength(drug) : undefined;
}

function isMilligrams(amount: Node): boolean {
  return isIn(amount, /^(mg|mgs|milligrams?)$/i);
}

/** Whether unit and code, as far as they are there, say so. */
function isIn({ unit, code }: Node, spelled: RegExp): boolean {
  const written = [codeOf(code), textOf(unit)].filter((each) => each !== undefined);
  return written.length > 0 && written.every((each) => spelled.test(each.trim()));
}

/** A limit that is understood, and kept. */
function limitOf({ maxDosePerPeriod, maxDosePerAdministration }: Node, { dose, timesDaily }: Said): string | undefined {
  const most = nodeOf(maxDosePerAdministration);
  if (most && !(isMilligrams(most) && typeof most.value === 'number' && most.value >= dose))
    return 'maxDosePerAdministration';
  const kept = nodesOf(maxDosePerPeriod).every(({ numerator, denominator }) => {
    const [amount, period] = [nodeOf(numerator) ?? {}, nodeOf(denominator) ?? {}];
    const ofDay =
      period.value === 1 && [period.code, period.unit].some((each) => ['d', 'day', 'days'].includes(String(each)));
    return (
      ofDay && isMilligrams(amount) && typeof amount.value === 'number' && amount.value >= dose * timesDaily - 1e-9
    );
  });
  return kept ? undefined : 'maxDosePerPeriod';
}
