import { plain, spaced } from './read.js';

/** Digits with a point or without, and what stands behind them. */
export interface Written {
  readonly digits: string;
  readonly unit: string;
}

/** A number written so that it could be taken for another: what to do, and the number to copy where there is one. */
export interface Miswritten {
  readonly advice: string;
  readonly copy?: string;
  readonly unit: string;
}

const decimal = /^\d+(\.\d+)?$/;

/** What was written before a number that makes it a bound. */
const bounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:>=?|≥|⩾|above|over|more than|greater than) ?(\d+(?:\.\d+)?)/i, 'above'],
  [/^(?:<=?|≤|⩽|below|under|less than) ?(\d+(?:\.\d+)?)/i, 'below'],
  [/^(?:~|≈|±|about|approx\.?|approximately|circa|ca\.?) ?(\d+(?:\.\d+)?)/i, 'about'],
  [/^(\d+(?:\.\d+)?) ?(?:\+|or more|plus)/i, 'above'],
];

/** Numbers with commas, points and spaces that mean one thing in one country and another elsewhere. */
const separated: readonly (readonly [RegExp, (head: string) => Omit<Miswritten, 'unit'>])[] = [
  [/^\.\d+$/, (head) => ({ advice: 'write a zero before the point', copy: `0${head}` })],
  [/^\d+\.$/, (head) => ({ advice: 'leave the point out', copy: head.slice(0, -1) })],
  [
    /^[1-9]\d{0,2},\d{3}$/,
    (head) => ({
      advice: `is it ${plain(head.replace(',', ''))} or ${plain(head.replace(',', '.'))}? Write it without a comma`,
    }),
  ],
  [/^\d+,\d+$/, (head) => ({ advice: 'write a point', copy: plain(head.replace(',', '.')) })],
  [/^\d{1,3}(,\d{3})+(\.\d+)?$/, (head) => ({ advice: 'leave the comma out', copy: plain(head.replaceAll(',', '')) })],
  [
    /^\d{1,3}(\.\d{3})+,\d+$/,
    (head) => ({ advice: 'write one point', copy: plain(head.replaceAll('.', '').replace(',', '.')) }),
  ],
  [/^\d{1,3}(\.\d{3}){2,}$/, (head) => ({ advice: 'leave the points out', copy: plain(head.replaceAll('.', '')) })],
  [/^\d{1,3}( \d{3})+(\.\d+)?$/, (head) => ({ advice: 'leave the space out', copy: plain(head.replaceAll(' ', '')) })],
];

/**
 * Splits "1.4 mg/dL" into digits and unit; undefined where no number stands in front.
 * @param bounded what to do instead of a bound such as ">60".
 */
export function splitNumber(text: string, bounded: string): Written | Miswritten | undefined {
  const typed = spaced(text);
  const unclear = bound(typed, bounded) ?? exponent(typed) ?? range(typed) ?? signed(typed);
  if (unclear) return unclear;
  const [head = ''] = /^(?:\d[\d.,]*(?: \d{3}(?!\d))*(?:\.\d+)?|\.\d+)/.exec(typed) ?? [];
  if (head === '') return undefined;
  const unit = typed.slice(head.length).replace(/^ /, '');
  if (decimal.test(head)) return { digits: head, unit };
  const [, fault] = separated.find(([form]) => form.test(head)) ?? [];
  return fault && { ...fault(head), unit };
}

function bound(typed: string, bounded: string): Miswritten | undefined {
  for (const [form, word] of bounds) {
    const [, digits] = form.exec(typed) ?? [];
    if (digits !== undefined) return { advice: `${word} ${plain(digits)} is no number: ${bounded}`, unit: '' };
  }
  return undefined;
}

function range(typed: string): Miswritten | undefined {
  const two = /^\d+(?:\.\d+)? ?[a-z/%]* ?(?:-|–|—|to|\.\.|…) ?\d/i;
  return two.test(typed) ? { advice: 'write one number, not from and to', unit: '' } : undefined;
}

function signed(typed: string): Miswritten | undefined {
  const [, digits, unit = ''] = /^[-+−–] ?(\d+(?:\.\d+)?) ?(.*)$/.exec(typed) ?? [];
  return digits === undefined ? undefined : { advice: 'write it without a sign', copy: plain(digits), unit };
}

function exponent(typed: string): Miswritten | undefined {
  const [, mantissa, power, unit = ''] = /^(\d+(?:\.\d+)?)e([+-]?\d{1,2})(?: ?(\D.*))?$/i.exec(typed) ?? [];
  if (mantissa === undefined) return undefined;
  const value = String(Number(`${mantissa}e${power}`));
  return { advice: 'write all digits', ...(decimal.test(value) && { copy: value }), unit };
}

/**
 * The clause for a number that could be taken for another.
 * @param takes the clause where the unit behind it is not known: a number to copy without its unit would be another.
 * @param spell the unit behind the number to copy, as it is to be typed.
 */
export function miswritten(
  { advice, copy, unit }: Miswritten,
  takes: string,
  spell: (unit: string) => string | undefined,
): string {
  if (copy === undefined) return advice;
  const spelled = spell(unit);
  return spelled === undefined ? `it takes ${takes}` : `${advice}: ${copy}${spelled}`;
}
