import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(text('package.json'));
const lock: { packages: Record<string, { version: string; integrity: string }> } = JSON.parse(
  text('package-lock.json'),
);

/** What CycloneDX 1.6 asks of what stands in ours, and nothing beside it. */
const licences = z.tuple([z.strictObject({ license: z.strictObject({ id: z.enum(['MIT', 'ISC', 'Apache-2.0']) }) })]);
const component = z.strictObject({
  type: z.literal('library'),
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  hashes: z.tuple([z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })]),
  licenses: licences,
  purl: z.string().regex(/^pkg:npm\/[a-z0-9%./-]+@\d+\.\d+\.\d+$/),
  properties: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
const schema = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.strictObject({
    lifecycles: z.array(z.strictObject({ phase: z.literal('build') })),
    component: z.strictObject({
      type: z.literal('application'),
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      description: z.string(),
      licenses: licences,
      purl: z.string(),
    }),
  }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.optional(z.array(z.string())) })),
});

const bill = schema.parse(JSON.parse(text('dist/sbom.cdx.json')));
/** Parts of the licence file that is shipped: each begins with name and version. */
const licensed = text('dist/cli/LICENSES.txt')
  .split(`${'-'.repeat(80)}\n\n`)
  .map((part) => part.split('\n')[0] ?? '');

describe('the bill of materials', () => {
  it('is of this package and version', () => {
    expect(bill.metadata.component).toMatchObject({ name: manifest.name, version: manifest.version });
    expect(bill.metadata.component.licenses[0].license.id).toBe(manifest.license);
  });

  it('has what the licences that are shipped name, and what is installed beside it, and nothing else', () => {
    const of = (place: string) =>
      bill.components.filter(({ properties }) => properties[0]?.value.includes(place)).map((each) => each);
    expect(of('bundled').map(({ name, version }) => `${name} ${version}`)).toEqual(licensed);
    expect(Object.fromEntries(of('installed beside').map(({ name, version }) => [name, version]))).toEqual(
      manifest.dependencies,
    );
    expect(of('').length).toBe(new Set(of('').map(({ purl }) => purl)).size);
  });

  it('has the version and the checksum of the lock file for each', () => {
    for (const { name, version, hashes } of bill.components) {
      const locked = lock.packages[`node_modules/${name}`];
      expect([name, version]).toEqual([name, locked?.version]);
      expect(`sha512-${Buffer.from(hashes[0].content, 'hex').toString('base64')}`).toBe(locked?.integrity);
    }
  });

  it('says of each what it depends on, by references that exist', () => {
    const refs = [bill.metadata.component, ...bill.components].map((each) => each['bom-ref']);
    expect(bill.dependencies.map(({ ref }) => ref)).toEqual(refs);
    expect(bill.dependencies[0]?.dependsOn).toEqual(refs.slice(1));
  });

  it('has only licences that ask for no more than their text, which is shipped', () => {
    expect(licensed.length).toBeGreaterThan(4);
    for (const part of text('dist/cli/LICENSES.txt').split('-'.repeat(80)))
      expect(part).toMatch(/permission|licen[sc]e/i);
  });
});
