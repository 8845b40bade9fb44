import type { EstimateMethod } from '../../core/renal-function/types.js';

/** What each way to a number of the kidney is called. */
export const methodNames: Readonly<Record<EstimateMethod, string>> = {
  'given-clearance': 'Creatinine clearance as given',
  'given-egfr': 'eGFR as given',
  'cockcroft-gault': 'Cockcroft-Gault',
  'ckd-epi-2021': 'CKD-EPI 2021',
  'ckd-epi-2021-deindexed': 'eGFR for this body size',
  schwartz: 'Bedside Schwartz, of a child',
};
