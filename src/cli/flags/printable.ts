/** Control characters of hostile input shown as a question mark. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}

/** What was typed, as a sentence can quote it. */
export function typed(text: string): string {
  return `"${printable(text)}"`;
}
