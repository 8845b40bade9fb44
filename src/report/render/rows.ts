import type { Table } from '../report.js';
import { hang } from './flow.js';

/** A table without a box, each row in words: "Days: 1 to 3; Dose: 5 mg three times daily; ...". */
export function rowsInWords({ head, rows }: Table, columns: number): string {
  return rows
    .map((row) =>
      row
        .map(({ text }, index) => ({
          name: (head[index] ?? '').replaceAll('\n', ' '),
          words: text.replaceAll('\n', ', '),
        }))
        .filter(({ words }) => words !== '')
        .map(({ name, words }) => (name === '' ? words : `${name}: ${words}`))
        .join('; '),
    )
    .map((words) => hang('-', words, columns))
    .join('\n');
}
