import { type Answer, answerOf, type CalculationName, calculationNames } from '../../calculations.js';
import { proof } from '../../contract/prove.js';
import { schemaId } from '../../core/answer/schema-id.js';
import { parseDate } from '../../core/values/calendar.js';
import { InputError } from '../../core/values/input-error.js';
import { printable } from '../flags/printable.js';
import { type InputFile, readInput } from '../input-file.js';
import type { Shell } from '../shell.js';
import { parseStrict, unseenText } from '../strict-json.js';

const takes = 'a result that baclofen printed with --json';

/** A saved answer, and the command that it answers. */
export interface Saved {
  readonly command: CalculationName;
  readonly answer: Answer;
}

/** Reads a saved answer and proves it against the contract. @throws InputError where it is none. */
export function readSaved(path: string, shell: Shell): Saved {
  const file = readInput(path, '<file>', takes, shell);
  const read = parseStrict(file.text);
  if ('fault' in read) throw refused(file, read.fault);
  const { content } = read;
  const command = commandOf(content, file);
  const unseen = unseenText(content);
  if (unseen !== undefined) throw refused(file, `where ${printable(unseen)} holds what cannot be seen`);
  const result = proof(answerOf(command), content);
  if ('faults' in result) {
    const where = result.faults[0]?.path.join('.') || 'the whole';
    throw refused(file, `where ${printable(where)} is not as baclofen ${command} prints it`);
  }
  refuseFuture(result.ok, file, shell.today());
  return { command, answer: result.ok };
}

function commandOf(content: unknown, file: InputFile): CalculationName {
  const schema = typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined;
  const command = calculationNames.find((each) => schema === schemaId(each));
  if (command !== undefined) return command;
  const what = typeof schema === 'string' ? `with the schema "${printable(schema)}"` : 'which is no result';
  throw refused(file, what);
}

/** Neither the data nor the record that it was read from can be of a day that is still to come. */
function refuseFuture(answer: Answer, file: InputFile, today: string): void {
  for (const [where, day] of [['data', answer.data], ...recordDays(answer.request)] as const) {
    // A day ahead is a matter of time zones.
    const ahead = Date.parse(day.slice(0, 10)) - Date.parse(today) > 24 * 60 * 60 * 1000;
    if (ahead || parseDate(day.slice(0, 10)) === undefined) throw refused(file, `where ${where} is ${printable(day)}`);
  }
}

function recordDays(request: unknown): (readonly [where: string, day: string])[] {
  const { patientFile } = (request ?? {}) as { patientFile?: { readOn: string; taken: readonly { date?: string }[] } };
  if (patientFile === undefined) return [];
  const dates = patientFile.taken.flatMap(({ date }, index) =>
    date === undefined ? [] : [[`request.patientFile.taken.${index}.date`, date] as const],
  );
  return [['request.patientFile.readOn', patientFile.readOn], ...dates];
}

function refused({ field, name }: InputFile, what: string): InputError {
  return new InputError(field, `${name}, ${what}`, takes);
}
