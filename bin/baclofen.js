#!/usr/bin/env node
// Only a refusal ends in 1: what goes wrong out here, such as a full disk or a damaged installation, ends in 3.
process.on('uncaughtException', ({ message }) => {
  try {
    require('node:fs').writeSync(2, `Something failed outside baclofen: ${String(message).split('\n')[0]}.\n`);
  } finally {
    process.exit(3);
  }
});
// A reader that has seen enough, such as `head`, closes the pipe: no trouble.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const { start } = require('../dist/cli/baclofen.cjs');
const showWith = (program, input) => {
  const options = { shell: true, input, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...process.env } };
  return require('node:child_process').spawnSync(program, options).status === 0;
};
start(process.argv.slice(2), Object.assign(Object.create(process), { showWith })).then((code) => {
  process.exitCode ??= code;
});
