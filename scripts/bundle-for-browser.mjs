// Bundles a few lines that use the library as a web page would; for tests/supply/browser.test.ts and check-browser.mjs.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Plans 5 mg three times daily at 42 mL/min and keeps the answer where the page, or the test, finds it. */
const page = `
import { loadParameters, planTitration, quantity } from 'baclofen';
const request = { start: quantity(5, 'mg'), patient: { creatinineClearance: quantity(42, 'mL/min') } };
globalThis.answer = JSON.stringify(planTitration(request, loadParameters()));
`;

/** The bundle as one script. @throws where something in it cannot be found for a browser. */
export async function bundleForBrowser() {
  const bundle = await rolldown({
    cwd: root,
    input: 'page',
    platform: 'browser',
    onwarn: ({ message }) => {
      throw new Error(message);
    },
    plugins: [
      {
        name: 'page',
        // The package by its own name, as package.json shows it to others.
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? page : null),
      },
    ],
    resolve: { alias: { baclofen: `${root}dist/index.js` } },
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  return output[0].code;
}
