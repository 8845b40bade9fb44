import type {
  CodeList,
  CodeSystem,
  NamedKidneyDisease,
  RecordParameters,
  Topic,
  WordList,
} from '../../core/patient/records.js';
import { type Coding, type Concept, wordsOf } from './node.js';

/** Small letters without accents, as data/records.json has its words. */
export function folded(text: string): string {
  const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.toLowerCase();
}

/** Whether a text has one of the words: at the start of a word, and whole where it is short or ends in a space. */
export type HasWord = (text: string) => boolean;

export function hasWord({ words }: WordList): HasWord {
  const expression = new RegExp(words.map(patternOf).join('|'));
  return (text) => expression.test(folded(text));
}

function patternOf(word: string): string {
  const plain = word.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const whole = word.endsWith(' ') || plain.length <= 3;
  const before = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : '';
  return `${before}${plain}${whole && /[a-z0-9]$/.test(plain) ? '(?![a-z0-9])' : ''}`;
}

/** The spellings of code systems that records have: address, object identifier or plain name. */
const systems: readonly (readonly [CodeSystem, RegExp])[] = [
  ['loinc', /loinc|2\.16\.840\.1\.113883\.6\.1$/i],
  ['snomed', /snomed|2\.16\.840\.1\.113883\.6\.96$/i],
  ['rxnorm', /rxnorm|2\.16\.840\.1\.113883\.6\.88$/i],
  ['atc', /\batc\b|whocc|2\.16\.840\.1\.113883\.6\.73$/i],
  ['icd10', /icd-?10|2\.16\.840\.1\.113883\.6\.(3|90|4)$/i],
];

/** What a code without a system shows by its shape. A number of RxNorm shows nothing. */
const shapes: readonly (readonly [CodeSystem, RegExp])[] = [
  ['loinc', /^\d{1,7}-\d$/],
  ['snomed', /^\d{8,18}$/],
  ['atc', /^[A-Z]\d\d[A-Z]{2}\d\d$/],
  ['icd10', /^[A-Z]\d\d(\.\d{1,3})?$/],
];

export function systemOf({ system, code = '' }: Coding): CodeSystem | undefined {
  const [found] = (system === undefined ? shapes : systems).find(([, is]) => is.test(system ?? code)) ?? [];
  return found;
}

/** The lists of codes that a concept has a code of. */
export function listsOf<List extends CodeList>({ codings }: Concept, lists: readonly List[]): List[] {
  return codings.flatMap((coding) => {
    const system = systemOf(coding);
    const code = coding.code?.toUpperCase();
    if (system === undefined || code === undefined) return [];
    return lists.filter((list) => list.system === system && list.codes.includes(code));
  });
}

/** Whether a concept is of a topic, by its codes or by its words. */
export function speaksOf(topic: Topic): (concept: Concept) => boolean {
  const said = hasWord(topic.words);
  return (concept) => listsOf(concept, topic.codes).length > 0 || said(wordsOf(concept));
}

/** A disease of the kidney by its code, else by its words where nothing takes them back: the worst of several. */
function namedAmong(records: RecordParameters): (concept: Concept) => NamedKidneyDisease | undefined {
  const all = records.namedKidneyDiseases.map((disease) => ({ disease, said: hasWord(disease.words) }));
  const isKidney = speaksOf(records.kidneyDisease);
  const isDenied = hasWord(records.denied);
  return (concept) => {
    const coded = all.find(({ disease }) => listsOf(concept, disease.codes).length > 0);
    if (coded) return coded.disease;
    const words = wordsOf(concept);
    return isKidney(concept) && !isDenied(words) ? all.find(({ said }) => said(words))?.disease : undefined;
  };
}

/** The data with its words made into expressions, once for a record. */
export function vocabularyOf(records: RecordParameters) {
  const arbaclofen = new RegExp(records.arbaclofen.words.map(patternOf).join('|'), 'g');
  const isBaclofen = hasWord(records.baclofen.words);
  return {
    records,
    creatinine: hasWord(records.creatinine.words),
    egfr: hasWord(records.egfr.words),
    clearance: hasWord(records.creatinineClearance.words),
    otherMaterial: hasWord(records.otherMaterial.words),
    dialysis: speaksOf(records.dialysis),
    transplant: speaksOf(records.transplant),
    kidneyDisease: speaksOf(records.kidneyDisease),
    namedKidneyDisease: namedAmong(records),
    /** Not the isomer, whose name ends in the same letters. */
    baclofen: (concept: Concept) =>
      listsOf(concept, records.baclofen.codes).length > 0 ||
      isBaclofen(folded(wordsOf(concept)).replace(arbaclofen, '')),
    weightAsked: hasWord(records.weightAsked),
    pump: hasWord(records.pump),
    pumpRemoval: hasWord(records.pumpRemoval),
    pumpReplacement: hasWord(records.pumpReplacement),
    arbaclofen: hasWord(records.arbaclofen),
    pregnant: hasWord(records.pregnancy.pregnant.words),
    pregnancyTest: speaksOf(records.pregnancy.test),
    positive: hasWord(records.pregnancy.positive),
    notByMouth: hasWord(records.notByMouth),
    byMouth: speaksOf(records.byMouth),
    saysByMouth: hasWord(records.byMouth.words),
    oralForm: hasWord(records.oralForms),
    denied: hasWord(records.denied),
    asNeeded: hasWord(records.asNeeded),
    changes: hasWord(records.changes),
  };
}

export type Vocabulary = ReturnType<typeof vocabularyOf>;
