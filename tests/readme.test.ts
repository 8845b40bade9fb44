import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/cli/catalogue.js';
import { argvOf, run } from './cli/run.js';

const path = new URL('../README.md', import.meta.url);
const readme = readFileSync(path, 'utf8');
const example = /```console\n\$ (baclofen[^\n]*)\n[\s\S]*?```/g;

describe('README', () => {
  it('fits a sitting', () => expect(readme.split('\n').length).toBeLessThanOrEqual(200));

  it('shows one short answer, and lines to type that are answered', () => {
    expect([...readme.matchAll(example)].map(([, line = '']) => argvOf(line)[0])).toEqual(['titrate']);
    const [, table = ''] = /^\| I want to \| type \|\n([\s\S]*?)\n\n/m.exec(readme) ?? [];
    const lines = [...table.matchAll(/`(baclofen [^`]*)`/g)].map(([, line = '']) => line);
    const files = { 'patient.json': readFileSync(new URL('fixtures/patient.json', import.meta.url), 'utf8') };
    // A cohort is not at hand here; tests/cli/panel reads several.
    for (const line of lines.filter((each) => !each.includes('cohort.csv') && !each.endsWith('--help')))
      expect({ line, code: run(argvOf(line), 80, { files }).code }).toEqual({ line, code: 0 });
    const commands = new Set(lines.map((line) => argvOf(line)[0]));
    expect(catalogue.map(({ name }) => name).filter((name) => !commands.has(name))).toEqual([
      'explain',
      'products',
      'completion',
    ]);
  });

  it('leads to files that are there, as do the pages below docs/', () => {
    for (const page of [
      'README.md',
      'docs/guide.md',
      'docs/glossary.md',
      'docs/decisions.md',
      'tests/README.md',
      'CONTRIBUTING.md',
    ]) {
      const at = new URL(`../${page}`, import.meta.url);
      const links = [...readFileSync(at, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
      expect(
        links.filter((link) => !existsSync(new URL(link, at))),
        page,
      ).toEqual([]);
    }
  });

  // `npx vitest run -u` writes the examples anew.
  it('prints what its examples print', async () => {
    const printed = readme.replace(
      example,
      (_, line: string) => `\`\`\`console\n$ ${line}\n${run(argvOf(line)).out.trimEnd()}\n\`\`\``,
    );
    await expect(printed).toMatchFileSnapshot(fileURLToPath(path));
  });

  it.each([
    ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ])(
    'has an example of the library that compiles under %s',
    (_, module, moduleResolution) => {
      const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
      expect(example).toContain("from 'baclofen'");
      expect(compile(example, { module, moduleResolution })).toEqual([]);
    },
    60_000,
  );
});

/** The complaints of the compiler about a file beside README, which sees the package as its users do. */
function compile(text: string, options: ts.CompilerOptions): string[] {
  const name = fileURLToPath(new URL('../example.ts', import.meta.url));
  const strict = {
    ...options,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
  };
  const host = ts.createCompilerHost(strict);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) =>
    path === name ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([name], strict, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
