import * as z from 'zod';
import type { ProductParameters } from '../core/product.js';
import { cited, citedText, id, plainQuantity, provenance } from './cited.js';

const described = {
  id,
  name: z.string().min(1),
  markets: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  rxnorm: z.strictObject({ code: z.string().regex(/^\d+$/), ...provenance }).exactOptional(),
};

const product = z.discriminatedUnion('kind', [
  z.strictObject({
    ...described,
    kind: z.literal('solid'),
    form: z.enum(['tablet', 'packet']),
    strength: cited('mg'),
    halves: z.strictObject({ allowed: z.boolean(), ...provenance }),
  }),
  z.strictObject({
    ...described,
    kind: z.literal('liquid'),
    form: z.enum(['solution', 'suspension']),
    concentration: cited('mg/mL'),
    step: cited('mL'),
    fineStep: cited('mL')
      .extend({ belowWeight: plainQuantity('kg') })
      .exactOptional(),
    storage: citedText.exactOptional(),
  }),
]);

export const productsSchema: z.ZodType<ProductParameters> = z
  .strictObject({ products: z.array(product).min(1), usual: z.strictObject({ id, ...provenance }) })
  .refine(
    ({ products }) => new Set(products.map((each) => each.id)).size === products.length,
    'two products share an id',
  )
  .refine(({ products, usual }) => products.some((each) => each.id === usual.id), 'the usual product is in the list');
