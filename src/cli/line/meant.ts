import { closest } from '../../core/values/closest.js';
import { catalogue } from '../catalogue.js';
import type { Flags } from '../flags/flag.js';
import { kebab } from '../flags/names.js';

/** What else commands are called; of several that are named the first that there is. */
const otherCommands: Readonly<Record<string, readonly string[]>> = {
  taper: ['wean', 'weaning', 'stop', 'withdraw', 'withdrawal', 'discontinue', 'reduce', 'deprescribe'],
  renal: ['kidney', 'kidneys', 'ckd', 'gfr', 'egfr', 'crcl', 'creatinine', 'clearance', 'dialysis'],
  'infant-dose': ['breastfeeding', 'breastfeed', 'lactation', 'milk-dose', 'infant', 'rid', 'nursing'],
  titrate: ['start', 'titration', 'initiate', 'increase', 'begin', 'dose', 'schedule'],
  newborn: ['neonate', 'neonatal', 'baby', 'nas'],
  switch: ['convert', 'conversion', 'change'],
  check: ['interactions', 'interaction', 'ddi', 'verify', 'prescription'],
  restart: ['gap', 'missed', 'resume'],
  intrathecal: ['pump', 'itb', 'spinal', 'refill'],
  levels: ['level', 'pk', 'plasma', 'half-life', 'simulate', 'concentration'],
  panel: ['cohort', 'batch', 'patients'],
  monograph: ['info', 'information', 'drug', 'about', 'overdose', 'pregnancy', 'interactions', 'side-effects', 'pk'],
  rules: ['countries', 'country', 'labels'],
  products: ['tablets', 'product', 'strengths', 'formulations', 'solution'],
  sources: ['references', 'citations', 'evidence', 'bibliography'],
  explain: ['diff', 'compare', 'again', 'replay'],
  demo: ['example', 'examples', 'tour', 'tutorial'],
};

/** What else flags are called. */
const otherFlags: Readonly<Record<string, readonly string[]>> = {
  crcl: ['kidney', 'clearance', 'creatinine-clearance', 'ccr', 'cockcroft-gault', 'renal'],
  egfr: ['gfr', 'ckd-epi'],
  creatinine: ['scr', 'cr', 'serum-creatinine'],
  start: ['dose', 'initial', 'begin', 'first-dose', 'starting-dose', 'mg'],
  from: ['taking', 'current', 'dose', 'daily-dose', 'present', 'now'],
  'daily-dose': ['dose', 'taking', 'from', 'current'],
  'maternal-dose': ['dose', 'daily-dose', 'mother-dose'],
  target: ['max', 'goal', 'maximum', 'up-to'],
  every: ['interval', 'step-every', 'days'],
  increment: ['step', 'increase', 'by'],
  days: ['duration', 'over', 'length', 'weeks'],
  reduce: ['decrement', 'decrease', 'by', 'step'],
  times: ['frequency', 'times-daily', 'tid', 'doses'],
  product: ['tablet', 'tablets', 'liquid', 'solution', 'formulation', 'strength'],
  rules: ['country', 'label', 'guideline'],
  sex: ['gender', 'female', 'male'],
  age: ['years', 'dob', 'birthday'],
  weight: ['kg', 'bodyweight', 'body-weight', 'mass'],
  height: ['cm', 'size'],
  'spinal-cord-injury': ['sci', 'tetraplegia', 'paraplegia'],
  hypersensitivity: ['allergy', 'allergic'],
  dialysis: ['haemodialysis', 'hemodialysis', 'hd'],
  milk: ['level', 'concentration', 'milk-level'],
  'infant-weight': ['weight', 'baby-weight'],
  'infant-age': ['age', 'baby-age'],
  'maternal-weight': ['mother-weight'],
  'birth-date': ['dob', 'born', 'birth'],
  'start-date': ['date', 'begin-date', 'from-date'],
  patient: ['file', 'record', 'fhir', 'input'],
  full: ['all', 'verbose', 'whole', 'long', 'details'],
  explain: ['working', 'why', 'show-working'],
  format: ['type', 'as'],
  output: ['out', 'o', 'file', 'save'],
  'no-color': ['no-colour', 'nocolor', 'monochrome'],
};

/** The command that was probably meant, which is suggested and never run. */
export function commandMeant(word: string): string | undefined {
  return meant(
    word,
    catalogue.map(({ name }) => name),
    otherCommands,
  );
}

/** The flag that was probably meant, with its dashes. */
export function flagMeant(word: string, flags: Flags): string | undefined {
  const shown = Object.entries(flags).filter(([, { hidden }]) => !hidden);
  const names = shown.map(([key, { negated }]) => `${negated ? 'no-' : ''}${kebab(key)}`);
  const found = meant(word.replace(/^-+/, ''), names, otherFlags);
  return found === undefined ? undefined : `--${found}`;
}

/** By the beginning where only one begins so, by another word for it, then by spelling; none where none is near. */
function meant(
  word: string,
  names: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const asked = word.toLowerCase().replaceAll('_', '-');
  const begun = asked.length < 2 ? [] : names.filter((name) => name.startsWith(asked));
  if (begun.length === 1) return begun[0];
  const another = Object.entries(others).find(([name, words]) => names.includes(name) && words.includes(asked));
  return another?.[0] ?? closest(asked, names);
}
