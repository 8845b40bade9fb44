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
  const unclear = bound(typed, bounded) ?? range(typed) ?? signed(typed);
  if (unclear) return { ...unclear, unit: '' };
  const [head = ''] = /^(?:\d[\d.,]*(?: \d{3}(?![\d.,]*[^\W\d_]?\d))*(?:\.\d+)?|\.\d+)/.exec(typed) ?? [];
  if (head === '') return undefined;
  const unit = typed.slice(head.length).trim();
  const power = /^e([+-]?\d{1,2})$/i.exec(unit);
  if (power && decimal.test(head)) return { ...writtenOut(head, Number(power[1])), unit: '' };
  if (decimal.test(head)) return { digits: head, unit };
  const [, fault] = separated.find(([form]) => form.test(head)) ?? [];
  return fault && { ...fault(head), unit };
}

function bound(typed: string, bounded: string): Omit<Miswritten, 'unit'> | undefined {
  for (const [form, word] of bounds) {
    const [, digits] = form.exec(typed) ?? [];
    if (digits !== undefined) return { advice: `${word} ${plain(digits)} is no number: ${bounded}` };
  }
  return undefined;
}

function range(typed: string): Omit<Miswritten, 'unit'> | undefined {
  const two = /^\d+(?:\.\d+)? ?[a-z/%]* ?(?:-|–|—|to|\.\.|…) ?\d/i;
  return two.test(typed) ? { advice: 'write one number, not from and to' } : undefined;
}

function signed(typed: string): Omit<Miswritten, 'unit'> | undefined {
  const [, digits] = /^[-+−–] ?(\d+(?:\.\d+)?)/.exec(typed) ?? [];
  return digits === undefined ? undefined : { advice: 'write it without a sign', copy: plain(digits) };
}

function writtenOut(head: string, power: number): Omit<Miswritten, 'unit'> {
  const value = String(Number(`${head}e${power}`));
  return { advice: 'write all digits', ...(decimal.test(value) && { copy: value }) };
}

/** The clause for a number that could be taken for another; `unit` goes behind the number to copy. */
export function miswritten({ advice, copy }: Miswritten, unit = ''): string {
  return copy === undefined ? advice : `${advice}: ${copy}${unit}`;
}
