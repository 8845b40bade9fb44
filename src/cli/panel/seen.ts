import type { IdMark } from './marks.js';

/** Slots of the tables, one after another: a small cohort needs no more than the first. */
const sizes = [1 << 12, 1 << 16] as const;
const last = 1 << 23;

/**
 * Says of each mark of an id whether it came before. A table that is three quarters full is followed by another one, so
 * that some six million ids take the same memory as one million. Of a mark 40 bits are kept beside its place: among five
 * million ids two different ones are taken for one about once in a hundred thousand cohorts.
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
  // Three parts a slot, beside each other: memory is what takes time here.
  const parts = new Uint16Array(3 * size);
  let count = 0;
  // The place of a mark, or the empty one where it belongs. The first part is never 0, which is an empty slot.
  const placeOf = ({ one, other }: IdMark) => {
    const first = (one >>> 16) | 1;
    const second = other >>> 16;
    const third = other & 0xffff;
    for (let slot = one & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const place = 3 * slot;
      const held = parts[place];
      if (held === 0 || (held === first && parts[place + 1] === second && parts[place + 2] === third)) return place;
    }
  };
  return {
    has: (mark) => parts[placeOf(mark)] !== 0,
    add: (mark) => {
      const place = placeOf(mark);
      if (parts[place] !== 0) return true;
      parts[place] = (mark.one >>> 16) | 1;
      parts[place + 1] = mark.other >>> 16;
      parts[place + 2] = mark.other & 0xffff;
      count += 1;
      return false;
    },
    isFull: () => 4 * count >= 3 * size,
  };
}
