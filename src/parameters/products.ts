import * as z from 'zod/mini';
import type { ProductParameters } from '../core/doses/product.js';
import { cited, citedText, id, plainQuantity, provenance, withPlaces } from './cited.js';

const described = {
  id,
  name: z.string().check(z.minLength(1)),
  markets: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.minLength(1)),
  rxnorm: z.exactOptional(z.strictObject({ code: z.string().check(z.regex(/^\d+$/)), ...provenance })),
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
    fineStep: z.exactOptional(z.extend(cited('mL'), { below: plainQuantity('mL') })),
    storage: z.exactOptional(citedText),
  }),
]);

const coded = z.strictObject({
  system: z.string().check(z.regex(/^https?:\/\//)),
  code: z.string().check(z.minLength(1)),
  ...provenance,
});

export const productsSchema: z.ZodMiniType<ProductParameters> = z
  .strictObject({
    products: z.array(product).check(z.minLength(1)),
    codes: z.strictObject({ drug: coded, byMouth: coded }),
    usual: z.strictObject({ id, ...provenance }),
    syringe: withPlaces(['mark', 'volumes']),
  })
  .check(
    z.refine(
      ({ products }) => new Set(products.map((each) => each.id)).size === products.length,
      'two products share an id',
    ),
    z.refine(
      ({ products, usual }) => products.some((each) => each.id === usual.id),
      'the usual product is in the list',
    ),
  );
