import { type Cell, type TidyTable, tidyTable } from './table.js';

interface Found {
  readonly field: string;
  readonly value?: Cell;
  readonly unit?: string;
  readonly word?: string;
}

/**
 * Any answer as a row a number or a word, by its place in the answer: "recommendation.ceiling,40,mg/d,". For answers
 * that have no table of their own. Sentences and citations stay out, and the words that a sentence stands under.
 */
export function quantityTable(answer: unknown): TidyTable {
  return tidyTable(['field', 'value', 'unit', 'word'], foundIn(answer, ''));
}

const leftOut = new Set(['citations', 'text', 'note', 'locator', 'sources']);

function foundIn(part: unknown, field: string): Found[] {
  if (typeof part === 'number') return [{ field, value: part }];
  if (typeof part === 'boolean') return [{ field, word: part ? 'yes' : 'no' }];
  // A word, a date or an id; whatever has a space in it is a sentence or a name.
  if (typeof part === 'string') return /^\S{1,60}$/.test(part) ? [{ field, word: part }] : [];
  if (Array.isArray(part)) return part.flatMap((each, index) => foundIn(each, joined(field, String(index + 1))));
  if (typeof part !== 'object' || part === null) return [];
  if ('text' in part) return rest(part, field).filter(({ word }) => word === undefined);
  const { value, unit, ...others } = part as { readonly value?: unknown; readonly unit?: unknown };
  if (typeof value === 'number' && typeof unit === 'string') {
    return [{ field, value, unit }, ...rest(others, field)];
  }
  return rest(part, field);
}

function rest(part: object, field: string): Found[] {
  return Object.entries(part)
    .filter(([key]) => !leftOut.has(key))
    .flatMap(([key, value]) => foundIn(value, joined(field, key)));
}

function joined(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}
