/** Where to begin: line and what it prints. */
export const beginnings = [
  ['baclofen titrate --start 5', 'titration schedule'],
  ['baclofen taper --days 14', 'taper to zero'],
  ['baclofen infant-dose --milk 0.32', 'exposure through milk'],
] as const;

/** What `baclofen` alone prints; no line is wider than the narrowest terminal, of 60 columns. */
export const introduction = `Baclofen dosing from the terminal, for clinicians:
titration, renal function, tapers and exposure through milk,
with the source of every number.

${beginnings.map(([line, what]) => `  ${line}\n      ${what}`).join('\n')}

Read on:
  baclofen demo             one patient, start to finish
  baclofen --help           all commands
  baclofen titrate --help   the flags of a command
  man baclofen              the manual, if npm installed it

Supports a clinician's decision and does not replace it.
`;
