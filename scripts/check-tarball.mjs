// Packs the package, installs it into an empty folder and runs README's three commands from there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baclofen-tarball-'));
const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

try {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--omit=dev', '--ignore-scripts', join(folder, filename)], folder);
  const examples = [
    ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\$ baclofen (.*)\n([\s\S]*?)^```$/gm),
  ].slice(0, 3);
  if (examples.length < 3) throw new Error('README has fewer than three examples.');
  for (const [, line, expected] of examples) {
    const out = execFileSync(join(folder, 'node_modules', '.bin', 'baclofen'), line.split(' '), {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm' },
    });
    if (out.trimEnd() !== expected.trimEnd()) throw new Error(`baclofen ${line} does not print what README shows.`);
    process.stdout.write(`as in README: baclofen ${line}\n`);
  }
  process.stdout.write(
    `${files.length} files, ${Math.round(unpackedSize / 1024)} kB unpacked, installed and run in an empty folder.\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
