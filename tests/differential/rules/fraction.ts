/** An exact fraction. Decimals are taken as they are written: 0.3 is 3/10. */
export class Fraction {
  private constructor(
    readonly top: bigint,
    readonly under: bigint,
  ) {}

  static of(value: number | Fraction): Fraction {
    if (value instanceof Fraction) return value;
    const [digits = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', decimals = ''] = digits.split('.');
    const power = Number(exponent) - decimals.length;
    const number = BigInt(whole + decimals);
    return power >= 0
      ? Fraction.reduced(number * 10n ** BigInt(power), 1n)
      : Fraction.reduced(number, 10n ** BigInt(-power));
  }

  private static reduced(top: bigint, under: bigint): Fraction {
    const sign = under < 0n ? -1n : 1n;
    let [a, b] = [top < 0n ? -top : top, under < 0n ? -under : under];
    while (b > 0n) [a, b] = [b, a % b];
    return a === 0n ? new Fraction(0n, 1n) : new Fraction((sign * top) / a, (sign * under) / a);
  }

  plus(other: number | Fraction): Fraction {
    const b = Fraction.of(other);
    return Fraction.reduced(this.top * b.under + b.top * this.under, this.under * b.under);
  }

  minus(other: number | Fraction): Fraction {
    return this.plus(Fraction.of(other).times(-1));
  }

  times(other: number | Fraction): Fraction {
    const b = Fraction.of(other);
    return Fraction.reduced(this.top * b.top, this.under * b.under);
  }

  over(other: number | Fraction): Fraction {
    const b = Fraction.of(other);
    return Fraction.reduced(this.top * b.under, this.under * b.top);
  }

  /** -1, 0 or 1. */
  against(other: number | Fraction): number {
    const b = Fraction.of(other);
    const difference = this.top * b.under - b.top * this.under;
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }

  above(other: number | Fraction): boolean {
    return this.against(other) > 0;
  }

  below(other: number | Fraction): boolean {
    return this.against(other) < 0;
  }

  same(other: number | Fraction): boolean {
    return this.against(other) === 0;
  }

  /** How many whole units are in it. */
  whole(unit: number | Fraction = 1): number {
    const { top, under } = this.over(unit);
    return Number(top >= 0n ? top / under : -((-top + under - 1n) / under));
  }

  down(unit: number | Fraction): Fraction {
    return Fraction.of(unit).times(this.whole(unit));
  }

  number(): number {
    return Number(this.top) / Number(this.under);
  }
}

export const f = (value: number | Fraction): Fraction => Fraction.of(value);

export const least = (...values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.below(a) ? b : a));

export const most = (...values: readonly Fraction[]): Fraction => values.reduce((a, b) => (b.above(a) ? b : a));

const tail = f(1e-9);

/** Principle 5: a value within 1e-9 of an edge, relatively, stands on the edge. */
export const under = (value: Fraction, edge: number): boolean => value.below(f(edge).minus(f(edge).times(tail)));
