/** The cells of a CSV file (RFC 4180), sign by sign; every line ends in CRLF and every row has as many cells. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"') {
      if (cell !== '') throw new Error(`a quote inside a cell, behind ${cell}`);
      quoted = true;
    } else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r') {
      if (text[index + 1] !== '\n') throw new Error('a line that ends in a bare CR');
      index += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign === '\n') throw new Error('a line that ends in a bare LF');
    else cell += sign;
  }
  if (quoted || cell !== '' || row.length > 0) throw new Error('a last line without its end');
  const [head = []] = rows;
  for (const each of rows) if (each.length !== head.length) throw new Error(`${each.length} cells: ${each.join()}`);
  return rows;
}

/** The rows of a CSV file by the names of its columns, each name once. */
export function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(text);
  if (new Set(head).size !== head.length) throw new Error('a column twice');
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
