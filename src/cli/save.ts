import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../core/values/input-error.js';
import { printable } from './flags/printable.js';
import { codeOf } from './read-file.js';

const permissions = 0o7777;

/** A disk that does not take the file: no fault of what was typed, which may be right, so it does not end in 2. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
}

/** A file on its way: written in parts, it takes its name when it is done, or never. */
export interface Saving {
  readonly write: (text: string | Uint8Array) => void;
  readonly done: () => void;
  /** Leaves nothing behind; of no effect once it is done. */
  readonly drop: () => void;
}

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name, and its mode where there was
 * one. Whoever ends the process meanwhile waits until the file is there or what was begun is gone.
 * @throws InputError where a file of that name exists and `force` is not given, or may not be written; DiskError where
 * the disk does not take it.
 */
export function save(path: string, text: string, force: boolean): void {
  const saving = saveParts(path, force);
  try {
    saving.write(text);
    saving.done();
  } finally {
    saving.drop();
  }
}

/** The same for what comes in parts. @throws as `save` does, from each of its functions. */
export function saveParts(path: string, force: boolean): Saving {
  const shown = `"${printable(path)}"`;
  const exists = existsSync(path);
  if (exists && !statSync(path).isFile())
    throw new InputError('output', `${shown}, which is no plain file`, 'the name of a file');
  if (exists && !force) throw taken(shown);
  // A link stays a link: what it leads to is replaced.
  const target = exists ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${globalThis.crypto.randomUUID()}.tmp`);
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (codeOf(error) === 'EEXIST' && !exists) throw taken(shown);
      const trouble = troubles[codeOf(error)];
      if (trouble) throw new DiskError(`Nothing was written to ${shown}: ${trouble}.`);
      throw new InputError('output', `${shown}, which cannot be written (${reasonOf(error)})`, 'a path that can');
    }
  };
  const left = new Set<string>();
  const resume = heldOff();
  // Nobody may read meanwhile what only some could read before.
  const file = told(() => openSync(beside, 'wx', exists ? 0o600 : undefined));
  left.add(beside);
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (text) => told(() => writeFileSync(file, text)),
    done: () =>
      told(() => {
        close();
        if (exists) chmodSync(beside, statSync(target).mode & permissions);
        else {
          // Fails where a file of that name was made in the meantime.
          closeSync(openSync(target, 'wx'));
          left.add(target);
        }
        renameSync(beside, target);
        left.clear();
      }),
    drop: () => {
      close();
      for (const each of left) if (existsSync(each)) rmSync(each);
      left.clear();
      resume();
    },
  };
}

const endings = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const signals = Object.keys(endings) as (keyof typeof endings)[];

/** How many files are on their way. */
let held = 0;

/**
 * Takes signals that end the process until the returned function is called. Node hands a signal on only between two
 * pieces of work: one that came while a file was written ends the process then, with the code of that signal.
 */
function heldOff(): () => void {
  if (held === 0) for (const signal of signals) process.on(signal, end);
  held += 1;
  const resume = () => {
    held -= 1;
    if (held === 0) for (const signal of signals) process.off(signal, end);
  };
  // After one whole turn of Node, in which it hears of a signal that came.
  return () => setImmediate(() => setImmediate(resume));
}

function end(signal: NodeJS.Signals): void {
  process.exit(128 + endings[signal as keyof typeof endings]);
}

function taken(shown: string): InputError {
  return new InputError('output', `${shown}, which exists`, 'a new name, or --force to write over it');
}

const troubles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be stored here',
  EFBIG: 'a file may not be so large here',
  EIO: 'the disk failed',
};

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'the folder is a file',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'read-only',
  ENAMETOOLONG: 'the name is too long',
};

function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (codeOf(error) || 'unknown reason');
}
