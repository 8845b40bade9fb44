const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

function belowThousand(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], value % 10 && small[value % 10]].filter(Boolean).join('-');
  const rest = value % 100 === 0 ? '' : ` ${belowThousand(value % 100)}`;
  return `${small[Math.floor(value / 100)]} hundred${rest}`;
}

/** A number in words, as a prescription repeats its quantity: 45 is "forty-five", 37.5 "thirty-seven point five". */
export function numberWords(value: number): string {
  const whole = Math.floor(value);
  const [, decimals = ''] = String(value).split('.');
  const point = decimals === '' ? '' : ` point ${[...decimals].map((digit) => small[Number(digit)]).join(' ')}`;
  if (whole < 1000) return `${belowThousand(whole)}${point}`;
  const rest = whole % 1000 === 0 ? '' : ` ${belowThousand(whole % 1000)}`;
  return `${numberWords(Math.floor(whole / 1000))} thousand${rest}${point}`;
}
