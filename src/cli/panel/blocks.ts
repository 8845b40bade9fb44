import { fileError } from '../input-file.js';
import { ReadError } from '../read-file.js';

/** What a cohort is called in sentences. */
export interface CohortName {
  readonly field: string;
  readonly name: string;
}

/** Bytes of a cohort: whole lines, or a part of one that is longer than what is read at once. */
export interface Block {
  /** To be used before the next is asked for. */
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

const newline = 0x0a;

/**
 * Cuts bytes that come in parts behind a line, so that each block can be read by itself; a last line ends even where the
 * file does not say so.
 * @throws InputError where they cannot be read.
 */
export function* blocksOf(parts: Iterable<Uint8Array>, named: CohortName): Generator<Block> {
  let kept = Buffer.alloc(0);
  try {
    for (const part of parts) {
      const end = Buffer.from(part.buffer, part.byteOffset, part.length).lastIndexOf(newline) + 1;
      const bytes = Buffer.concat([kept, end === 0 ? part : part.subarray(0, end)]);
      kept = end === 0 ? Buffer.alloc(0) : Buffer.from(part.subarray(end));
      yield { bytes, isWhole: end > 0 };
    }
  } catch (error) {
    if (error instanceof ReadError) throw fileError(named, error.message, 'a file that can be read');
    throw error;
  }
  if (kept.length > 0) yield { bytes: Buffer.concat([kept, Buffer.of(newline)]), isWhole: true };
}
