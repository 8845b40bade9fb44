import { catalogue } from '../../src/cli/catalogue.js';

const names = catalogue.map(({ name }) => name);

/** What stands for a word of the reader's own. */
const places: readonly (readonly [place: RegExp, word: string])[] = [
  [/\bTOPIC\b/, 'overdose'],
  [/\bID\b/, 'judgement'],
  [/--patient FILE\b/, '--patient tests/fixtures/woman-82.fhir.json'],
];

/** A file is not written by a test. */
const writing = / --output \S+/;

/**
 * The command lines that a text prints: from "baclofen COMMAND" on to the end of its sentence. A command that is only
 * named, without an argument or a flag, is no line to type.
 */
export function printedLines(text: string): string[] {
  const found = [...text.matchAll(/baclofen ([a-z][a-z-]*)((?:'[^']*'|"[^"]*"|\\'|[^\n"'])*)/g)];
  return found.flatMap(([, name = '', rest = '']) => {
    if (!names.some((each) => each === name)) return [];
    const [argumentsOf = ''] = /^(?: (?:'[^']*'|"[^"]*"|\\'|[^\s'"()`>|\\])+)*/.exec(rest) ?? [];
    const [sentence = ''] = argumentsOf.split(/[.,:;](?= |$)/);
    const line = places.reduce((all, [place, word]) => all.replace(place, word), sentence.replace(writing, ''));
    return line === '' || line.startsWith(' [') ? [] : [`baclofen ${name}${line}`];
  });
}
