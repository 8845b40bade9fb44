import * as z from 'zod/mini';
import { answerOf, calculationNames } from '../../calculations.js';
import { explanation } from '../../contract/answer.js';
import { planWords } from '../../contract/plan-words.js';
import { patient } from '../../contract/shapes.js';
import { schemaId } from '../../core/answer/schema-id.js';
import { InputError } from '../../core/values/input-error.js';
import type { Run } from '../command.js';
import { jsonOutputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { deliver } from '../print.js';

/** What is described, by its name: title, and the schema, made where it is asked for. */
const described: Readonly<Record<string, readonly [title: string, schema: () => z.ZodMiniType]>> = {
  ...Object.fromEntries(
    calculationNames.map((name) => [name, [`The answer of baclofen ${name} --json`, () => answerOf(name)]] as const),
  ),
  explain: ['The answer of baclofen explain --json', () => explanation],
  patient: ['A patient, as --patient takes one', () => patient],
};

/** The JSON Schema (2020-12) of what goes by a name. */
export function jsonSchema(name: string): object | undefined {
  if (!Object.hasOwn(described, name)) return undefined;
  const [title, schema] = described[name] ?? [];
  if (schema === undefined) return undefined;
  return { $id: schemaId(name), title, ...z.toJSONSchema(schema(), { override: describePlan }) };
}

interface Described {
  readonly path: readonly (string | number)[];
  readonly jsonSchema: { description?: string };
}

/** A field of a plan is described by its name; a schema that describes itself keeps its words. */
function describePlan({ jsonSchema: described, path }: Described): void {
  const [kind, name = ''] = path.slice(-2);
  const within = path.indexOf('plan') > 0 ? path.slice(path.indexOf('plan') + 1, -2) : path;
  if (kind !== 'properties' || within.includes('properties') || !Object.hasOwn(planWords, name)) return;
  described.description ??= planWords[name] ?? '';
}

export const schema = {
  flags: jsonOutputFlags,
  examples: [
    ['baclofen schema titrate', 'what baclofen titrate --json prints'],
    ['baclofen schema patient', 'what --patient takes'],
  ],
  argumentValues: () => Object.keys(described),
  run({ argument, raw, shell }) {
    const flags = readFlags(jsonOutputFlags, raw, shell);
    const found = jsonSchema(argument ?? '');
    if (found === undefined) {
      const got = argument === undefined ? 'nothing' : typed(argument);
      throw new InputError('<command>', got, `one of ${Object.keys(described).join(', ')}`);
    }
    deliver(`${JSON.stringify(found, null, 2)}\n`, flags, shell);
    return 0;
  },
} satisfies Run;
