import { InputError } from '../../core/values/input-error.js';
import { fileError } from '../input-file.js';
import type { Block, CohortName } from './blocks.js';

const takes = 'a table in UTF-8; save it as "CSV UTF-8"';

function refuseOtherEncodings(bytes: Uint8Array, named: CohortName): void {
  const [one, two] = bytes;
  const isWide = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
  if (isWide) throw fileError(named, 'which is UTF-16', takes);
  if (one === 0x1f && two === 0x8b) throw fileError(named, 'which is compressed (gzip)', 'the file unpacked');
  if (one === 0x50 && two === 0x4b) throw fileError(named, 'which is a workbook or an archive', takes);
  if (bytes.includes(0)) throw fileError(named, 'which is no text in UTF-8', takes);
}

/**
 * The first line, which says what the others are, and what was read with it.
 * @throws InputError where there is none, it has no end, or the file is no text in UTF-8.
 */
export function firstLine(
  blocks: Iterator<Block>,
  named: CohortName,
): { readonly line: string; readonly block: Block } {
  let read = Buffer.alloc(0);
  for (;;) {
    const { value, done } = blocks.next();
    if (!done) {
      if (read.length === 0) refuseOtherEncodings(value.bytes, named);
      read = Buffer.concat([read, withoutMark(value.bytes, read.length === 0)]);
    }
    const text = read.toString('utf8');
    const start = text.search(/[^\r\n]/);
    const end = start < 0 ? -1 : text.slice(start).search(/[\r\n]/);
    if (start >= 0 && (end >= 0 || done)) {
      const line = end < 0 ? text.slice(start) : text.slice(start, start + end);
      return { line, block: { bytes: read, isWhole: !done && value.isWhole } };
    }
    if (done) throw new InputError(named.field, `${named.name}, which is empty`, 'a table with a header and rows');
    if (read.length > 1024 * 1024) {
      throw new InputError(named.field, `${named.name}, whose first row has no end`, 'a table with a header and rows');
    }
  }
}

/** A mark of byte order is none of the text. */
function withoutMark(bytes: Buffer, isFirst: boolean): Buffer {
  return isFirst && bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? bytes.subarray(3) : bytes;
}
