/** A time of day, HH:MM, from 00:00 to 23:59. */
export type ClockTime = string;

/** A time of day out of HH:MM, or undefined where the text is none. */
export function parseClockTime(text: string): ClockTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
}

/** Hours since midnight. */
export function hourOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours + minutes / 60;
}

/** The time so many minutes after midnight. */
export function clockTime(minutes: number): ClockTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
