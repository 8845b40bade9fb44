#!/usr/bin/env node
const { start } = require('../dist/cli/baclofen.cjs');

// A reader that has seen enough, such as `head`, closes the pipe: no trouble.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
start(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
