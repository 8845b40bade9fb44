import type { Fraction } from '../../core/values/quantity.js';
import { miswritten, splitNumber } from './number.js';
import { plain, type Read, spaced } from './read.js';

/** A share above 0 and up to 1, kept exactly: "0.5", "1/3" or "50%". */
export function readShare(text: string, takes: string): Read<Fraction> {
  const [, numerator = '', denominator = ''] = /^(\d{1,4}) ?(?:\/|of|out of|in) ?(\d{1,4})$/i.exec(spaced(text)) ?? [];
  if (numerator !== '') return share(Number(numerator), Number(denominator), takes);
  const written = splitNumber(text, 'write one number');
  if (written === undefined) return { wrong: `it takes ${takes}` };
  if (!('digits' in written))
    return { wrong: miswritten(written, takes, (unit) => (['', '%'].includes(unit) ? unit : undefined)) };
  const { digits, unit } = written;
  if (/^(?:%|percent|per cent)$/i.test(unit)) return share(Number(digits), 100, takes);
  if (unit !== '') return { wrong: `it takes ${takes}` };
  const value = Number(digits);
  if (value > 1 && value <= 100) return { wrong: `a share is at most 1: write ${plain(digits)}% for a percentage` };
  return share(value, 1, takes);
}

function share(numerator: number, denominator: number, takes: string): Read<Fraction> {
  const right = numerator > 0 && numerator <= denominator;
  return right ? { ok: { numerator, denominator } } : { wrong: `it takes ${takes}` };
}
