import type { Notice, Severity } from '../../core/answer/notice.js';
import type { Refusal } from '../../core/answer/refusal.js';
import type { WordingParameters } from '../../core/answer/wording.js';
import type { Product } from '../../core/doses/product.js';
import { escapeHtml } from '../render/escape.js';
import { refusalWords } from '../wording/refusals.js';
import { noticeWords } from './off-screen.js';

const severities: Readonly<Record<Severity, string>> = { warning: 'warning', caution: 'warning', info: 'information' };

/** A refusal as FHIR R4 says that something is not done: the reason, what to do instead, and what was noticed. */
export function operationOutcome(
  refusal: Refusal,
  notices: readonly Notice[],
  products: readonly Product[],
  wording: WordingParameters,
) {
  const { reason, instead } = refusalWords(refusal, products, wording);
  const said = [reason, ...instead];
  return {
    resourceType: 'OperationOutcome',
    text: {
      status: 'generated',
      div: `<div xmlns="http://www.w3.org/1999/xhtml">${said.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</div>`,
    },
    issue: [
      { severity: 'error', code: 'business-rule', details: { text: reason }, diagnostics: refusal.code },
      ...instead.map((text) => ({ severity: 'information', code: 'informational', details: { text } })),
      ...notices.map((each) => ({
        severity: severities[each.severity],
        code: 'informational',
        details: { text: noticeWords(each, { products, wording }) },
        diagnostics: each.code,
      })),
    ],
  };
}
