import { type ClockTime, parseClockTime } from '../../core/values/clock.js';
import { InputError } from '../../core/values/input-error.js';
import { bundleTypes } from '../../report/views/options.js';
import { readChoice } from '../typed/word.js';
import { flag, type Given, switchFlag } from './flag.js';
import type { Format } from './format.js';
import { showsWhole } from './printable.js';

const group = 'Sheet';
const longestId = 64;
const mostTimes = 4;

/** What one view can be asked for; none of it changes a dose. */
export const viewFlags = {
  largePrint: switchFlag({ group, words: 'letters of 16 points, not 12; for --format html' }),
  planId: flag<string>({
    takes: '<id>',
    group,
    words: 'name that the plan keeps when it is changed; for --format ics and fhir',
    read: (text) =>
      text.trim() !== '' && text.length <= longestId && showsWhole(text)
        ? { ok: text.trim() }
        : { wrong: `it takes a name for the plan in letters and signs that can be seen, up to ${longestId}` },
  }),
  replaces: flag<string>({
    takes: '<file>',
    group,
    words: 'calendar of a plan that this one takes the place of; for --format ics',
    read: (path) => (path === '' ? { wrong: 'it takes the name of a file' } : { ok: path }),
  }),
  reminders: flag<readonly ClockTime[]>({
    takes: '<times>',
    group,
    words: 'an alarm at each dose: 08:00,13:00,22:00; for --format ics',
    read: (text) => {
      const times = clockTimes(text);
      const wrong = 'it takes the times of the doses of a day in their order, from 00:00 to 23:59: 08:00,13:00,22:00';
      return times === undefined ? { wrong } : { ok: times };
    },
  }),
  bundle: flag<(typeof bundleTypes)[number]>({
    takes: '<type>',
    group,
    words: `${bundleTypes.join(' or ')}; for --format fhir`,
    values: bundleTypes,
    default: () => bundleTypes[0],
    read: (text) => readChoice(text, bundleTypes),
  }),
};

/** Times of day in their order, each later than the one before. */
function clockTimes(text: string): readonly ClockTime[] | undefined {
  const times = text.split(',').map((time) => parseClockTime(time.trim()));
  const known = times.filter((time) => time !== undefined);
  const rising = known.every((time, index) => index === 0 || time > (known[index - 1] ?? ''));
  return known.length === times.length && known.length <= mostTimes && rising ? known : undefined;
}

export type ViewFlags = Given<typeof viewFlags>;

/** In which formats a flag does something. */
const formatsOf: Readonly<Record<keyof ViewFlags, readonly Format[]>> = {
  planId: ['ics', 'fhir'],
  replaces: ['ics'],
  reminders: ['ics'],
  bundle: ['fhir'],
  largePrint: ['html'],
};

/** @throws InputError where a flag would do nothing in this format. */
export function proveViewFlags(flags: ViewFlags, format: Format): void {
  for (const name of Object.keys(formatsOf) as (keyof ViewFlags)[]) {
    const formats = formatsOf[name];
    if (flags[name] !== undefined && !formats.includes(format)) {
      throw new InputError(name, `--format ${format}`, `its place beside --format ${formats.join(' or ')}`);
    }
  }
}
