/** One thing that is known to be misread, as the Institute for Safe Medication Practices and the Joint Commission list it. */
export interface WordRule {
  readonly what: string;
  readonly pattern: RegExp;
  /** What it must catch. */
  readonly caught: readonly string[];
  /** What looks like it and is right. */
  readonly passes: readonly string[];
}

const dose = '(?:mg|mcg|mL|tablets?|packets?)';

export const rules: readonly WordRule[] = [
  {
    what: 'a trailing zero in a dose',
    // Laboratory values may keep one: they show to how many places was measured.
    pattern: new RegExp(`\\d\\.\\d*0 ?${dose}\\b(?!/dL|/L)`),
    caught: ['5.0 mg', '2.50 mL', '1.0 tablet', '0.10 mcg per day'],
    passes: ['5 mg', '10 mg', '0.5 mL', 'creatinine 1.40 mg/dL', '100 mg'],
  },
  {
    what: 'no zero before the point',
    pattern: /(?<![\d.\w])\.\d/,
    caught: ['.5 mg', 'take .25 mL'],
    passes: ['0.5 mg', 'section 4.2', 'day 3.'],
  },
  {
    what: 'a number run into its unit',
    pattern: /\d(?:mg|mcg|mL|L|kg|g|umol|mmol|micromol)\b/,
    caught: ['5mg', '10mL', '60kg', '124umol/L', 'tablet of 10mg'],
    passes: ['5 mg', '10 mL'],
  },
  {
    what: 'the micro sign or ug',
    pattern: /[\u00b5\u03bc]|\bug\b/i,
    caught: ['5 \u00b5g', '5 \u03bcmol', '300 ug per day'],
    passes: ['300 mcg per day', '97 umol/L'],
  },
  {
    what: 'a Latin abbreviation of how often or how',
    pattern:
      /\b(?:q\.?d\.?|q\.?o\.?d\.?|q\.?i\.?d\.?|b\.?i\.?d\.?|t\.?i\.?d\.?|p\.?r\.?n\.?|q\.?h\.?s\.?|q\d+h)(?![\w])/i,
    caught: ['5 mg QD', '5 mg q.d.', '5 mg TID', '5 mg b.i.d.', 'PRN', 'q6h', 'every QHS'],
    passes: ['5 mg three times daily', 'tidy', 'forbid', 'bidding'],
  },
  {
    what: 'HS, PO, SC or D/C',
    pattern: /\b(?:HS|PO|SC|SQ|DC|D\/C|d\/c)\b/,
    caught: ['5 mg HS', 'PO', 'D/C baclofen', 'd/c'],
    passes: ['at bedtime', 'by mouth', 'discontinue'],
  },
  {
    what: 'a fraction for a part of a tablet',
    pattern: /[\u00bc-\u00be]|\b\d\/\d (?:tablet|packet|mg|mL)/,
    caught: ['1/2 tablet', '\u00bd tablet', '1 1/2 tablets'],
    passes: ['half tablet', '1 and a half tablets', 'milk is 1/3 of the diet'],
  },
  {
    what: 'a symbol for a word',
    pattern: /[<>@&\u2264\u2265]/,
    caught: ['clearance < 30', '> 80 mg', '5 mg @ bedtime', 'baclofen & alcohol', '\u2265 65'],
    passes: ['below 30', 'at least 65'],
  },
  {
    what: 'a thousand without a comma',
    pattern: new RegExp(`(?<![\\d.,-])\\d{4,}(?:\\.\\d+)? ?${dose}\\b`),
    caught: ['1000 mg', '12500 mcg', '1500 tablets'],
    passes: ['1,000 mg', '100 mg', '2026 was', '0.0125 mg'],
  },
  {
    what: 'MS, IT and other names that mean two things',
    pattern: /\b(?:MS|MSO4|MgSO4|IT|ITB|HCT|AZT|IU)\b/,
    caught: ['for MS', 'IT baclofen', 'ITB pump', '10 IU'],
    passes: ['multiple sclerosis', 'intrathecal', 'Take it with food'],
  },
  {
    what: 'a shortened name of the drug',
    pattern: /\b(?:bac|bacl|baclo|bclf|bcf)\b/i,
    caught: ['bac 5 mg', 'Baclo 10 mg', 'BCF'],
    passes: ['baclofen 5 mg'],
  },
  {
    what: 'a weight that is not in kilograms',
    pattern: /\b(?:lbs?|pounds?|ounces?|oz|stones?)\b/i,
    caught: ['110 lb', '110 lbs', '9 pounds', '8 oz'],
    passes: ['50 kg'],
  },
  {
    what: 'cc, U, or a multiplication sign for how often',
    pattern: /\d ?(?:cc|U|u)\b|\u00d7|\bx ?[1-9] ?d\b/,
    caught: ['5 cc', '10 U', '5 mg \u00d7 3', 'x3d'],
    passes: ['5 mL', '10 units', '0.85 x 60'],
  },
];

/** What may stand all the same, and why. It is taken out before the rules are held. */
export const exceptions: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /https?:\/\/\S+/g, why: 'An address is copied, not read as a dose.' },
  {
    pattern:
      /(?<![\w-])--[a-z-]+(?:[=\s](?:[\d.,:x/]+(?:mg\/dL|umol\/L|mg\/L|mg\/mL|mcg\/L|mcg\/mL|mcg|mg|mL|kg|y\d*m?|m)?)(?=[\s,.;)]|$)| <[^>]*>| \[[^\]]*\])?/gm,
    why: 'A flag with its value or the place of it is what the clinician types; a shell needs no space there.',
  },
  {
    pattern:
      /(?:unit:|takes a|such as|or|beside|,|[Ww]rite|how\s+often:|for a\s+pump)\s+\(?[\d.]+(?:mg\/dL|umol\/L|mcg\/L|mg\/L|mcg\/mL|mcg\/day|mg\/day|mgx\d|mg x \d|mLx\d|mcg|mL)(?![\w/])/g,
    why: 'An example of what to type after a flag.',
  },
  { pattern: /got\s+"[^"]*"/g, why: 'What was typed is quoted as it was typed.' },
  {
    pattern:
      /pounds (?:and kilograms )?may\s+have been (?:mixed|entered)|not\s+in\s+pounds\s+or\s+grams|Is\s+it\s+in\s+pounds|\(pounds\?\)/g,
    why: 'Names the slip that a strange weight points to.',
  },
  {
    pattern: /^[A-Z]+(?: [A-Z,:?']+)+$/gm,
    why: 'A heading in capitals, where IT is the word.',
  },
];

/** A text without what may stand. */
export function held(text: string): string {
  return exceptions.reduce((rest, { pattern }) => rest.replace(pattern, ' '), text);
}
