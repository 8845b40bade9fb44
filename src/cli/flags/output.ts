import * as z from 'zod/mini';
import { type Format, formats, planFormats } from './format.js';
import { choice } from './number.js';

const common = {
  json: z.optional(z.boolean()),
  explain: z.optional(z.boolean()),
  color: z.boolean(),
  debug: z.optional(z.boolean()),
  output: z.optional(z.string().check(z.refine((path) => path !== '' && !/\p{Cc}/u.test(path), 'the name of a file'))),
  force: z.optional(z.boolean()),
};

/** The flags that every command has. */
export const outputFlags = { format: z.optional(choice(formats)), ...common };

/** The same for a command that plans doses by the day. */
export const planOutputFlags = { format: z.optional(choice(planFormats)), ...common };

export interface OutputFlags {
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly color: boolean;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}
