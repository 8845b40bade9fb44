import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps its programs, a folder a version. */
const folder = '/usr/lib/postgresql';
const [version] = existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
export const hasPostgres = version !== undefined;

export interface Database {
  /** Runs statements; the answer of the last is comma-separated text with a header. */
  query(sql: string): string;
  stop(): void;
}

/** A PostgreSQL of its own, on a socket in a new folder and without a network. */
export function startPostgres(): Database {
  const place = mkdtempSync(join(tmpdir(), 'baclofen-pg-'));
  // It refuses to run as root.
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']));
  const user = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : undefined;
  if (user) chownSync(place, user.uid, user.gid);
  const run = (program: string, args: readonly string[], options: ExecFileSyncOptions = {}) =>
    String(
      execFileSync(join(folder, version ?? '', 'bin', program), args, {
        cwd: place,
        maxBuffer: 2 ** 30,
        stdio: ['pipe', 'pipe', 'inherit'],
        ...user,
        ...options,
      }),
    );
  const data = join(place, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'tests', '--no-locale', '-E', 'UTF8', '--no-sync']);
  const settings = `-F -c listen_addresses= -k ${place}`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(place, 'log'), '-o', settings, 'start'], { stdio: 'ignore' });
  return {
    query: (sql) =>
      run('psql', ['-h', place, '-U', 'tests', '-d', 'postgres', '-q', '--csv', '-v', 'ON_ERROR_STOP=1'], {
        input: sql,
      }),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(place, { recursive: true, force: true });
    },
  };
}
