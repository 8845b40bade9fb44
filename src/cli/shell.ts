/** The world that a command prints to. */
export interface Shell {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly columns: number;
}
