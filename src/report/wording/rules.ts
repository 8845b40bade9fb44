import type { Rule } from '../../core/answer/rule.js';

/** What each rule is called in a sentence. */
export const ruleNames: Readonly<Record<Rule, string>> = {
  label: 'the label',
  clearance: 'this clearance',
  'older adult': "an older adult's schedule",
  child: 'the schedule of a child',
  adolescent: 'the schedule from 12 to 17 years',
  weight: 'this body weight',
  asked: 'what was asked',
};
