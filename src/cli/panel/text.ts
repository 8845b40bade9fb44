import { InputError } from '../../core/values/input-error.js';
import { fileError } from '../input-file.js';
import { ReadError } from '../read-file.js';

/** What a cohort is called in sentences. */
export interface CohortName {
  readonly field: string;
  readonly name: string;
}

const takes = 'a table in UTF-8; save it as "CSV UTF-8"';

/**
 * The text of bytes that come in parts. A byte that is no UTF-8 becomes U+FFFD, which the row says.
 * @throws InputError where it is another encoding as a whole, is no text, or cannot be read.
 */
export function* textOf(parts: Iterable<Uint8Array>, named: CohortName): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  let isFirst = true;
  try {
    for (const part of parts) {
      if (isFirst) refuseOtherEncodings(part, named);
      isFirst = false;
      yield decoder.decode(part, { stream: true });
    }
  } catch (error) {
    if (error instanceof ReadError) throw fileError(named, error.message, 'a file that can be read');
    throw error;
  }
  yield decoder.decode();
}

function refuseOtherEncodings(bytes: Uint8Array, named: CohortName): void {
  const [one, two] = bytes;
  const isWide = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
  if (isWide) throw fileError(named, 'which is UTF-16', takes);
  if (one === 0x1f && two === 0x8b) throw fileError(named, 'which is compressed (gzip)', 'the file unpacked');
  if (one === 0x50 && two === 0x4b) throw fileError(named, 'which is a workbook or an archive', takes);
  if (bytes.includes(0)) throw fileError(named, 'which is no text in UTF-8', takes);
}

/** The first row that says what the others are; the text from there on is left to read. */
export function firstLine(
  texts: Iterator<string>,
  named: CohortName,
): { readonly line: string; readonly read: string } {
  let read = '';
  for (;;) {
    const { value, done } = texts.next();
    if (!done) read += value;
    const start = read.search(/[^\r\n]/);
    const end = start < 0 ? -1 : read.slice(start).search(/[\r\n]/);
    if (start >= 0 && (end >= 0 || done))
      return { line: end < 0 ? read.slice(start) : read.slice(start, start + end), read };
    if (done) throw new InputError(named.field, `${named.name}, which is empty`, 'a table with a header and rows');
    if (read.length > 1024 * 1024) {
      throw new InputError(named.field, `${named.name}, whose first row has no end`, 'a table with a header and rows');
    }
  }
}
