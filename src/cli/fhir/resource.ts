import * as z from 'zod/mini';
import { InputError } from '../../core/values/input-error.js';
import { printable } from '../flags/printable.js';
import type { InputFile } from '../input-file.js';

/** What a FHIR reader works with: the file, for sentences, and the day on which it is read. */
export interface FhirContext {
  readonly file: InputFile;
  readonly today: string;
  /** From this age on years are counted whole, as the equations for adults take them. */
  readonly adultAge: number;
}

/** A resource of a type that is read here; everything else in it is left to its reader. */
export interface Resource {
  readonly type: string;
  /** "Observation/17", or its place in the file where it has no id. */
  readonly name: string;
  readonly id?: string;
  readonly fullUrl?: string;
  readonly content: object;
}

export const coding = z.object({
  system: z.optional(z.string()),
  code: z.optional(z.string()),
  display: z.optional(z.string()),
});

export const concept = z.object({ coding: z.optional(z.array(coding)), text: z.optional(z.string()) });

export const reference = z.object({ reference: z.optional(z.string()) });

const types: readonly string[] = ['Patient', 'Observation', 'MedicationRequest', 'MedicationStatement', 'Medication'];

/** An id that is no text is none; the resource is read all the same. */
const head = z.object({ resourceType: z.string(), id: z.catch(z.optional(z.string()), undefined) });

const bundle = z.object({
  entry: z.optional(z.array(z.object({ fullUrl: z.optional(z.string()), resource: z.optional(z.unknown()) }))),
});

/** The resources of the types that are read, out of single resources and Bundles; all others are passed over. */
export function resourcesOf(contents: readonly object[], { file }: FhirContext): Resource[] {
  const all = contents.flatMap((content) => {
    if (!('resourceType' in content) || content.resourceType !== 'Bundle') return [{ resource: content as unknown }];
    return proven(bundle, content, 'Bundle', file).entry ?? [];
  });
  return all.flatMap((entry, index): Resource[] => {
    const found = head.safeParse(entry.resource);
    if (!found.success || !types.includes(found.data.resourceType)) return [];
    const { resourceType: type, id } = found.data;
    const fullUrl = 'fullUrl' in entry ? entry.fullUrl : undefined;
    const name = `${type}/${id === undefined ? `number ${index + 1}` : printable(id)}`;
    return [{ type, name, content: entry.resource as object, ...(id && { id }), ...(fullUrl && { fullUrl }) }];
  });
}

/** A resource as FHIR R4 has it. @throws InputError naming the resource and what in it is not so. */
export function proven<T>(
  schema: z.ZodMiniType<T>,
  content: object,
  name: string,
  { field, name: file }: InputFile,
): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  throw new InputError(field, `${file}, where ${where} of ${name} is not as it should be`, 'FHIR R4');
}

/** The last part of a reference: "Patient/7", "http://x/Patient/7/_history/2" and "urn:uuid:7" are all "7". */
export function referencedId(url: string): string {
  return url
    .replace(/\/_history\/[^/]*$/, '')
    .replace(/^urn:(uuid|oid):/, '')
    .replace(/^.*[/#]/, '');
}
