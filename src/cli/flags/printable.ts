/** Words, of which expressions are made when needed: for an expression Node reads the tables of Unicode at every start. Made once: a cohort asks for each row. */
const controls = '\\p{Cc}';
const unseen = `${controls}\\p{Cf}\\u2028\\u2029`;

/** Control characters of hostile input shown as a question mark. */
export function printable(text: string): string {
  return text.replace(new RegExp(`[${unseen}]`, 'gu'), '?');
}

/** What was typed, as a sentence can quote it. */
export function typed(text: string): string {
  return `"${printable(text)}"`;
}

let ofControls: RegExp | undefined;

export function holdsControls(text: string): boolean {
  ofControls ??= new RegExp(controls, 'u');
  return ofControls.test(text);
}

let ofUnseen: RegExp | undefined;

/** Whether every letter has a form that can be seen and that everyone agrees on. */
export function showsWhole(text: string): boolean {
  ofUnseen ??= new RegExp(`[${unseen}\\p{Co}\\p{Cs}]`, 'u');
  return !ofUnseen.test(text);
}
