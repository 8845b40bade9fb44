// Looks at the printed page in Chromium: nothing may overflow at the widths of A4, Letter, a phone and a screen, axe-core
// finds nothing by day and in the dark, a usual sheet is one page of A4, and every page of its PDF is kept as a picture to look at. Run it after `npm run build`: npm run check:html [folder].
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/baclofen.js', import.meta.url));

const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean);
const browser = names.find((name) => spawnSync(name, ['--version']).status === 0);
if (browser === undefined) {
  process.stdout.write(`Not checked: no Chromium found (looked for ${names.join(', ')}; CHROMIUM names another).\n`);
  process.exit(0);
}

const plans = {
  titration: ['titrate', '--start', '5'],
  taper: ['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--name', 'Ann Lee'],
  'titration from 65': ['titrate', '--start', '5', '--age', '82', '--crcl', '90', '--start-date', '2026-12-01'],
  liquid: ['taper', '--from', '20x4', '--days', '56', '--product', 'solution-1', '--start-date', '2027-02-10'],
  mixed: ['taper', '--from', '40x2', '--days', '30', '--product', 'tablet-10', 'tablet-15', 'tablet-5'],
  large: ['taper', '--from', '60', '--days', '14', '--start-date', '2026-12-28', '--large-print'],
  newborn: ['newborn', '--weight', '2.9', '--regimen', 'b', '--birth-date', '2026-11-22'],
  'long-name': ['titrate', '--start', '5', '--start-date', '2026-12-01', '--name', 'W'.repeat(100)],
};
/** Whose sheet is one page of A4; what follows it is more. */
const onePage = ['titration', 'titration from 65'];
/** Print widths less two margins of 14 mm at 96 pixels to the inch, a phone, a screen. */
const widths = { A4: 688, Letter: 710, phone: 360, screen: 1200 };

const probe = `<script>addEventListener('load', () => {
  const wide = [...document.querySelectorAll('body, body *')].filter((each) => !each.closest('svg') && !each.matches('.scroll') && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0);
  const edge = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll('svg text')].filter((each) => { const box = each.getBoundingClientRect(); return box.left < 0 || box.right > edge; });
  document.title = 'overflowing: ' + [...wide, ...out].length + ' ' + [...wide, ...out].map((each) => each.tagName + ' ' + each.textContent.slice(0, 30)).join(' | ');
});</script>`;

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const audit = `<script>${axe.replaceAll('</script', '<\\/script')}</script><script>addEventListener('load', () => {
  axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => {
    document.title = 'violations: ' + violations.length + ' ' + violations.map((each) => each.id + ' ' + each.nodes[0].target).join(' | ');
  });
});</script>`;

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'baclofen-html-'));
mkdirSync(folder, { recursive: true });
const common = ['--no-sandbox', '--disable-gpu', '--headless=new', '--hide-scrollbars'];
const chromium = (...flags) =>
  execFileSync(browser, [...common, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
let failed = 0;

for (const [name, argv] of Object.entries(plans)) {
  const html = execFileSync(process.execPath, [bin, ...argv, '--format', 'html'], { encoding: 'utf8' });
  const probed = join(folder, `${name}-probed.html`);
  writeFileSync(probed, html.replace(/<meta http-equiv[^>]*>/, probe));
  for (const [medium, width] of Object.entries(widths)) {
    const dom = chromium(`--window-size=${width},1200`, '--dump-dom', `file://${probed}`);
    const [, found = 'nothing measured'] = /<title>overflowing: (.*?)<\/title>/s.exec(dom) ?? [];
    if (!found.startsWith('0 ')) failed += 1;
    process.stdout.write(`${name}, ${medium} (${width} px): overflowing: ${found}\n`);
  }
  const audited = join(folder, `${name}-audited.html`);
  writeFileSync(
    audited,
    html.replace(/<meta http-equiv[^>]*>/, () => audit),
  );
  for (const [look, flags] of Object.entries({ day: [], dark: ['--blink-settings=preferredColorScheme=0'] })) {
    for (const width of [widths.phone, widths.screen]) {
      const size = `--window-size=${width},1200`;
      const dom = chromium(...flags, size, '--virtual-time-budget=20000', '--dump-dom', `file://${audited}`);
      const [, found = 'nothing audited'] = /<title>violations: (.*?)<\/title>/s.exec(dom) ?? [];
      if (!found.startsWith('0 ')) failed += 1;
      process.stdout.write(`${name}, ${look}, ${width} px: axe-core violations: ${found}\n`);
    }
  }
  if (onePage.includes(name)) {
    const sheet = join(folder, `${name}-sheet.html`);
    const alone = html.replace(/<section class="page">.*<\/body>/s, '</main></body>');
    writeFileSync(sheet, alone.replace('@page {', '@page { size: A4;'));
    chromium('--no-pdf-header-footer', `--print-to-pdf=${sheet.replace('.html', '.pdf')}`, `file://${sheet}`);
    const pages = readFileSync(sheet.replace('.html', '.pdf'), 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    if (pages !== 1) failed += 1;
    process.stdout.write(`${name}: the sheet alone on A4: ${pages} page${pages === 1 ? '' : 's'}\n`);
  }
  for (const size of ['A4', 'letter']) {
    const page = join(folder, `${name}-${size}.html`);
    writeFileSync(page, html.replace('@page {', `@page { size: ${size};`));
    chromium('--no-pdf-header-footer', `--print-to-pdf=${page.replace('.html', '.pdf')}`, `file://${page}`);
    spawnSync('pdftoppm', ['-gray', '-r', '70', '-png', page.replace('.html', '.pdf'), page.replace('.html', '')]);
  }
}
process.stdout.write(`Pages to look at: ${folder}\n`);
process.exitCode = failed === 0 ? 0 : 1;
