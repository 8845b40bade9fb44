/** Fields of requests whose flag has another name. */
const renamed: Readonly<Record<string, string>> = {
  timesDaily: 'times',
  interval: 'every',
  products: 'product',
  creatinineClearance: 'crcl',
  reduction: 'reduce',
  pair: 'peak',
  maternalClearance: 'maternal-crcl',
  drugs: 'with',
  conditions: 'condition',
  others: 'also',
  onLabel: 'label',
  doses: 'dose',
};

/** The flag that sets a field of a request: "--start-date" for startDate, "--crcl" for patient.creatinineClearance. */
export function flagNamed(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  return `--${renamed[last] ?? kebab(last)}`;
}

/** The name of a flag from its name in code. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A sentence in which fields stand in backticks, with their flags instead. */
export function flagged(sentence: string): string {
  return sentence.replace(/`([a-zA-Z.]+)`/g, (_, field: string) => flagNamed(field));
}
