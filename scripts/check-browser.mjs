// Runs one plan in Chromium, from a bundle of the library, and compares it with the same plan in Node.
// npm run check:browser
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadParameters, planTitration, quantity } from '../dist/index.js';
import { bundleForBrowser } from './bundle-for-browser.mjs';

const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean);
const browser = names.find((name) => spawnSync(name, ['--version']).status === 0);
if (browser === undefined) {
  console.log(`Not checked: no Chromium found (looked for ${names.join(', ')}; CHROMIUM names another).`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'baclofen-browser-'));
try {
  const code = await bundleForBrowser();
  const page = join(folder, 'page.html');
  const script = `${code.replaceAll('</script', '<\\/script')}\ndocument.title = 'answered';\ndocument.body.textContent = btoa(answer);`;
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body></body><script>${script}</script>`);
  const flags = ['--no-sandbox', '--disable-gpu', '--headless=new', '--dump-dom', `file://${page}`];
  const dom = execFileSync(browser, flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });
  const [, body = ''] = /<body>([A-Za-z0-9+/=]*)/.exec(dom) ?? [];
  const request = { start: quantity(5, 'mg'), patient: { creatinineClearance: quantity(42, 'mL/min') } };
  const same = Buffer.from(body, 'base64').toString() === JSON.stringify(planTitration(request, loadParameters()));
  console.log(
    `A bundle of ${Math.round(code.length / 1000)} kB; the plan in ${browser} is ${same ? 'that of Node' : 'another, or none'}.`,
  );
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
