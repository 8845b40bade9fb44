import type { WhyLeftOut } from '../../core/patient/file.js';
import { folded, type Vocabulary } from './vocabulary.js';

/** What the structured part of an order says, for its text to be held against. */
export interface Said {
  /** mg. */
  readonly dose: number;
  readonly timesDaily: number;
  /** mg in a tablet, where the name of the drug says it. */
  readonly strength: number | undefined;
}

/** Why a text beside a structured dose says something else, or may; undefined where it says the same or nothing. */
export function disagreementOf(text: string, said: Said, vocabulary: Vocabulary): WhyLeftOut | undefined {
  if (vocabulary.notByMouth(text)) return 'route';
  if (vocabulary.asNeeded(text)) return 'as needed';
  if (vocabulary.changes(text)) return 'text disagrees';
  const times = timesNamed(text);
  if (times > 0 && times !== said.timesDaily) return 'text disagrees';
  let rest = ` ${folded(text).replace(ofPlan, ' ')} `;
  for (const [form, holds] of forms(said)) {
    let wrong = false;
    rest = rest.replace(form, (...found: string[]) => {
      wrong ||= !holds(found);
      return ' ';
    });
    if (wrong) return 'text disagrees';
  }
  return /\d/.test(rest) ? 'text not understood' : undefined;
}

const timesOfDay = [
  /\b(morning|breakfast|morgens|matin|manana|mattin\w*)\b/,
  /\b(noon|midday|lunch|mittags|midi|mediodia|mezzogiorno)\b/,
  /\b(afternoon)\b/,
  /\b(evening|dinner|supper|abends|soir|sera)\b/,
  /\b(night|bedtime|nachts|coucher|noche)\b/,
];

/** How many times of the day a text names. */
function timesNamed(text: string): number {
  const plain = folded(text).replace(ofPlan, ' ');
  return timesOfDay.filter((time) => time.test(plain)).length;
}

/** How a plan of ours begins its instructions: the step, whose dates stand beside it, and the doses of the whole day. */
const ofPlan = /^step \d+, (?:from )?days? [^:]*(?:: .*?\. this instruction)?: /;

const numbers: Readonly<Record<string, number>> = {
  half: 0.5,
  a: 1,
  one: 1,
  once: 1,
  two: 2,
  twice: 2,
  three: 3,
  thrice: 3,
  four: 4,
  ein: 1,
  eine: 1,
  einmal: 1,
  zwei: 2,
  zweimal: 2,
  drei: 3,
  dreimal: 3,
  vier: 4,
  viermal: 4,
  un: 1,
  une: 1,
  una: 1,
  deux: 2,
  dos: 2,
  due: 2,
  trois: 3,
  tres: 3,
  tre: 3,
  quatre: 4,
  cuatro: 4,
  quattro: 4,
};

const latin: Readonly<Record<string, number>> = { qd: 1, od: 1, bid: 2, bd: 2, tid: 3, tds: 3, qid: 4, qds: 4 };

const number = `(\\d+(?:[.,]\\d+)?|${Object.keys(numbers).join('|')})`;
const milligrams = '(\\d+(?:[.,]\\d+)?)\\s*(?:mg|milligram\\w*)';
const tablets = '(?:tab(?:let|lette|let)?s?|tabletten?|comprim\\w*|compress\\w*|capsules?)\\b';
const aDay = '(?:daily|(?:a|per|each|every|al|par|pro|am|/)\\s*(?:day|dia|giorno|jour|tag|d)\\b|taglich)';

function amountOf(text = ''): number {
  return numbers[text] ?? Number(text.replace(',', '.'));
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

/** Something that is understood in a text, and whether it agrees. */
type Form = readonly [pattern: RegExp, holds: (found: string[]) => boolean];

/** How often a day. */
function rhythms(timesDaily: number): readonly Form[] {
  const often = ([, times]: string[]) => isSame(amountOf(times), timesDaily);
  return [
    [new RegExp(`\\b${number}\\s*(?:x|times?|mal|fois|vec(?:es)?|vez|volt[ae])\\s*(?:${aDay})?`, 'g'), often],
    [new RegExp(`\\b(once|twice|thrice|einmal|zweimal|dreimal|viermal)\\s*(?:${aDay})?`, 'g'), often],
    [
      /\b(?:q|every |alle )\s*(\d+)\s*(?:h\b|hrs?\b|hours?\b|stunden\b)/g,
      ([, hours]) => isSame(24 / amountOf(hours), timesDaily),
    ],
    [
      /\b(q\.?d|o\.?d|b\.?i\.?d|b\.?d|t\.?i\.?d|t\.?d\.?s|q\.?i\.?d|q\.?d\.?s)\b\.?/g,
      ([, code = '']) => latin[code.replaceAll('.', '')] === timesDaily,
    ],
  ];
}

/** How much; the longer form before the shorter, and what counts tablets before what counts times. */
function forms({ dose, timesDaily, strength }: Said): readonly Form[] {
  const daily = dose * timesDaily;
  const ofTablets = ([, count]: string[]) => strength !== undefined && isSame(amountOf(count) * strength, dose);
  return [
    [
      new RegExp(`\\b${number}\\s*(?:x\\s*)?${milligrams}\\s*${tablets}`, 'g'),
      ([, count, each]) => isSame(amountOf(count) * amountOf(each), dose),
    ],
    ...rhythms(timesDaily),
    [
      new RegExp(`\\b${number}\\s*${tablets}\\s*\\(?\\s*${milligrams}\\s*(?:each)`, 'g'),
      ([, count, each]) => isSame(amountOf(count) * amountOf(each), dose),
    ],
    [
      new RegExp(`\\b(?:(\\d+)(?: and)? (?:a )?)?${number}\\s*${tablets} of ${milligrams} \\(${milligrams}\\)`, 'g'),
      ([, whole = '0', count, each, all]) =>
        isSame((Number(whole) + amountOf(count)) * amountOf(each), dose) && isSame(amountOf(all), dose),
    ],
    [
      new RegExp(`\\b[\\d.]+\\s*ml\\b[^()]*(?:\\([^()]*mg\\/ml\\))?[^()]*\\(${milligrams}\\)`, 'g'),
      ([, all]) => isSame(amountOf(all), dose),
    ],
    [
      new RegExp(`\\b${number}\\s*${tablets}\\s*\\(?\\s*(?:=|of)?\\s*${milligrams}\\)?`, 'g'),
      ([, , all]) => isSame(amountOf(all), dose),
    ],
    [new RegExp(`\\b${number}\\s*${tablets}`, 'g'), ofTablets],
    [new RegExp(`${milligrams}\\s*(?:${aDay}|in all|total)`, 'g'), ([, all]) => isSame(amountOf(all), daily)],
    [new RegExp(milligrams, 'g'), ([, each]) => isSame(amountOf(each), dose)],
  ];
}

/** How often a day a text says, where it says that and nothing else. */
export function timesIn(text: string): number | undefined {
  for (const times of [1, 2, 3, 4]) {
    let rest = folded(text).replace(/ at institution specified times?/, '');
    const found: boolean[] = [];
    for (const [form, holds] of rhythms(times)) {
      rest = rest.replace(form, (...each: string[]) => {
        found.push(holds(each));
        return ' ';
      });
    }
    if (found.length > 0 && found.every(Boolean) && !/[a-z0-9]/.test(rest)) return times;
  }
  return undefined;
}
