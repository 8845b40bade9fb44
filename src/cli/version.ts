import { readFileSync } from 'node:fs';

let found: string | undefined;

/** The version in package.json. */
export function version(): string {
  found ??= readVersion();
  return found;
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
