import * as z from 'zod/mini';
import { type Format, formats } from './format.js';
import { choice } from './number.js';

/** The flags that every command has. */
export const outputFlags = {
  format: z.optional(choice(formats)),
  json: z.optional(z.boolean()),
  explain: z.optional(z.boolean()),
  color: z.boolean(),
  debug: z.optional(z.boolean()),
};

export interface OutputFlags {
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly color: boolean;
}
