import * as z from 'zod/mini';
import { namesOf } from '../core/interactions/drugs.js';
import { nameKey } from '../core/interactions/names.js';
import { type InteractionParameters, severities } from '../core/interactions/types.js';
import { cited, citedText, id, provenance, provenanceSchema } from './cited.js';

const name = z.string().check(z.trim(), z.minLength(2));
const names = z.array(name).check(z.minLength(1));
const severity = z.enum(severities);
const raised = z.extend(citedText, { severity });

const group = z.strictObject({
  id,
  name,
  severity: z.strictObject({ value: severity, ...provenance }),
  mechanism: citedText,
  advice: citedText,
  others: z.exactOptional(z.array(citedText)),
  depressant: z.boolean(),
  kidney: z.exactOptional(raised),
  taper: z.exactOptional(raised),
});

/** Seven signs: one substance. */
const atcCode = z.string().check(z.regex(/^[A-Z]\d{2}[A-Z]{2}\d{2}$/));
const atc = z.array(atcCode).check(z.minLength(1));

const drug = z.strictObject({
  name,
  group: id,
  synonyms: z.exactOptional(names),
  brands: z.exactOptional(names),
  furtherBrands: z.exactOptional(names),
  atc: z.exactOptional(atc),
  rxnorm: z.exactOptional(z.string().check(z.regex(/^\d+$/))),
  also: z.exactOptional(z.array(citedText)),
});

export const interactionsSchema: z.ZodMiniType<InteractionParameters> = z
  .strictObject({
    names: z.strictObject({
      synonyms: provenanceSchema,
      brands: provenanceSchema,
      furtherBrands: provenanceSchema,
      salts: z.strictObject({ words: names, ...provenance }),
      atc: provenanceSchema,
      rxnorm: provenanceSchema,
    }),
    ownNames: z.strictObject({ names, atc, ...provenance }),
    anotherBaclofen: citedText,
    twoSedatives: z.strictObject({
      severity: z.strictObject({ value: severity, ...provenance }),
      kidneyBelow: cited('mL/min'),
      two: citedText,
      one: citedText,
      advice: citedText,
    }),
    groups: z.array(group).check(z.minLength(1)),
    lists: z
      .array(z.strictObject({ id, ...provenance, drugs: z.array(drug).check(z.minLength(1)) }))
      .check(z.minLength(1)),
  })
  .check(
    z.refine(({ groups }) => new Set(groups.map((each) => each.id)).size === groups.length, 'two groups share an id'),
    z.refine(
      ({ groups, lists }) =>
        lists.every(({ drugs }) => drugs.every((each) => groups.some((known) => known.id === each.group))),
      'a drug belongs to no group',
    ),
    z.refine(({ groups, lists }) => {
      const used = new Set(lists.flatMap(({ drugs }) => drugs.map((each) => each.group)));
      return groups.every((each) => used.has(each.id));
    }, 'a group has no drug'),
    z.refine((content) => oneThingEach(content), 'one name or code stands for two drugs'),
  );

/** Whether every name, and every code, belongs to one drug only. */
function oneThingEach({ ownNames, lists }: Pick<InteractionParameters, 'ownNames' | 'lists'>): boolean {
  const drugs = lists.flatMap((list) => list.drugs);
  const keys = [...ownNames.names, ...drugs.flatMap(namesOf)].map(nameKey);
  const codes = [...ownNames.atc, ...drugs.flatMap(({ atc = [] }) => atc)];
  const rxnorm = drugs.flatMap((each) => (each.rxnorm === undefined ? [] : [each.rxnorm]));
  return [keys, codes, rxnorm].every((all) => new Set(all).size === all.length);
}
