import type { Piece } from './cohort.js';
import type { Crew, Outcome } from './crew.js';
import type { Done, Work } from './work.js';

/**
 * What comes of each piece, in their order: of lines by the crew, as long as one of it is free, of the others in this
 * thread. A fault comes in its turn: whatever was before it is told as by one thread.
 */
export function* outcomes(pieces: Iterable<Piece>, work: Work, crew: Crew | undefined): Generator<Outcome> {
  const own = (piece: Piece): Done => ('lines' in piece ? work.lines(piece.lines) : work.rows(piece.rows));
  if (crew === undefined) {
    for (const piece of pieces) yield { done: own(piece) };
    return;
  }
  try {
    for (const piece of pieces) {
      if ('lines' in piece && crew.isFree()) crew.give(piece.lines);
      else crew.keep({ done: own(piece) });
      while (crew.isDue()) yield crew.take();
    }
  } catch (error) {
    crew.keep({ error });
  }
  while (crew.isBusy()) yield crew.take();
}
