/** The world that a command reads from and prints to. */
export interface Shell {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly columns: number;
  /** Today's date, YYYY-MM-DD; for the age of a patient and of a measurement in a file. */
  readonly today: () => string;
  /** The text of a file, `-` for standard input. @throws ReadError where it cannot be read. */
  readonly read: (path: string) => string;
}
