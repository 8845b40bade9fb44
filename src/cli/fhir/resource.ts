import type { InputError } from '../../core/values/input-error.js';
import { fileError, type InputFile } from '../input-file.js';
import type { Node } from './node.js';
import type { Vocabulary } from './vocabulary.js';

/** What a FHIR reader works with: the file, for sentences, and the day on which it is read. */
export interface FhirContext {
  readonly file: InputFile;
  readonly today: string;
  /** From this age on years are counted whole, as the equations for adults take them. */
  readonly adultAge: number;
  readonly vocabulary: Vocabulary;
  /** Sentences that orders of our own carry for the patient: they say nothing of the dose. */
  readonly ours: readonly string[];
}

/** A resource of a record, wherever it stood: in a Bundle, inside another, or alone. */
export interface Resource {
  readonly type: string;
  /** "Observation/17", or its place in the file where it has no id. */
  readonly name: string;
  readonly id?: string;
  readonly fullUrl?: string;
  readonly content: Node;
  /** The resource that it stands inside of. */
  readonly inside?: Resource;
  /** Another one with the same id says something else, and neither is the newer. */
  readonly disputed?: true;
}

/** A sentence about a file: its reason is never cut for the sake of a long path. */
export function refused({ file }: Pick<FhirContext, 'file'>, what: string, takes: string): InputError {
  return fileError(file, what, takes);
}

/** A reference taken apart: "Patient/7", "http://x/fhir/Patient/7/_history/2", "urn:uuid:7", "#7". */
export interface Referenced {
  readonly base?: string;
  readonly type?: string;
  readonly id: string;
}

export function referencedBy(url: string): Referenced {
  const plain = url.replace(/\/_history\/[^/]*$/, '').replace(/\?.*$/, '');
  const [, base, type, id] = /^(https?:\/\/.+)\/([A-Z][A-Za-z]+)\/([^/]+)$/.exec(plain) ?? [];
  if (base !== undefined && type !== undefined && id !== undefined) return { base, type, id };
  const [, kind, relative] = /^\/?([A-Z][A-Za-z]+)\/([^/]+)$/.exec(plain) ?? [];
  if (kind !== undefined && relative !== undefined) return { type: kind, id: relative };
  return { id: plain.replace(/^urn:(uuid|oid):/, '').replace(/^.*[/#]/, '') };
}
