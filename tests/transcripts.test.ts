import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { argvOf, run } from './cli/run.js';

const folder = new URL('../docs/commands/', import.meta.url);

/** A transcript is a Markdown file with one command line; `npx vitest run -u` writes what it prints below it. */
describe('transcripts', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(20));

  it.each(files)('%s', async (name) => {
    const path = new URL(name, folder);
    const line = /^\$ (baclofen.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    expect(line).not.toBe('');
    await expect(transcript(line)).toMatchFileSnapshot(fileURLToPath(path));
  });

  it.each(files.filter((name) => !/json|csv|markdown|fhir|note/.test(name)))('%s fits 80 columns', (name) => {
    const [, answer = ''] = readFileSync(new URL(name, folder), 'utf8').split('```');
    const rows = answer.split('\n').slice(2);
    // A line to copy stands whole.
    const words = rows.filter((row) => !/^(?:- )?(?:Type|Next|First down): baclofen /.test(row));
    for (const line of words) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

function transcript(line: string): string {
  const { out, err, code } = run(argvOf(line));
  const block = (text: string) => `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    `\`\`\`\n$ ${line}\n${out.trimEnd()}\n\`\`\`\n`,
    ...(err === '' ? [] : [`On stderr:\n\n${block(err)}`]),
    `Exit code ${code}.\n`,
  ].join('\n');
}
