import type { IdMark } from './marks.js';

/** Slots of the tables, one after another: a small cohort needs no more than the first. */
const sizes = [1 << 12, 1 << 16] as const;
const last = 1 << 23;

/**
 * Says of each mark of an id whether it came before. A table that is three quarters full is followed by another one, so
 * that some six million ids take the same memory as one million. Of a mark 48 bits are kept beside its place: among five
 * million ids two different ones are taken for one about once in ten million cohorts.
 */
export function seenBefore(): (mark: IdMark) => boolean {
  const full: MarkTable[] = [];
  let open = tableOf(sizes[0]);
  return (mark) => {
    if (open.isFull()) {
      full.push(open);
      open = tableOf(sizes[full.length] ?? last);
    }
    for (const table of full) if (table.has(mark)) return true;
    return open.add(mark);
  };
}

interface MarkTable {
  readonly has: (mark: IdMark) => boolean;
  /** Whether it was there before. */
  readonly add: (mark: IdMark) => boolean;
  readonly isFull: () => boolean;
}

function tableOf(size: number): MarkTable {
  const low = new Uint32Array(size);
  const high = new Uint16Array(size);
  let count = 0;
  // The slot of a mark, or the empty one where it belongs. What is kept is never 0, which is an empty slot.
  const slotOf = ({ one, other }: IdMark) => {
    let slot = one & (size - 1);
    while (low[slot] !== 0 && (low[slot] !== other || high[slot] !== one >>> 16)) slot = (slot + 1) & (size - 1);
    return slot;
  };
  return {
    has: (mark) => low[slotOf(mark)] !== 0,
    add: (mark) => {
      const slot = slotOf(mark);
      if (low[slot] !== 0) return true;
      low[slot] = mark.other;
      high[slot] = mark.one >>> 16;
      count += 1;
      return false;
    },
    isFull: () => 4 * count >= 3 * size,
  };
}
