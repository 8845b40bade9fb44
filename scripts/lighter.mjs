// What the bundled command line leaves out of its packages, for the time it takes at every start. The tests run the
// packages as they are; a package that no longer reads as expected stops the build.
const edits = [
  {
    file: 'commander/lib/command.js',
    // Loaded to run commands that are programs of their own; there are none here.
    from: "const childProcess = require('node:child_process');",
    to: "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };",
  },
  {
    file: 'cli-table3/src/cell.js',
    // A trace that nobody reads shortens every cell to ten letters, one letter at a time.
    from: 'let content = utils.truncate(this.content, 10, this.truncate);',
    to: "let content = '';",
  },
  {
    file: 'cli-table3/src/utils.js',
    // Searches for emoji with an expression that takes 3 ms to compile. Our letters are one column wide each, as the
    // widths of the columns and the breaking of lines take them to be.
    from: "const stringWidth = require('string-width');",
    to: 'const stringWidth = (text) => text.length;',
  },
];

/** A plugin of the bundler. */
export const lighter = {
  name: 'lighter',
  transform(code, id) {
    const edit = edits.find(({ file }) => id.endsWith(`node_modules/${file}`));
    if (edit === undefined) return null;
    if (code.split(edit.from).length !== 2) throw new Error(`${edit.file} is not as scripts/lighter.mjs expects it`);
    return code.replace(edit.from, () => edit.to);
  },
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = quicker(file.code);
  },
};

/**
 * Node keeps a text of ASCII in half the memory, and reads an arrow function among arguments, such as the wrapper of a
 * package, twice before it runs it.
 */
function quicker(code) {
  return code
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/__commonJSMin\(\(\(?([\w,]*)\)?=>\{/g, '__commonJSMin((function($1){');
}
