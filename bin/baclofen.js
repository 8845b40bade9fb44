#!/usr/bin/env node
import { today } from '../dist/cli/clock.js';
import { main } from '../dist/cli/main.js';
import { read } from '../dist/cli/read-file.js';
import { save } from '../dist/cli/save.js';
import { drawsLines } from '../dist/cli/terminal.js';

process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.hasColors?.() ?? Boolean(process.env.FORCE_COLOR),
  columns: process.stdout.columns ?? 80,
  unicode: drawsLines(process.env, process.platform),
  today,
  save,
  read,
});
