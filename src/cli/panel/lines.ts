import { longestRow, tooLong } from './csv.js';

/** Takes the lines out of text that comes in parts, without empty ones, in constant memory; one too long is a fault. */
export interface LineReader {
  readonly lines: (text: string, isEnd: boolean) => Iterable<{ readonly line: string } | { readonly fault: string }>;
  /** Whether it stands between two lines. */
  readonly isBetween: () => boolean;
}

export function lineReader(): LineReader {
  let rest = '';
  let isSkipping = false;
  return {
    isBetween: () => rest === '' && !isSkipping,
    *lines(text, isEnd) {
      const lines = (rest + text).split(/\r\n|[\r\n]/);
      rest = isEnd ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (!isSkipping && line.trim() !== '') yield { line };
        isSkipping = false;
      }
      if (rest.length > longestRow) {
        if (!isSkipping) yield { fault: tooLong };
        isSkipping = true;
        rest = '';
      }
    },
  };
}
