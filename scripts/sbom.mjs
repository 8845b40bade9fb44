// What a package carries, as a bill of materials in CycloneDX 1.6: itself, what is bundled and what is installed beside it.
// No day and no serial number: the same source makes the same file.
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** @param folders those of the bundled packages, as node_modules/NAME */
export function sbomOf(folders) {
  const { name, version, license, description, dependencies } = json('package.json');
  const { packages } = json('package-lock.json');
  const beside = Object.keys(dependencies).map((each) => `node_modules/${each}`);
  const components = [...new Set([...folders, ...beside])]
    .sort()
    .map((path) => component(path, packages[path], placeOf(path, folders, beside)));
  const ref = `pkg:npm/${name}@${version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': ref,
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: ref,
      },
    },
    components,
    dependencies: [
      { ref, dependsOn: components.map((each) => each['bom-ref']) },
      ...components.map((each) => ({ ref: each['bom-ref'] })),
    ],
  };
}

/** In the command line, installed beside the library, or both. */
function placeOf(path, bundled, beside) {
  return [bundled.includes(path) && 'bundled', beside.includes(path) && 'installed beside'].filter(Boolean).join(', ');
}

function component(path, { version, integrity }, place) {
  const { name, license } = json(`${path}/package.json`);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    // Of the package as the registry gives it, from the lock file.
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
    licenses: [{ license: { id: license } }],
    purl,
    properties: [{ name: 'baclofen:place', value: place }],
  };
}
