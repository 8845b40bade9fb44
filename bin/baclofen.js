#!/usr/bin/env node
const { start } = require('../dist/cli/baclofen.cjs');

// A reader that has seen enough, such as `head`, closes the pipe: no trouble.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
start(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
