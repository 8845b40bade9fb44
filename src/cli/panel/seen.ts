/** Slots of the tables, one after another: a small cohort needs no more than the first. */
const sizes = [1 << 12, 1 << 16] as const;
const last = 1 << 23;

/**
 * Says of each mark of an id, two numbers of 32 bits, whether it came before. A table that is three quarters full is
 * followed by another one, so that some six million ids take the same memory as one million; the small ones, in which
 * every id is looked for, are left at a quarter. Of a mark 40 bits are kept
 * beside its place: among five million ids two different ones are taken for one about once in a hundred thousand cohorts.
 */
export function seenBefore(): (one: number, other: number) => boolean {
  const tables = [tableOf(sizes[0])];
  let open = 0;
  let count = 0;
  let most = mostOf(sizes[0]);
  return (one, other) => {
    for (let index = 0; index < open; index += 1) {
      const table = tables[index] as Uint16Array;
      if (table[placeOf(table, one, other)] !== 0) return true;
    }
    const table = tables[open] as Uint16Array;
    const place = placeOf(table, one, other);
    if (table[place] !== 0) return true;
    table[place] = (one >>> 16) | 1;
    table[place + 1] = other >>> 16;
    table[place + 2] = other & 0xffff;
    count += 1;
    if (count >= most) {
      open += 1;
      const size = sizes[open] ?? last;
      tables.push(tableOf(size));
      most = mostOf(size);
      count = 0;
    }
    return false;
  };
}

function mostOf(size: number): number {
  return size === last ? (3 * size) / 4 : size / 4;
}

/** Three parts a slot, beside each other: memory is what takes time here. */
function tableOf(size: number): Uint16Array {
  return new Uint16Array(3 * size);
}

/** The place of a mark, or the empty one where it belongs. The first part is never 0, which is an empty slot. */
function placeOf(table: Uint16Array, one: number, other: number): number {
  const within = table.length / 3 - 1;
  const first = (one >>> 16) | 1;
  const second = other >>> 16;
  const third = other & 0xffff;
  for (let slot = one & within; ; slot = (slot + 1) & within) {
    const place = 3 * slot;
    const held = table[place];
    if (held === 0 || (held === first && table[place + 1] === second && table[place + 2] === third)) return place;
  }
}
