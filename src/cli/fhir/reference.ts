import type { Resource } from './resource.js';

/** How an order for the same patient refers to them, where the record has an id that FHIR allows. */
export function subjectOf(patient: Pick<Resource, 'id'> | undefined): { readonly subject?: string } {
  const id = patient?.id;
  return id !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(id) ? { subject: `Patient/${id}` } : {};
}
