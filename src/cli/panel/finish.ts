import type { RowWriter } from '../../report/render/panel-rows.js';
import { seenBefore } from './seen.js';
import type { Done } from './work.js';

/** What only the order of all rows tells. */
export interface Finish {
  /** The text of rows that follow those before; nothing where rows are not written. */
  readonly text: (done: Done) => Uint8Array;
  readonly secondRows: () => number;
}

/** Marks the second rows of an id, in the order of the cohort. */
export function finishOf(writer: RowWriter | undefined): Finish {
  const isAgain = seenBefore();
  let secondRows = 0;
  return {
    text: ({ rows, text, ends, marks }) => {
      const parts: Uint8Array[] = [];
      let written = 0;
      for (let row = 0; row < rows; row += 1) {
        const other = marks[2 * row + 1] as number;
        // A row without an id is no second one.
        if (other === 0 || !isAgain(marks[2 * row] as number, other)) continue;
        secondRows += 1;
        if (writer === undefined) continue;
        const start = row === 0 ? 0 : (ends[row - 1] as number);
        const end = ends[row] as number;
        parts.push(text.subarray(written, start), Buffer.from(writer.again(text.toString('utf8', start, end))));
        written = end;
      }
      return parts.length === 0 ? text : Buffer.concat([...parts, text.subarray(written)]);
    },
    secondRows: () => secondRows,
  };
}
