import { expect, it } from 'vitest';
import type { Read } from '../../../src/cli/typed/read.js';

/** Every spelling with the value it has. */
export function reads<T>(
  read: (text: string) => Read<T>,
  rows: readonly (readonly [text: string, value: unknown])[],
): void {
  it.each(rows)('%j', (text, value) => {
    expect(read(text)).toEqual({ ok: value });
  });
}

/** Every spelling with the clause that says what to type. */
export function refuses<T>(
  read: (text: string) => Read<T>,
  rows: readonly (readonly [text: string, clause: string])[],
): void {
  it.each(rows)('%j', (text, clause) => {
    expect(read(text)).toEqual({ wrong: clause });
  });
}
