import type { DoseAt, WhyLeftOut } from '../../core/patient/file.js';
import type { RecordParameters } from '../../core/patient/records.js';
import type { CivilDate } from '../../core/values/calendar.js';
import { momentOf } from './moment.js';
import { type Coding, conceptOf, hasContent, listOf, type Node, nodeOf, notUnderstood, textOf } from './node.js';
import { timesIn } from './order-text.js';

/** When a dose is taken: each time by itself, or only how often. */
export interface Rhythm {
  readonly timesDaily: number;
  /** A time of day as written ("MORN", "08:00"), and which of the four it is. */
  readonly times?: readonly { readonly key: string; readonly time: DoseAt['time'] }[];
}

/** Codes of the value set TimingAbbreviation that say one fixed number a day. All others say something else. */
const abbreviations: Readonly<Record<string, number>> = { QD: 1, BID: 2, TID: 3, QID: 4, Q6H: 4, Q8H: 3, Q12H: 2 };

const abbreviationSystem = /GTSAbbreviation|timing-?abbreviation/i;

const whens: Readonly<Record<string, DoseAt['time']>> = {
  MORN: 'morning',
  'MORN.early': 'morning',
  'MORN.late': 'morning',
  WAKE: 'morning',
  ACM: 'morning',
  CM: 'morning',
  PCM: 'morning',
  NOON: 'midday',
  AFT: 'midday',
  'AFT.early': 'midday',
  'AFT.late': 'midday',
  ACD: 'midday',
  CD: 'midday',
  PCD: 'midday',
  EVE: 'evening',
  'EVE.early': 'evening',
  'EVE.late': 'evening',
  ACV: 'evening',
  CV: 'evening',
  PCV: 'evening',
  NIGHT: 'bedtime',
  HS: 'bedtime',
};

/** At every meal, however many these are: they say no number by themselves. */
const meals = ['AC', 'C', 'PC'];

const understoodOfTiming = new Set(['id', 'extension', 'code', 'repeat']);
const understoodOfRepeat = new Set([
  'id',
  'extension',
  'boundsPeriod',
  'boundsDuration',
  'frequency',
  'period',
  'periodUnit',
  'periodUnits',
  'timeOfDay',
  'when',
]);
const course = new Set(['count', 'countMax']);

/** From which hour on a clock time is which dose of the day. */
export type HoursOfDay = RecordParameters['hoursOfDay'];

/** The rhythm of a day, or why a record says no fixed one. */
export function rhythmOf(part: unknown, hours: HoursOfDay): Rhythm | WhyLeftOut {
  const timing = nodeOf(part);
  if (timing === undefined) return 'timing';
  const repeat = nodeOf(timing.repeat) ?? {};
  if ([...course].some((key) => hasContent(repeat[key]))) return 'course';
  if (notUnderstood(timing, understoodOfTiming) ?? notUnderstood(repeat, understoodOfRepeat)) return 'timing';
  const coded = byCode(timing.code, hasContent(timing.repeat));
  const said = [coded, byRepeat(repeat, hours)].filter((each) => each !== undefined);
  const [times] = said;
  if (times === undefined || !said.every((each) => each === times)) return 'timing';
  if (!Number.isInteger(times) || times < 1 || times > 4) return 'timing';
  const named = timesOfDay(repeat, hours);
  return { timesDaily: times, ...(named && named.length === times && { times: named }) };
}

/** Not a number where a code is there that says no fixed number a day, or is of a system that is not known. */
function byCode(part: unknown, repeated: boolean): number | undefined {
  const { codings, text } = conceptOf(part);
  const coded = codings.map((coding) => ofCoding(coding, repeated)).filter((each) => each !== undefined);
  const words = [text, ...codings.map(({ display }) => display)].filter((each) => each !== undefined);
  const written = words.filter((each) => saysSomething(each)).map((each) => timesIn(each) ?? Number.NaN);
  return agreed([...coded, ...written]);
}

/** "Every other day" beside a repeat says something; a word without a number and a rhythm does not. */
function saysSomething(text: string): boolean {
  return !/^(as directed|daily|see text)$/i.test(text);
}

function agreed(numbers: readonly number[]): number | undefined {
  const [first] = numbers;
  return numbers.every((each) => each === first) ? first : Number.NaN;
}

function ofCoding({ system, code, display }: Coding, repeated: boolean): number | undefined {
  if (system !== undefined && !abbreviationSystem.test(system)) {
    if (!repeated) return Number.NaN;
    return display === undefined ? undefined : timesIn(display);
  }
  return code === undefined ? undefined : (abbreviations[code.toUpperCase()] ?? Number.NaN);
}

/** Not a number where the repeat is there and says no fixed number a day. */
function byRepeat(repeat: Node, hours: HoursOfDay): number | undefined {
  const { frequency, period, timeOfDay, when } = repeat;
  const periodUnit = textOf(repeat.periodUnit) ?? textOf(repeat.periodUnits);
  const named = [...listOf(timeOfDay), ...listOf(when)];
  const atMeals = listOf(when).some((each) => meals.includes(String(each)));
  if (frequency === undefined && period === undefined && periodUnit === undefined) {
    if (named.length === 0) return undefined;
    return atMeals ? Number.NaN : (timesOfDay(repeat, hours)?.length ?? Number.NaN);
  }
  const times = (numberOf(frequency, 1) * perDayOf(periodUnit)) / numberOf(period, 1);
  if (named.length === 0 || atMeals) return times;
  return timesOfDay(repeat, hours)?.length === times ? times : Number.NaN;
}

function numberOf(part: unknown, otherwise: number): number {
  return part === undefined ? otherwise : typeof part === 'number' ? part : Number.NaN;
}

function perDayOf(periodUnit: string | undefined): number {
  return periodUnit === 'd' ? 1 : periodUnit === 'h' ? 24 : Number.NaN;
}

/** Each time named once, and each of them known; else undefined. */
function timesOfDay({ timeOfDay, when }: Node, hours: HoursOfDay): Rhythm['times'] {
  const clocks = listOf(timeOfDay).map((each) => ofClock(String(each), hours));
  const events = listOf(when).map((each) => ({ key: String(each), time: whens[String(each)] }));
  const all = clocks.length > 0 && events.length > 0 ? [] : [...clocks, ...events];
  const known = all.flatMap(({ key, time }) => (time === undefined ? [] : [{ key, time }]));
  const different = new Set(known.map(({ key }) => key)).size;
  return all.length > 0 && different === all.length ? known : undefined;
}

function ofClock(text: string, hours: HoursOfDay): { readonly key: string; readonly time: DoseAt['time'] | undefined } {
  const [, hour, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?/.exec(text) ?? [];
  const begun = (['bedtime', 'evening', 'midday', 'morning'] as const).find(
    (each) => Number(hour) >= hours[each].value,
  );
  // Before the morning it is still the night.
  return { key: `${hour}:${minutes}`, time: hour === undefined ? undefined : (begun ?? 'bedtime') };
}

/** Whether a period holds on a day; "unclear" where it says no plain dates. */
export function holdsOn(part: unknown, today: CivilDate): 'holds' | 'ended' | 'not begun' | 'unclear' {
  const period = nodeOf(part);
  if (period === undefined) return hasContent(part) ? 'unclear' : 'holds';
  const [start, end] = [period.start, period.end].map((each) => (hasContent(each) ? momentOf(String(each)) : null));
  if (start === undefined || end === undefined) return 'unclear';
  if (end && end.to < today) return 'ended';
  return start && start.from > today ? 'not begun' : 'holds';
}
