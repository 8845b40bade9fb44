import { printable } from './flags/printable.js';

/** Why a text cannot be read as JSON that means one thing only; follows the name of a file. */
export interface Unreadable {
  readonly fault: string;
}

export const notJson = 'which is not JSON';

/** Far more than any result or record has, and far less than a parser or a walk over it can take. */
const deepest = 500;

/**
 * The content of a text as JSON, or why it has none. A key that stands twice in an object is a fault: a parser takes
 * one of the two values in silence.
 */
export function parseStrict(text: string): { readonly content: unknown } | Unreadable {
  if (isTooDeep(text)) return { fault: 'which is nested too deep' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { fault: notJson };
  }
  const twice = repeatedKey(text);
  return twice === undefined ? { content } : { fault: `where "${printable(twice)}" stands twice` };
}

/** The place behind the string that begins at a place. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"') return index + 1;
  }
  return text.length;
}

/** How deep brackets stand inside brackets, without reading the text as JSON. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** The first key that stands twice in one object of a text that is JSON. */
function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{' || character === '[') open.push(new Set());
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, index);
      const key = isKey(text, end) ? String(JSON.parse(text.slice(index, end))) : undefined;
      const keys = open.at(-1);
      if (key !== undefined && keys?.has(key)) return key;
      if (key !== undefined) keys?.add(key);
      index = end - 1;
    }
  }
  return undefined;
}

/** Whether a colon comes next. */
function isKey(text: string, from: number): boolean {
  let index = from;
  while (' \t\r\n'.includes(text[index] ?? '-')) index += 1;
  return text[index] === ':';
}

/** The way to the first text or key that holds what cannot be seen, or undefined. */
export function unseenText(content: unknown, path = ''): string | undefined {
  if (typeof content === 'string') return unseen(content) ? path || 'the whole' : undefined;
  if (typeof content !== 'object' || content === null) return undefined;
  for (const [key, value] of Object.entries(content)) {
    const way = path === '' ? key : `${path}.${key}`;
    if (unseen(key)) return way;
    const found = unseenText(value, way);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unseen(text: string): boolean {
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text);
}
