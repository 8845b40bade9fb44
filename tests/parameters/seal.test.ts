import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/parameters/seal.js';

const folder = new URL('../../data/', import.meta.url);

describe('the digest of a file', () => {
  it('is that of the definition, in exact integers', () => {
    // Two words, 0x04030201 and 0x08070605: each xor the length (or its complement), times its factor, in 32 bits.
    const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const lane = (length: bigint, word: bigint, factor: bigint) => ((length ^ word) * factor) % 2n ** 32n;
    const even = lane(8n, 0x04030201n, 0x01000193n);
    const odd = lane(0xfffffff7n, 0x08070605n, 0x85ebca6bn);
    expect(digest(bytes)).toBe([even, odd].map((each) => each.toString(16).padStart(8, '0')).join(''));
  });

  it('changes with every single digit of the titration data', () => {
    const bytes = readFileSync(new URL('titration.json', folder));
    const whole = digest(bytes);
    for (const [at, byte] of bytes.entries()) {
      if (byte < 0x30 || byte > 0x39) continue;
      bytes[at] = byte === 0x31 ? 0x32 : 0x31;
      expect(digest(bytes), `at ${at}`).not.toBe(whole);
      bytes[at] = byte;
    }
    expect(digest(bytes)).toBe(whole);
  });

  it('changes with a byte more or less, a zero included', () => {
    const bytes = Uint8Array.of(7, 0, 0, 0, 0, 0, 0, 0, 9);
    const all = [bytes, bytes.slice(0, 8), Uint8Array.of(...bytes, 0), Uint8Array.of(0, ...bytes)].map(digest);
    expect(new Set(all).size).toBe(4);
  });

  it('does not depend on where in its buffer a file stands', () => {
    const bytes = readFileSync(new URL('taper.json', folder));
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    expect(digest(moved.subarray(3))).toBe(digest(bytes));
  });

  it('is another for each file', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(new Set(names.map((name) => digest(readFileSync(new URL(name, folder))))).size).toBe(names.length);
  });
});
