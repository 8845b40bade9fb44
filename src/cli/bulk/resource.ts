import { type Node, nodeOf } from '../fhir/node.js';
import { parseStrict } from '../strict-json.js';

/** A resource of a line; undefined where it is none. */
export function resourceIn(line: Buffer | string): Node | undefined {
  const parsed = parseStrict(typeof line === 'string' ? line : line.toString('utf8'));
  const content = 'fault' in parsed ? undefined : nodeOf(parsed.content);
  return content !== undefined && 'resourceType' in content ? content : undefined;
}

/** Ids of the patients that a line refers to, found without parsing it. */
export function patientsIn(line: Buffer): readonly string[] {
  const ids: string[] = [];
  for (let at = line.indexOf('Patient'); at >= 0; at = line.indexOf('Patient', at + 1)) {
    // Some write "\/" for "/".
    let start = at + 'Patient'.length;
    if (line[start] === backslash) start += 1;
    if (line[start] !== slash) continue;
    let end = start + 1;
    while (isOfId(line[end] ?? 0)) end += 1;
    ids.push(line.toString('latin1', start + 1, end));
  }
  return ids;
}

const slash = 0x2f;
const backslash = 0x5c;

/** A to Z, a to z, 0 to 9, "-" and ".". */
function isOfId(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
}
