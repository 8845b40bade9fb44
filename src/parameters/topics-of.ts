import type { Parameters } from './load.js';
import type { Topics } from './topics.js';

/** The content of every file of data/ but the sources, by its name. */
export function topicsOf({ sources, date, changed, ...files }: Parameters): Topics {
  return files;
}
