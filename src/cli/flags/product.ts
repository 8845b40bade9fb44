import * as z from 'zod/mini';

/** Product ids; whether they exist is for the core to say. */
export const productFlags = {
  product: z.optional(
    z.array(z.string()).check(z.refine((ids) => new Set(ids).size === ids.length, 'each product once')),
  ),
};
