import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = (path: string) => readFileSync(at(path), 'utf8');

const sentence = z.string().min(15).endsWith('.');
const hazardsSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
      hazard: sentence,
      cause: sentence,
      controls: z
        .array(
          z.strictObject({
            what: sentence,
            file: z.string(),
            tests: z.array(z.tuple([z.string().startsWith('tests/'), z.string().min(3)])).min(1),
          }),
        )
        .min(1),
      remains: sentence.optional(),
    }),
  )
  .min(40);

const hazards = hazardsSchema.parse(JSON.parse(text('safety/hazards.json')));

/** The names that a test file gives to its tests and groups, as they are written. */
function namesIn(code: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(it|describe|test)(\.each)?\b/.test(node.expression.getText(file))) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteralLike(name)) names.add(name.text);
      if (name !== undefined && ts.isTemplateExpression(name)) names.add(name.getText(file).slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('test.ts', code, ts.ScriptTarget.ES2022, true);
  visit(file);
  return names;
}

describe('hazards', () => {
  it('have names of their own', () => {
    const ids = hazards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(hazards.map(({ id, controls }) => [id, controls] as const))(
    '%s has controls, and tests that hold them',
    (_, controls) => {
      for (const { file, tests } of controls) {
        expect(existsSync(at(file)), file).toBe(true);
        for (const [path, name] of tests) {
          expect(existsSync(at(path)), path).toBe(true);
          expect([...namesIn(text(path))], path).toContain(name);
        }
      }
    },
  );

  it('would be noticed without a control, without a test, or with a test that is not there', () => {
    const [first] = hazards;
    const [control] = first?.controls ?? [];
    expect(hazardsSchema.element.safeParse(first).success).toBe(true);
    expect(hazardsSchema.element.safeParse({ ...first, controls: [] }).success).toBe(false);
    expect(hazardsSchema.element.safeParse({ ...first, controls: [{ ...control, tests: [] }] }).success).toBe(false);
    const names = namesIn("// it('a comment')\ndescribe('a', () => { it.each([1])('b %s', () => {}); it(`c`, f); });");
    expect([...names]).toEqual(['a', 'b %s', 'c']);
  });

  it('are each told in SAFETY.md', () => {
    const told = text('SAFETY.md').split('\n');
    for (const { hazard, remains } of hazards)
      expect(told).toContain(`- ${hazard}${remains === undefined ? '' : ` What remains: ${remains}`}`);
  });
});

describe('third-party parts', () => {
  const manifest = JSON.parse(text('package.json'));
  const rows = (heading: string) =>
    [
      ...(text('SAFETY.md').split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '').matchAll(
        /^\| `([^`]+)` \| (\S+) \| (.{15,}) \| (.{15,}) \|$/gm,
      ),
    ].map(([, name, version]) => [name, version]);

  it.each([
    [['Installed with it'], manifest.dependencies],
    [['Built into the command line', 'For building and testing'], manifest.devDependencies],
  ])('%s: each with version, purpose and what happens if it fails', (headings, packages) => {
    expect(Object.fromEntries(headings.flatMap(rows))).toEqual(packages);
  });
});
