/** An object out of JSON of which nothing is known yet. */
export type Node = Readonly<Record<string, unknown>>;

export function nodeOf(part: unknown): Node | undefined {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? (part as Node) : undefined;
}

/** What stands there as a list: one thing where FHIR has several is a list of one. */
export function listOf(part: unknown): readonly unknown[] {
  if (part === undefined || part === null) return [];
  return Array.isArray(part) ? part : [part];
}

export function nodesOf(part: unknown): Node[] {
  return listOf(part).flatMap((each): Node[] => {
    const node = nodeOf(each);
    return node ? [node] : [];
  });
}

export function textOf(part: unknown): string | undefined {
  return typeof part === 'string' && part.trim() !== '' ? part.trim() : undefined;
}

/** A code or an id, which some records have as a number. */
export function codeOf(part: unknown): string | undefined {
  return typeof part === 'number' ? String(part) : textOf(part);
}

/** Whether anything stands there; an empty list, object or text is nothing. */
export function hasContent(part: unknown): boolean {
  if (part === undefined || part === null || part === '') return false;
  if (typeof part !== 'object') return true;
  return Object.values(part).some((each) => hasContent(each));
}

/** The first element with content that is not among those understood. */
export function notUnderstood(part: Node, understood: ReadonlySet<string>): string | undefined {
  return Object.keys(part).find((key) => !understood.has(key) && hasContent(part[key]));
}

export interface Coding {
  readonly system: string | undefined;
  readonly code: string | undefined;
  readonly display: string | undefined;
}

/** A CodeableConcept: its codes, and the words it is said in. */
export interface Concept {
  readonly codings: readonly Coding[];
  readonly text: string | undefined;
}

export function conceptOf(part: unknown): Concept {
  const node = nodeOf(part);
  if (node === undefined) return { codings: [], text: textOf(part) };
  const codings = nodesOf(node.coding).map(({ system, code, display }) => ({
    system: textOf(system),
    code: codeOf(code),
    display: textOf(display),
  }));
  return { codings, text: textOf(node.text) };
}

/** All words of a concept. */
export function wordsOf({ codings, text }: Concept): string {
  return [text, ...codings.map(({ display }) => display)].filter((each) => each !== undefined).join('; ');
}

/** A status in small letters; a concept where a newer FHIR has one. */
export function statusOf(part: unknown): string | undefined {
  const code = codeOf(part) ?? conceptOf(part).codings[0]?.code ?? conceptOf(part).text;
  return code?.toLowerCase();
}
