import { type PanelLine, panelColumns } from '../panel-row.js';

/** How rows are written: what stands above them, and each of them. */
export interface RowWriter {
  readonly head: string;
  readonly line: (row: PanelLine) => string;
  /** The line of a row whose id came before. */
  readonly again: (line: string) => string;
}

const secondRow = 'second row of this id';

/** A cell of CSV, in quotation marks where it holds what would end it. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes what begins so for a formula. */
export const formulaSigns = '=+-@';

function noFormula(id: string): string {
  return formulaSigns.includes(id.charAt(0)) && id !== '' ? `'${id}` : id;
}

const csv: RowWriter = {
  head: `${panelColumns.join(',')}\n`,
  line: (row) =>
    `${cell(noFormula(row.id))},${row.status},${row.clearance ?? ''},${row.estimate ?? ''},${row.band ?? ''},${
      row.ceiling_mg_per_day ?? ''
    },${row.daily_dose_mg ?? ''},${row.multiple ?? ''},${row.findings.join(';')},${cell(row.reason)}\n`,
  // The reason is the last cell.
  again: (line) => line.replace(/(,?)("?)\n$/, (_, comma, mark) => `${comma || '; '}${secondRow}${mark}\n`),
};

const ndjson: RowWriter = {
  head: '',
  line: (row) => `${JSON.stringify(row)}\n`,
  again: (line) => {
    const row = JSON.parse(line) as PanelLine;
    const reason = row.reason === '' ? secondRow : `${row.reason}; ${secondRow}`;
    return ndjson.line({ ...row, reason });
  },
};

const widths = [16, 16, 11, 9, 9, 9] as const;

function columns(texts: readonly string[]): string {
  return texts
    .map((each, index) => each.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
}

/** Lines of at most 80 columns; a long id and what was found stand on lines of their own. */
const table: RowWriter = {
  head: `${columns(['Id', 'Status', 'Clearance', 'Ceiling', 'mg/day', 'Multiple'])}\n`,
  line: ({ id, status, clearance, ceiling_mg_per_day: ceiling, daily_dose_mg: dose, multiple, findings, reason }) => {
    const numbers = [clearance, ceiling, dose, multiple].map((value) => (value === undefined ? '' : String(value)));
    const row =
      id.length < widths[0] ? columns([id, status, ...numbers]) : `${id}\n${columns(['', status, ...numbers])}`;
    const said = reason === '' ? findings.join(', ') : reason;
    return `${row}\n${said === '' ? '' : `${wrapped(said)}\n`}`;
  },
  again: (lines) => `${lines}${wrapped(secondRow)}\n`,
};

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 75) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `    ${line}`).join('\n');
}

export const rowWriters = { csv, ndjson, table } as const satisfies Readonly<Record<string, RowWriter>>;
