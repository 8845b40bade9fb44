import { now, today } from './clock.js';
import { folder, read, readParts } from './read-file.js';
import { save, saveParts } from './save.js';
import type { Shell } from './shell.js';

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string | Uint8Array): unknown;
}

/** What the tool sees of the process that it runs in. */
export interface Surroundings {
  /** Shows a text with a program; whether it could. */
  readonly showWith?: (program: string, text: string) => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly platform?: string;
}

/** The shell but for its colours, which are loaded only where they are wanted. */
export function shellIn(surroundings: Surroundings): Omit<Shell, 'paints'> {
  const { env, stdout } = surroundings;
  return {
    out: (text) => stdout.write(text),
    // A slow reader takes them later.
    outBytes: (bytes) => stdout.write(new Uint8Array(bytes)),
    // Node makes stderr when it is first touched, which takes time and is seldom needed.
    err: (text) => surroundings.stderr.write(text),
    errColumns: () => (surroundings.stderr.isTTY ? columnsOf(surroundings.stderr, env) : undefined),
    page: (text) => {
      const program = pagerIn(surroundings);
      if (program === undefined || !surroundings.showWith?.(program, text)) stdout.write(text);
    },
    posix: surroundings.platform !== 'win32',
    columns: columnsOf(stdout, env),
    ascii: !speaksUtf8(surroundings),
    today,
    now,
    uuid: () => globalThis.crypto.randomUUID(),
    save,
    read,
    readParts,
    folder,
    saveParts,
  };
}

/** FORCE_COLOR before NO_COLOR, as Node itself has it; else colour on a terminal that is not dumb. */
export function wantsColour({ isTTY = false }: Stream, { FORCE_COLOR, NO_COLOR, TERM }: Surroundings['env']): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY && !NO_COLOR && TERM !== 'dumb';
}

/** What long texts are shown with: PAGER, else less; nothing in a pipe, with NO_PAGER, or with `cat`. */
function pagerIn({ stdout, env, platform }: Surroundings): string | undefined {
  const { PAGER, NO_PAGER, TERM } = env;
  if (!stdout.isTTY || NO_PAGER || TERM === 'dumb' || PAGER === '' || PAGER === 'cat') return undefined;
  return PAGER ?? (platform === 'win32' ? undefined : 'command -v less >/dev/null && less');
}

/** COLUMNS where it is set, else what the terminal says, else 80; from 60 to 200, between which tables fit. */
function columnsOf({ columns }: Stream, { COLUMNS }: Surroundings['env']): number {
  const asked = /^[1-9]\d{0,4}$/.test(COLUMNS ?? '') ? Number(COLUMNS) : columns || 80;
  return Math.min(Math.max(asked, 60), 200);
}

/**
 * A locale that names another character set, or plain C, shows no lines and accents; no locale at all says nothing.
 * Nor does the console of Linux, or that of Windows where no better terminal says that it is there.
 */
function speaksUtf8({ env, platform }: Surroundings): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM, WT_SESSION, TERM_PROGRAM } = env;
  if (TERM === 'dumb' || TERM === 'linux') return false;
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (!locale) return platform !== 'win32' || Boolean(WT_SESSION ?? TERM_PROGRAM);
  return /utf-?8/i.test(locale);
}
