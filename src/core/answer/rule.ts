/** Which rule decided a part of a regimen. */
export type Rule = 'label' | 'clearance' | 'older adult' | 'child';
