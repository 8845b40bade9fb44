import { readFileSync } from 'node:fs';

/** Where the data files are. */
export const dataFolder = new URL('../../data/', import.meta.url);

export function readText(folder: URL, name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
