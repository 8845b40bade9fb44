/** Control characters of hostile input shown as a question mark, long input cut. */
export function printable(text: string, length = 60): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
  return shown.length > length ? `${shown.slice(0, length)}...` : shown;
}
