/**
 * Says of each id whether it came before. Two hashes of 32 bits stand for an id, so that millions fit into memory; among
 * ten million ids two different ones are taken for one about once in 400,000 cohorts.
 */
export function seenBefore(): (id: string) => boolean {
  let capacity = 1 << 12;
  let table = new Uint32Array(2 * capacity);
  let count = 0;
  const put = (into: Uint32Array, size: number, one: number, other: number): boolean => {
    for (let slot = one & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const first = into[2 * slot];
      const second = into[2 * slot + 1];
      if (first === one && second === other) return true;
      if (first === 0 && second === 0) {
        into[2 * slot] = one;
        into[2 * slot + 1] = other;
        return false;
      }
    }
  };
  const grow = () => {
    const larger = new Uint32Array(4 * capacity);
    for (let slot = 0; slot < capacity; slot += 1) {
      const one = table[2 * slot] ?? 0;
      const other = table[2 * slot + 1] ?? 0;
      if (one !== 0 || other !== 0) put(larger, 2 * capacity, one, other);
    }
    capacity *= 2;
    table = larger;
  };
  return (id) => {
    if (2 * count > capacity) grow();
    // Never both 0, which is an empty place.
    const before = put(table, capacity, hash(id, 0x811c9dc5, 0x01000193), hash(id, 0x9e3779b9, 0x85ebca6b) || 1);
    if (!before) count += 1;
    return before;
  };
}

/** Mixes every letter into 32 bits, and the bits among themselves at the end. */
function hash(text: string, seed: number, factor: number): number {
  let mixed = seed;
  for (let index = 0; index < text.length; index += 1) mixed = Math.imul(mixed ^ text.charCodeAt(index), factor);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
