/** Two hashes of 32 bits that stand for an id, so that millions fit into memory; never both 0. */
export interface IdMark {
  one: number;
  other: number;
}

export const noMark: IdMark = { one: 0, other: 0 };

const seeds = { one: 0x811c9dc5, other: 0x9e3779b9 } as const;

/** The mark of an id, which letters or bytes of ASCII make alike. */
export function markOf(id: string): IdMark {
  let { one, other } = seeds as IdMark;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return { one: settled(one), other: settled(other) || 1 };
}

/** The same of bytes that are all ASCII. */
export function markBytes(bytes: Uint8Array, from: number, to: number, into: IdMark): void {
  let { one, other } = seeds as IdMark;
  for (let index = from; index < to; index += 1) {
    const code = bytes[index] as number;
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  into.one = settled(one);
  into.other = settled(other) || 1;
}

/** Mixes the bits among themselves. */
function settled(mixed: number): number {
  const again = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (again ^ (again >>> 16)) >>> 0;
}
