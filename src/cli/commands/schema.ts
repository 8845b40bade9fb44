import * as z from 'zod/mini';
import { answerOf, calculationNames } from '../../calculations.js';
import { explanation } from '../../contract/answer.js';
import { fieldWords } from '../../contract/field-words.js';
import { monographAnswer } from '../../contract/monograph.js';
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
  monograph: ['The answer of baclofen monograph --json', () => monographAnswer],
  patient: ['A patient, as --patient takes one', () => patient],
};

/** The JSON Schema (2020-12) of what goes by a name. */
export function jsonSchema(name: string): object | undefined {
  if (!Object.hasOwn(described, name)) return undefined;
  const [title, schema] = described[name] ?? [];
  if (schema === undefined) return undefined;
  return { $id: schemaId(name), title, ...describeFields(z.toJSONSchema(schema()) as Shape) };
}

interface Shape {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
}

const branches = ['oneOf', 'anyOf', 'allOf'] as const;

/** What each field of a plan or request is, by its name; a schema that describes itself keeps its words. */
function describeFields(shape: Shape, within = false): Shape {
  const properties = Object.entries(shape.properties ?? {}).map(([name, field]): [string, Shape] => {
    if (name === 'plan' || name === 'request') return [name, describeFields(field, true)];
    const words = within && Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
    return [name, { ...(words && { description: words }), ...field }];
  });
  const ways = branches
    .filter((branch) => branch in shape)
    .map((branch) => [branch, (shape as Record<string, Shape[]>)[branch]?.map((each) => describeFields(each, within))]);
  return {
    ...shape,
    ...(shape.properties && { properties: Object.fromEntries(properties) }),
    ...Object.fromEntries(ways),
  };
}

export const schema = {
  flags: jsonOutputFlags,
  examples: [
    ['baclofen schema titrate', 'what titrate --json prints'],
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
