import { readFileSync } from 'node:fs';
import { DataError } from './data-error.js';
import { dataFolder } from './folder.js';
import { type Parameters, parametersOf } from './prove.js';

export type { Parameters } from './prove.js';

/**
 * Reads data/, checks every file against its schema and every citation against sources.json, and freezes the result.
 * Where there are no files, as in a browser, dist/parameters/bundled.js stands in its place with the data as a module.
 * @throws DataError naming the file and the field.
 */
export function loadParameters(folder: URL = dataFolder): Parameters {
  return parametersOf((name) => read(new URL(`${name}.json`, folder), name));
}

function read(file: URL, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new DataError(`data/${name}.json cannot be read: ${why}`);
  }
}
