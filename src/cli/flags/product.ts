import * as z from 'zod';

/** Product ids; whether they exist is for the core to say. */
export const productFlags = {
  product: z
    .array(z.string())
    .refine((ids) => new Set(ids).size === ids.length, 'each product once')
    .optional(),
};
