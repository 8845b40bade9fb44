import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { argvOf, run } from './cli/run.js';

const path = new URL('../README.md', import.meta.url);
const readme = readFileSync(path, 'utf8');
const example = /```console\n\$ (baclofen[^\n]*)\n[\s\S]*?```/g;

describe('README', () => {
  it('shows one example of each main command', () => {
    const shown = [...readme.matchAll(example)].map(([, line = '']) => argvOf(line)[0]);
    expect(new Set(shown)).toEqual(
      new Set(['titrate', 'renal', 'taper', 'infant-dose', 'milk', 'newborn', 'monograph', 'levels', 'intrathecal']),
    );
  });

  // `npx vitest run -u` writes the examples anew.
  it('prints what its examples print', async () => {
    const printed = readme.replace(
      example,
      (_, line: string) => `\`\`\`console\n$ ${line}\n${run(argvOf(line)).out.trimEnd()}\n\`\`\``,
    );
    await expect(printed).toMatchFileSnapshot(path.pathname);
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
  const name = new URL('../example.ts', import.meta.url).pathname;
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
