/** The world that a command prints to. */
export interface Shell {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly columns: number;
  /** Whether it can draw lines and boxes. */
  readonly unicode: boolean;
  /** Today's date, YYYY-MM-DD; read only where `--start-date today` asks for it. */
  readonly today: () => string;
  /** Writes a file whole or not at all, over an existing one only with `force`. @throws InputError where it cannot. */
  readonly save: (path: string, text: string, force: boolean) => void;
}
