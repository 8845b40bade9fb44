/** A line to type: a calculation and the whole request to ask of it, every part of the patient included. */
export interface CommandRequest {
  readonly command: string;
  readonly request: object;
}
