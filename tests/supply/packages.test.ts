import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
}

const manifest = json('package.json');
const lock: { packages: Record<string, Locked> } = json('package-lock.json');
const direct: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('packages', () => {
  it('every version is exact', () => {
    for (const [name, version] of Object.entries(direct)) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/);
  });

  it('the lock file matches', () => {
    expect(lock.packages['']).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      version: manifest.version,
    });
    for (const [name, version] of Object.entries(direct))
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  it('the lock file holds a checksum for each package and names no host', () => {
    expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/"resolved"/);
    // What a package carries inside itself is covered by its own checksum.
    for (const [path, { integrity, inBundle }] of locked) if (!inBundle) expect(integrity, path).toMatch(/^sha512-/);
  });

  it('no package at run time has an install script', () => {
    const atRunTime = locked.filter(([, { dev }]) => !dev);
    expect(atRunTime.length).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
    expect(atRunTime.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it('what is published is what is needed, and nothing runs where it is installed', () => {
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts).not.toHaveProperty(script);
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    const listed: string[] = packed.files.map(({ path }: { path: string }) => path);
    // The sentences and numbers with their sources, and the words that records use, are 125 kB of it, the types of the library 71.
    expect(packed.size / 1000).toBeLessThan(625);
    const alone = [
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SAFETY.md', 'bin/baclofen.js', 'bin/package.json', 'package.json'],
      ...['dist/cli/LICENSES.txt', 'dist/sbom.cdx.json', 'man/baclofen.1'],
    ];
    expect(listed).toEqual(expect.arrayContaining(alone));
    expect(listed.filter((path) => path.startsWith('data/')).sort()).toEqual(
      readdirSync(`${root}data`)
        .map((name) => `data/${name}`)
        .sort(),
    );
    const others = listed.filter((path) => !alone.includes(path) && !path.startsWith('data/'));
    expect(others.filter((path) => !/^dist\/[a-z0-9/-]+\.(?:js|cjs|d\.ts)$/.test(path))).toEqual([]);
  });
});
