// Whether what --json prints of the command lines in docs/commands is, byte for byte, what another version of this
// repository printed of the same: npm run build in both, then npm run compare:json OTHER_FOLDER [--show].
// Lists what differs by the path of the first field that does. Ends in 1 where anything differs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const [other, show] = process.argv.slice(2);
if (other === undefined) throw new Error('the folder of the other version is missing');

const folder = join(here, 'docs/commands');
const lines = readdirSync(folder)
  .map((name) => /^\$ baclofen (.*)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? '')
  .filter((line) => line !== '' && !/--help|--output|completion|schema|demo| -h\b/.test(line))
  .map((line) => `${line.replace(/ --(?:format \S+|json|chart|explain|full)/g, '')} --json`);

/** Through a shell, as the line was recorded. */
function printed(root, line) {
  const command = `"$NODE" "$ROOT/bin/baclofen.js" ${line}`;
  const env = { PATH: process.env.PATH, NODE: process.execPath, ROOT: root };
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd: here, env, encoding: 'utf8' });
  return { out: stdout, err: stderr, status };
}

/** The path of the first field that differs. */
function firstDifference(a, b, path = '') {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path || 'the whole';
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const unique = [...new Set(lines)];
const differing = [];
for (const line of unique) {
  const [now, then] = [printed(here, line), printed(other, line)];
  if (now.out === then.out && now.status === then.status) continue;
  const where = firstDifference(parsed(then.out), parsed(now.out)) ?? `exit code ${then.status}, now ${now.status}`;
  differing.push({ line, where: where.replace(/\.\d+(?=\.|$)/g, '.n') });
}
console.log(`${unique.length} lines: ${unique.length - differing.length} byte-equal, ${differing.length} not.`);
const by = new Map();
for (const { where } of differing) by.set(where, (by.get(where) ?? 0) + 1);
for (const [where, count] of [...by].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(5)}  ${where}`);
if (show) for (const { line, where } of differing) console.log(`baclofen ${line}: ${where}`);
process.exitCode = differing.length === 0 ? 0 : 1;
