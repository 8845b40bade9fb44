import type * as z from 'zod/mini';
import { InputError } from '../core/values/input-error.js';

/** One thing that is not as a schema has it: where, what stands there, and what belongs there. */
export interface Fault {
  readonly path: readonly string[];
  readonly got: unknown;
  readonly takes: string;
}

/** A value as its schema describes it, or everything in it that is otherwise. */
export function proof<T>(schema: z.ZodMiniType<T>, value: unknown): { readonly ok: T } | { readonly faults: Fault[] } {
  const result = schema.safeParse(value);
  return result.success
    ? { ok: result.data }
    : { faults: result.error.issues.flatMap((issue) => faultsOf(issue, value)) };
}

/** A request from outside as its schema describes it. @throws InputError naming every field that is otherwise. */
export function proven<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = proof(schema, value);
  if ('ok' in result) return result.ok;
  throw InputError.of(result.faults.map(({ path, got, takes }) => new InputError(fieldOf(path), shown(got), takes)));
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, root: unknown): Fault[] {
  const path = issue.path.map(String);
  // Of several forms the one that was most nearly met is spoken of.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
    return nearest.flatMap((each) => faultsOf({ ...each, path: [...issue.path, ...each.path] }, root));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], got: at(root, [...path, key]), takes: 'no such field' }));
  }
  const takes = issue.message === '' || issue.message === 'Invalid input' ? 'what its schema describes' : issue.message;
  return [{ path, got: at(root, path), takes }];
}

function at(root: unknown, path: readonly string[]): unknown {
  let part = root;
  for (const key of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
    part = (part as Record<string, unknown>)[key];
  }
  return part;
}

/** A quantity is one field. */
function fieldOf(path: readonly string[]): string {
  const last = path.at(-1);
  const named = last === 'value' || last === 'unit' ? path.slice(0, -1) : path;
  return named.length === 0 ? 'request' : named.join('.');
}

function shown(got: unknown): string {
  if (got === undefined) return 'nothing';
  if (typeof got === 'number') return String(got);
  try {
    return JSON.stringify(got).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
  } catch {
    return 'what is no JSON';
  }
}
