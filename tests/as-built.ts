import { createRequire } from 'node:module';

// Tables are drawn with the letter widths of the built program, by the alias of scripts/build.mjs: the package itself
// is ten times as slow, and a long table tries each cell letter by letter.
const require = createRequire(import.meta.url);
const ofTables = createRequire(require.resolve('cli-table3'));
const ours = require.resolve('../scripts/string-width.cjs');
require(ours);
require.cache[ofTables.resolve('string-width')] = require.cache[ours];
