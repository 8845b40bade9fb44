import type { Product } from '../../core/doses/product.js';
import { escapeHtml } from '../render/escape.js';
import type { PlannedDoses } from './plan.js';

/** A request in words, for who reads it without a program that knows its elements. */
export function narrative(
  { name }: PlannedDoses,
  product: Product,
  evidence: readonly string[],
  instructions: readonly string[],
  notes: readonly string[],
) {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const items = instructions.map((text) => `<li>${escapeHtml(text)}</li>`).join('');
  const head = `<p><b>${escapeHtml(`baclofen ${product.name}`)}</b>, by mouth. ${escapeHtml(`Draft for ${name ?? 'a patient not named'}.`)}</p>`;
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${evidence.map(paragraph).join('')}${head}<ul>${items}</ul>${notes.map(paragraph).join('')}</div>`,
  };
}
