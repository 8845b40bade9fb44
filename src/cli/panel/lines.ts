import { longestRow, tooLong } from './csv.js';

/** The lines of text that comes in parts, without empty ones, in constant memory; one that is too long is a fault. */
export function* linesOf(texts: Iterable<string>): Generator<{ readonly line: string } | { readonly fault: string }> {
  let rest = '';
  let isSkipping = false;
  for (const text of texts) {
    const lines = (rest + text).split(/\r\n|[\r\n]/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!isSkipping && line.trim() !== '') yield { line };
      isSkipping = false;
    }
    if (rest.length > longestRow) {
      if (!isSkipping) yield { fault: tooLong };
      isSkipping = true;
      rest = '';
    }
  }
  if (!isSkipping && rest.trim() !== '') yield { line: rest };
}
