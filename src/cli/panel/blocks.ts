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
  let block = Buffer.allocUnsafe(0);
  let kept = 0;
  try {
    for (const part of parts) {
      if (part.length === 0) continue;
      if (block.length < kept + part.length) block = Buffer.concat([block.subarray(0, kept)], 2 * (kept + part.length));
      block.set(part, kept);
      const length = kept + part.length;
      const end = block.lastIndexOf(newline, length - 1) + 1;
      const isWhole = end > 0;
      yield { bytes: block.subarray(0, isWhole ? end : length), isWhole };
      kept = isWhole ? length - end : 0;
      block.copyWithin(0, end, end + kept);
    }
  } catch (error) {
    if (error instanceof ReadError) throw fileError(named, error.message, 'a file that can be read');
    throw error;
  }
  if (kept > 0) yield { bytes: Buffer.concat([block.subarray(0, kept), Buffer.of(newline)]), isWhole: true };
}
