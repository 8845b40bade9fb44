/** Two numbers this close, relatively, differ by the tails of binary arithmetic alone. */
const sameWithin = 1e-9;

/** Whether a value stands on an edge: 79.9999999999 is 80, and 29.97 is not 30. */
export function isAt(value: number, edge: number): boolean {
  return Math.abs(value - edge) <= sameWithin * Math.max(Math.abs(value), Math.abs(edge));
}

/** Strictly below an edge, and not on it. */
export function isBelow(value: number, edge: number): boolean {
  return value < edge && !isAt(value, edge);
}

/** Strictly above an edge, and not on it. */
export function isAbove(value: number, edge: number): boolean {
  return value > edge && !isAt(value, edge);
}

/** On an edge or above it; never of what is no number. */
export function isAtLeast(value: number, edge: number): boolean {
  return value >= edge || isAt(value, edge);
}

/** On an edge or below it. */
export function isAtMost(value: number, edge: number): boolean {
  return value <= edge || isAt(value, edge);
}
