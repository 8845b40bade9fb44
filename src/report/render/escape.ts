import { glue } from './flow.js';

/** Text that a browser shows as it is, and does not break between a number and its unit. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return glue(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
