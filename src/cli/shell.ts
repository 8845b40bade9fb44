import type { Paints } from '../report/render/paint.js';
import type { Parts } from './read-file.js';
import type { Saving } from './save.js';

/** The world that a command reads from and prints to. */
export interface Shell {
  readonly out: (text: string) => void;
  /** As `out`, for text that is in UTF-8 already; the bytes are of use to the caller again. */
  readonly outBytes: (bytes: Uint8Array) => void;
  readonly err: (text: string) => void;
  /** As `out`, for what is longer than a screen: on a terminal it can be paged through. */
  readonly page: (text: string) => void;
  readonly paints: Paints;
  readonly columns: number;
  /** Whether the terminal shows no more than ASCII. */
  readonly ascii: boolean;
  /** How wide stderr is where that is a terminal: someone reads along, and lines are broken for them. */
  readonly errColumns: () => number | undefined;
  /** Whether a line to copy may be quoted as POSIX has it. */
  readonly posix: boolean;
  /** Today's date, YYYY-MM-DD; read only for `--start-date today`, the ages in a patient file and `--stale`. */
  readonly today: () => string;
  /** This moment, UTC, YYYY-MM-DDTHH:MM:SSZ; read only for a calendar, whose events are counted by it. */
  readonly now: () => string;
  /** The address of the file of this program, where it can be run in another thread. */
  readonly program?: string;
  /** A name that nothing else has; asked only for FHIR. */
  readonly uuid: () => string;
  /** Writes a file whole or not at all, over an existing one only with `force`. @throws InputError where it cannot. */
  readonly save: (path: string, text: string, force: boolean) => void;
  /** The text of a file, `-` for standard input. @throws ReadError where it cannot be read. */
  readonly read: (path: string) => string;
  /** The names of the files of a folder; undefined where it is none. */
  readonly folder: (path: string) => readonly string[] | undefined;
  /** The same in parts, however large. @throws ReadError where it cannot be read. */
  readonly readParts: (path: string) => Parts;
  /** A file that is written in parts, whole or not at all. @throws InputError where it cannot. */
  readonly saveParts: (path: string, force: boolean) => Saving;
}
