import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../core/values/input-error.js';
import { printable } from './flags/printable.js';
import { codeOf } from './read-file.js';

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name.
 * @throws InputError where a file of that name exists and `force` is not given, or it cannot be written.
 */
export function save(path: string, text: string, force: boolean): void {
  const shown = `"${printable(path)}"`;
  const exists = existsSync(path);
  if (exists && !statSync(path).isFile())
    throw new InputError('output', `${shown}, which is no plain file`, 'the name of a file');
  if (exists && !force) throw taken(shown);
  // A link stays a link: what it leads to is replaced.
  const target = exists ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
  let claimed = false;
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    if (!exists) {
      // Fails where a file of that name was made in the meantime.
      closeSync(openSync(target, 'wx'));
      claimed = true;
    }
    renameSync(beside, target);
    claimed = false;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && !exists) throw taken(shown);
    throw new InputError('output', `${shown}, which cannot be written (${reasonOf(error)})`, 'a path that can');
  } finally {
    for (const left of [beside, ...(claimed ? [target] : [])]) if (existsSync(left)) rmSync(left);
  }
}

function taken(shown: string): InputError {
  return new InputError('output', `${shown}, which exists`, 'a new name, or --force to write over it');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'the folder is a file',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (codeOf(error) || 'unknown reason');
}
