/** A command as completion and the manual show it, taken from the definitions that parse it. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly argument?: DescribedArgument;
  readonly flags: readonly DescribedFlag[];
  readonly examples: readonly (readonly [line: string, what: string])[];
}

export interface DescribedArgument {
  readonly name: string;
  readonly values: readonly string[];
}

export interface DescribedFlag {
  readonly long: string;
  readonly group: string;
  /** What stands behind the flag in help, `[days]` where it may be left out; empty for a switch. */
  readonly takes: string;
  readonly description: string;
  readonly values: readonly string[];
}
