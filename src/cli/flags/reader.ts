import * as z from 'zod/mini';

/** How the value of a flag is read. The schema is made where the flag is given: there are many flags, and few are. */
export type Reader<T> = () => z.ZodMiniType<T>;

export type Readers = Readonly<Record<string, Reader<unknown>>>;

/** A flag that takes no value. */
export const onOff: Reader<boolean> = () => z.boolean();

/** A text as it was typed. */
export const anyText: Reader<string> = () => z.string();

/** A text that passes a test, or the words for what the flag takes. */
export function textThat(passes: (text: string) => boolean, words: string): Reader<string> {
  return () => z.string().check(z.refine(passes, words));
}

/** Texts that pass a test together, or the words for what the flag takes. */
export function textsThat(pass: (texts: readonly string[]) => boolean, words: string): Reader<string[]> {
  return () => z.array(z.string()).check(z.refine(pass, words));
}

/** A text that is read as something else, or the words for what the flag takes. */
export function takes<T>(read: (text: string) => T | undefined, words: string): Reader<T> {
  return () =>
    z.transform((input: unknown, { issues }): T => {
      const value = typeof input === 'string' ? read(input) : undefined;
      if (value !== undefined) return value;
      issues.push({ code: 'custom', input, message: words });
      return z.NEVER;
    });
}

/** One of a few words. */
export function choice<const T extends string>(words: readonly T[]): Reader<T> {
  return takes((text) => words.find((word) => word === text), `one of ${words.join(', ')}`);
}

/** Some of a few words. */
export function choices<const T extends string>(words: readonly T[]): Reader<T[]> {
  return () => z.array(z.enum(words, `any of ${words.join(', ')}`));
}

/** What a flag takes, where more is asked of its value or values than to be there. */
export function wordsOf(reader: Reader<unknown>): string | undefined {
  const issues = ['', ['']].flatMap((nothing) => reader().safeParse(nothing).error?.issues ?? []);
  return issues.find(({ code }) => code === 'custom')?.message;
}
