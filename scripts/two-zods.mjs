// Flags need five kinds of schema, and load them at every start; data, results and patient files need thirty. The
// bundler keeps one copy of a package for all, so the second copy goes by another name.
import { readFileSync } from 'node:fs';

const needsAll = /src\/(parameters|cli\/(contract|explain|fhir|patient|commands\/schema))\b/;
const all = '?all';

/** A plugin of the bundler. */
export const twoZods = {
  name: 'two-zods',
  async resolveId(source, importer = '') {
    const inCopy = importer.endsWith(all);
    if (!inCopy && !(/^zod\b/.test(source) && needsAll.test(importer))) return null;
    const resolved = await this.resolve(source, inCopy ? importer.slice(0, -all.length) : importer, { skipSelf: true });
    return resolved && { ...resolved, id: resolved.id + all };
  },
  load: (id) => (id.endsWith(all) ? readFileSync(id.slice(0, -all.length), 'utf8') : null),
};

export const isSecondCopy = (id) => id.endsWith(all);
