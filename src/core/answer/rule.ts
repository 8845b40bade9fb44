/** Which rule decided a part of a regimen; `asked` is what the clinician asked of it. */
export const ruleIds = ['label', 'asked', 'clearance', 'older adult', 'child', 'adolescent', 'weight'] as const;

export type Rule = (typeof ruleIds)[number];
