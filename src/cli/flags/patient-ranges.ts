/** What is plausible of a patient, for flags and files alike, and how to say so. */
export const patientRanges = {
  age: { takes: 'an age above 0 and up to 120 years: 72, 0.5, 7y11m or 11m', above: 0, to: 120 },
  weight: { takes: 'a body weight in kg from 3 to 400, such as 62.5', from: 3, to: 400 },
  height: { takes: 'a height in cm from 40 to 250, such as 162', from: 40, to: 250 },
  creatinineClearance: { takes: 'a creatinine clearance in mL/min from 0 to 300, such as 42', from: 0, to: 300 },
  egfr: { takes: 'an eGFR in mL/min/1.73 m2 from 0 to 300, such as 42', from: 0, to: 300 },
  usedFor: { takes: 'how many days baclofen has been taken, a whole number', from: 1, to: 36_500 },
} as const;

export const creatinineRanges = { 'mg/dL': { from: 0.1, to: 40 }, 'umol/L': { from: 9, to: 3500 } } as const;

export const creatinineWords = 'a creatinine with its unit, such as 1.4mg/dL (0.1 to 40) or 124umol/L (9 to 3,500)';
