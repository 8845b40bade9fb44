import { valueWords } from '../dose.js';

/** The names of what an answer brings that can be said as it is: a quantity, a number or words. */
export type Plain<Params> = {
  [Name in keyof Params]: Params[Name] extends { readonly value: number } | number | string ? Name : never;
}[keyof Params] &
  string;

/** A sentence of data/wording.json with its places filled; what is not said otherwise is printed as the answer has it. */
export function fill(template: string, params: object, own: Readonly<Record<string, string | undefined>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const said = own[name] ?? plainWords((params as Readonly<Record<string, unknown>>)[name]);
    if (said === undefined) throw new Error(`nothing fills ${place} in "${template}"`);
    return said;
  });
}

function plainWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null
    ? valueWords(value as Parameters<typeof valueWords>[0])
    : undefined;
}
