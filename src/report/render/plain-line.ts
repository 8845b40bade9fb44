import type { JudgedRow } from '../../core/panel/types.js';
import { exactEnough } from '../panel-row.js';

/** Bytes that are written one after another. */
export interface Ink {
  bytes: Uint8Array;
  length: number;
}

/** More bytes than what follows the id of a row without findings can have. */
export const longestRest = 256;

/**
 * Writes what follows the id in the CSV line of a row in which nothing was found, as the writer of texts would: numbers
 * and words that need no quotation marks.
 */
export function writeRest(ink: Ink, { status, method, kidney, band, ceiling, dailyDose }: JudgedRow): void {
  comma(ink);
  letters(ink, status);
  comma(ink);
  if (method) number(ink, kidney);
  comma(ink);
  if (method) letters(ink, method);
  comma(ink);
  if (band !== undefined) letters(ink, band);
  comma(ink);
  const isCeiling = !Number.isNaN(ceiling);
  if (isCeiling) whole(ink, ceiling);
  comma(ink);
  whole(ink, dailyDose);
  comma(ink);
  if (isCeiling) number(ink, dailyDose / ceiling);
  comma(ink);
  comma(ink);
  put(ink, newline);
}

const newline = 0x0a;
const commaByte = 0x2c;
const pointByte = 0x2e;
const zero = 0x30;

function put(ink: Ink, byte: number): void {
  ink.bytes[ink.length] = byte;
  ink.length += 1;
}

function comma(ink: Ink): void {
  put(ink, commaByte);
}

function letters(ink: Ink, text: string): void {
  for (let index = 0; index < text.length; index += 1) put(ink, text.charCodeAt(index));
}

/** A number as it is. */
function whole(ink: Ink, value: number): void {
  if (Number.isInteger(value) && value < largest) digits(ink, value);
  else letters(ink, String(value));
}

/** Below this a number has no exponent, and its hundredths are whole numbers. */
const largest = 1e9;

/** A number to two decimals, as `exactEnough` has it, which decides where two may not be enough. */
function number(ink: Ink, value: number): void {
  if (Number.isInteger(value)) {
    whole(ink, value);
    return;
  }
  const raised = value * 100 + 0.5;
  const hundredths = Math.floor(raised);
  const part = raised - hundredths;
  const isNear = part < 1e-6 || part > 1 - 1e-6;
  if (isNear || hundredths % 100 === 0 || value > largest) letters(ink, careful(value));
  else {
    digits(ink, Math.floor(hundredths / 100));
    put(ink, pointByte);
    const decimals = hundredths % 100;
    put(ink, zero + Math.floor(decimals / 10));
    if (decimals % 10 > 0) put(ink, zero + (decimals % 10));
  }
}

/** Halves of a hundredth, of which a cohort has few: 30 of 80 mg is 0.375. */
const known = new Map<number, string>();

function careful(value: number): string {
  const found = known.get(value);
  if (found !== undefined) return found;
  if (known.size >= 1000) known.clear();
  const text = String(exactEnough(value));
  known.set(value, text);
  return text;
}

/** Of a whole number, the last digit first. */
function digits(ink: Ink, value: number): void {
  const start = ink.length;
  let end = start + 1;
  for (let unit = 10; unit <= value; unit *= 10) end += 1;
  ink.length = end;
  // Below 2 ** 31 as it is, it stays a whole number to the machine as well.
  let rest = value | 0;
  for (let at = end - 1; at >= start; at -= 1) {
    ink.bytes[at] = zero + (rest % 10);
    rest = (rest / 10) | 0;
  }
}
