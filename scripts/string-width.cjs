// What cli-table3 measures each cell with. The package first searches every text for emoji with a regular expression
// that takes 3 ms to compile; text of Latin letters and lines, which is all of ours, is as wide as it is long.
const widthOfAny = require('../node_modules/string-width/index.js');

module.exports = (text) =>
  /^[ -~\u00a0-\u024f\u2010-\u2027\u2500-\u257f]*$/.test(text) ? text.length : widthOfAny(text);
