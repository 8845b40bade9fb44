/** A source as it is printed under an answer. */
export interface PrintedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  readonly url?: string;
  readonly readAs?: string;
}
