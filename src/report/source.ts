/** A source as it is printed under an answer. */
export interface PrintedSource {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly publisher: string;
  readonly version: string;
  readonly url?: string;
  readonly readAs?: string;
}

/** What a source is called in a line. */
export function shortName(id: string, sources: readonly PrintedSource[]): string {
  return sources.find((source) => source.id === id)?.short ?? id;
}
