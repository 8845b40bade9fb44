import { InputError } from '../../core/values/input-error.js';

/** An event of a calendar that was made earlier, as far as it takes to cancel it. */
export interface OldEvent {
  readonly uid: string;
  readonly sequence: number;
  /** As they stand there: a date, or a date with a time. */
  readonly start: string;
  readonly end: string | undefined;
  readonly summary: string;
}

export interface OldCalendar {
  readonly events: readonly OldEvent[];
}

const ours = /^.+-([0-9a-f]{16})@baclofen\.invalid$/;

/**
 * The events of one plan out of a calendar that this tool made (RFC 5545); any others in the file are left alone.
 * @throws InputError where there are none, or those of several plans: which of them is replaced is not guessed.
 */
export function readOldCalendar(text: string, shown: string): OldCalendar {
  const takes = 'a calendar of one plan, written by --format ics';
  const events = eventsIn(text).filter(({ uid }) => ours.test(uid));
  const plans = new Set(events.map(({ uid }) => ours.exec(uid)?.[1]));
  if (plans.size === 0) throw new InputError('replaces', `${shown}, in which there is no plan of this tool`, takes);
  if (plans.size > 1) throw new InputError('replaces', `${shown}, in which there are ${plans.size} plans`, takes);
  return { events };
}

function eventsIn(text: string): OldEvent[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: OldEvent[] = [];
  let inside: Map<string, string> | undefined;
  let nested = 0;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN' && value.toUpperCase() === 'VEVENT') inside = new Map();
    else if (key === 'END' && value.toUpperCase() === 'VEVENT') {
      const event = inside && eventOf(inside);
      if (event) events.push(event);
      inside = undefined;
    } else if (key === 'BEGIN') nested += 1;
    else if (key === 'END') nested = Math.max(0, nested - 1);
    // An alarm inside an event has lines of its own; a calendar around it is one level.
    else if (inside && nested <= 1 && !inside.has(key)) inside.set(key, value);
  }
  return events;
}

/** An event that is cancelled already stays so. */
function eventOf(lines: ReadonlyMap<string, string>): OldEvent | undefined {
  const [uid, start] = [lines.get('UID'), lines.get('DTSTART')];
  const isTime = (value: string | undefined) => value !== undefined && /^\d{8}(T\d{6}Z?)?$/.test(value);
  if (uid === undefined || start === undefined || !isTime(start)) return undefined;
  const sequence = Number(lines.get('SEQUENCE') ?? 0);
  const end = lines.get('DTEND');
  return {
    uid,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    start,
    end: isTime(end) ? end : undefined,
    summary: unescaped(lines.get('SUMMARY') ?? ''),
  };
}

function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign));
}
