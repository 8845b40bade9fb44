import child from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs, { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { argvOf, run } from '../cli/run.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = new URL('../../docs/commands/', import.meta.url);

/** Every command line of the transcripts. */
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => argvOf(/^\$ (baclofen.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? ''));

const reached: string[] = [];

function forbid(module: object, names: readonly string[]): void {
  for (const name of names)
    vi.spyOn(module as Record<string, () => void>, name).mockImplementation(() => {
      reached.push(name);
      throw new Error(`${name} was called`);
    });
}

const writing = [
  'writeFileSync',
  'appendFileSync',
  'mkdirSync',
  'writeFile',
  'appendFile',
  'createWriteStream',
  'renameSync',
  'copyFileSync',
  'mkdtempSync',
  'writeSync',
] as const;

describe('privacy', () => {
  beforeAll(() => {
    forbid(net, ['connect', 'createConnection', 'createServer']);
    forbid(net.Socket.prototype, ['connect']);
    forbid(tls, ['connect']);
    forbid(http, ['request', 'get']);
    forbid(https, ['request', 'get']);
    forbid(dns, ['lookup', 'resolve']);
    forbid(dgram, ['createSocket']);
    forbid(globalThis, ['fetch']);
    forbid(child, ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']);
    syncBuiltinESMExports();
  });
  afterAll(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  it('the trap is set', () => {
    expect(() => http.get('http://127.0.0.1')).toThrow('was called');
    expect(() => net.connect(1)).toThrow('was called');
    expect(() => createRequire(import.meta.url)('node:dns').lookup('localhost', () => {})).toThrow('was called');
    reached.length = 0;
  });

  it('no command opens a connection', () => {
    expect(lines.length).toBeGreaterThan(100);
    for (const argv of lines) expect([0, 1, 2], argv.join(' ')).toContain(run(argv).code);
    expect(reached).toEqual([]);
  });

  it('no command writes a file but with --output', () => {
    const spies = writing.map((name) => vi.spyOn(fs, name as 'writeFileSync'));
    syncBuiltinESMExports();
    for (const argv of lines.filter((each) => !each.includes('--output'))) run(argv);
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    const path = join(fs.mkdtempSync(join(tmpdir(), 'baclofen-written-')), 'plan.txt');
    for (const spy of spies) spy.mockClear();
    run(['titrate', '--start', '5', '--output', path]);
    // The trap sees the one file that is written, which shows that it would see others.
    expect(spies.flatMap((spy) => spy.mock.calls).length).toBeGreaterThan(0);
    fs.rmSync(path);
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  });
});

function sources(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(path, entry.name)) : [join(path, entry.name)],
  );
}

describe('the source', () => {
  const files = [...sources('src'), ...sources('bin')].map(
    (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
  );

  it('no source file names a module of the network', () => {
    for (const [path, code] of files) {
      // The door starts the pager that the user named, and nothing else; a cohort is judged by threads of the same process.
      const allowed: Readonly<Record<string, readonly string[]>> = {
        'bin/baclofen.js': ["require('node:child_process').spawnSync(program"],
        'src/cli/panel/crew.ts': ["from 'node:worker_threads'", "require('node:worker_threads')"],
      };
      const seen = (allowed[path] ?? []).reduce((rest, each) => rest.replace(each, ''), code);
      expect(seen, path).not.toMatch(
        /['"](?:node:)?(?:net|http|https|http2|dns|tls|dgram|child_process|worker_threads|inspector)['"/]/,
      );
      expect(code, path).not.toMatch(
        /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|eval)\s*\(|new Function\(|\bimport\((?!'\.\.?\/)/,
      );
    }
  });

  it('only saving writes, and nothing but what bin hands over is looked at', () => {
    const writers = files.filter(([, code]) =>
      /\b(?:writeFile|appendFile|mkdir|rename(?:Sync)?\(|createWriteStream|openSync\([^)]*'w)/.test(code),
    );
    expect(writers.map(([path]) => path)).toEqual(['src/cli/save.ts']);
    const environment = files.filter(([, code]) => /process\.env/.test(code));
    // The pager gets the environment that the tool was started in.
    expect(environment.map(([path]) => path)).toEqual(['bin/baclofen.js']);
  });
});
