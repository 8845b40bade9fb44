/** What every answer can be printed as. */
export const formats = ['table', 'markdown', 'csv', 'json', 'note'] as const;

/** What a plan with one schedule can be printed as beside these. */
export const viewFormats = ['patient', 'pharmacy', 'html', 'ics', 'fhir'] as const;

export const planFormats = [...formats, ...viewFormats] as const;

/** What a check can be printed as: cards for a system that asks while an order is signed. */
export const checkFormats = [...formats, 'cds-hooks'] as const;

export type Format = (typeof planFormats)[number] | (typeof checkFormats)[number];
