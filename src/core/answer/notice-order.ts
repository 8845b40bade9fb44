import type { Notice, NoticeCode } from './notice.js';

/** Warnings in the order in which they are read; what is not named comes after these, as it was found. */
const order: readonly NoticeCode[] = [
  'intrathecal-boxed-warning',
  'intrathecal-withdrawal',
  'intrathecal-overdose',
  'poisoning-first',
  'taper-while-allergic',
  'record-product-from',
  'old-amount-of-new',
  'baclofen-named',
  'pump-in-record',
  'started-while-used',
  'avoid-in-older-adult',
  'fixed-for-clearance',
  'taper-where-avoided',
  'end-where-avoided',
  'daily-dose-where-avoided',
  'given-above-estimate',
  'file-kidney-lower',
  'kidney-acute',
  'kidney-disease-disagrees',
  'daily-dose-above-ceiling',
  'single-dose-above-ceiling',
  'end-above-ceiling',
  'start-above-first',
  'two-sedatives',
  'other-sedatives',
  'another-baclofen',
];

const severities: readonly Notice['severity'][] = ['warning', 'caution', 'info'];

/**
 * Notices by severity, and the warnings among them in the one order: what asks first about a present dose, avoid,
 * numbers of the kidney that disagree, a dose above, sedatives, the rest.
 */
export function ordered(notices: readonly Notice[]): Notice[] {
  const place = ({ code }: Notice) => {
    const index = order.indexOf(code);
    return index === -1 ? order.length : index;
  };
  const severity = (each: Notice) => severities.indexOf(each.severity);
  return notices
    .map((each, index) => ({ each, index }))
    .sort((a, b) => severity(a.each) - severity(b.each) || place(a.each) - place(b.each) || a.index - b.index)
    .map(({ each }) => each);
}
