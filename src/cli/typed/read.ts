/**
 * What was typed, understood or not. `wrong` is the clause that goes behind `got "…"; `, with its own verb, and ends in
 * what to type: "it takes a body weight in kg from 3 to 400, such as 62.5" or "write it in kg: 69.9". Of what was typed
 * it repeats plain digits and units it knows, so it needs no cleaning.
 */
export type Read<T> = { readonly ok: T } | { readonly wrong: string };

/** A text longer than any quantity is not looked at. */
const longest = 60;

/** One plain space where there are some, those of web pages as well; a tab or a line break is not one of them. */
export function spaced(text: string): string {
  if (text.length > longest) return '';
  return text.replaceAll(/[ \u00a0\u2009\u202f]+/g, ' ').replaceAll(/^ | $/g, '');
}

/** Digits as they are to be typed again: no zeros that say nothing. */
export function plain(digits: string): string {
  const [whole = '', part = ''] = digits.split('.');
  const kept = part.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept && '.'}${kept}`;
}
