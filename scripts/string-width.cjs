// Stands for the package string-width, by an alias in build.mjs, for cli-table3: our letters are one column wide each, as
// the widths of columns and the breaking of lines take them to be. The package searches for emoji with an expression
// that takes 4 to 7 ms of processor time to compile at each start (least and lower quartile of 25 alternating runs).
module.exports = (text) => text.length;
