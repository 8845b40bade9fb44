import type { Extras, Run } from './command.js';
import { viewFormats } from './flags/format.js';

/** What is known of a command before it is loaded: enough for the list of commands. */
export interface Outline {
  readonly name: string;
  readonly argument?: readonly [name: string, description: string];
  readonly summary: string;
  /** Whether it works with the other commands, which are loaded then too. */
  readonly needsOthers?: true;
  /** Shares a row with others of its kind where the list has to fit a screen. */
  readonly minor?: true;
  /** Loads the command. A command line pays only for the one that it runs. */
  load(): Promise<Run>;
}

export const catalogue: readonly Outline[] = [
  {
    name: 'titrate',
    summary: 'titration schedule to a target, with ceiling and what to dispense',
    load: async () => (await import('./commands/titrate.js')).titrate,
  },
  {
    name: 'renal',
    summary: 'estimates of renal function, the band, and what it means for the dose',
    load: async () => (await import('./commands/renal.js')).renal,
  },
  {
    name: 'taper',
    summary: 'taper to zero, split over the day, with the signs of withdrawal',
    load: async () => (await import('./commands/taper.js')).taper,
  },
  {
    name: 'check',
    summary: "somebody else's order: what is wrong with it for this patient",
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'panel',
    argument: ['file', 'a cohort as CSV or NDJSON, or the folder of a FHIR bulk export; - is standard input'],
    summary: 'every patient of a cohort held against the rules, a row each',
    load: async () => (await import('./commands/panel.js')).panel,
  },
  {
    name: 'restart',
    summary: 'after missed doses: the ways back, or why none is safe',
    load: async () => (await import('./commands/restart.js')).restart,
  },
  {
    name: 'switch',
    summary: 'the same dose from another product or strength: both volumes side by side',
    load: async () => (await import('./commands/switch.js')).switchProducts,
  },
  {
    name: 'infant-dose',
    summary: 'what an infant takes in through breast milk',
    load: async () => (await import('./commands/infant-dose.js')).infantDose,
  },
  {
    name: 'milk',
    summary: 'milk level over the day, from a model of one published case',
    load: async () => (await import('./commands/milk.js')).milk,
  },
  {
    name: 'newborn',
    summary: 'two published single cases of newborns exposed before birth, worked out for a weight',
    load: async () => (await import('./commands/newborn.js')).newborn,
  },
  {
    name: 'levels',
    summary: 'the level in blood over hours, simulated; a missed dose, and how long until steady or gone',
    load: async () => (await import('./commands/levels.js')).levels,
  },
  {
    name: 'intrathecal',
    summary: 'for the team that runs a pump: rate, days to the refill, steps and ranges, in mcg',
    load: async () => (await import('./commands/intrathecal.js')).intrathecal,
  },
  {
    name: 'explain',
    minor: true,
    argument: ['file', 'a result saved with --json; - is standard input'],
    summary: 'whether a saved result would be the same today, and what changed',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'monograph',
    argument: ['topic', 'one topic, such as overdose'],
    summary: 'the drug in words: uses, interactions, overdose and more, each line with its source',
    load: async () => (await import('./commands/monograph.js')).monograph,
  },
  {
    name: 'rules',
    summary: 'the schedules of six countries side by side',
    load: async () => (await import('./commands/rules.js')).rules,
  },
  {
    name: 'products',
    summary: 'the products that doses are made from',
    load: async () => (await import('./commands/products.js')).products,
  },
  {
    name: 'sources',
    argument: ['id', 'one source, with all that is taken from it'],
    summary: 'every source, and what is taken from it',
    load: async () => (await import('./commands/sources.js')).sources,
  },
  {
    name: 'schema',
    minor: true,
    argument: ['command', 'the command whose JSON answer is described, or patient'],
    summary: 'the JSON Schema of an answer, or of a patient file',
    load: async () => (await import('./commands/schema.js')).schema,
  },
  {
    name: 'demo',
    minor: true,
    summary: 'one invented patient, from the first dose to breastfeeding',
    needsOthers: true,
    load: async () => (await import('./commands/demo.js')).demo,
  },
  {
    name: 'completion',
    minor: true,
    argument: ['shell', 'bash, zsh, fish or powershell'],
    summary: 'a script that completes commands, flags and values in your shell',
    needsOthers: true,
    load: async () => (await import('./commands/completion.js')).completion,
  },
];

/** The commands that have been loaded, by name. */
export type Runs = ReadonlyMap<string, Run>;

/** Loads the commands that a command line names. */
export async function loadRuns(argv: readonly string[]): Promise<Runs> {
  const named = catalogue.filter(({ name }) => argv.includes(name));
  const wanted = named.some(({ needsOthers }) => needsOthers) ? catalogue : named;
  return new Map(await Promise.all(wanted.map(async ({ name, load }) => [name, await load()] as const)));
}

/** Loads what a command line needs beside its command. */
export async function loadExtras(argv: readonly string[]): Promise<Extras> {
  const viewed = argv.some((word) => viewFormats.some((format) => word === format || word === `--format=${format}`));
  const filed = argv.some((word) => /^--patient(=|$)/.test(word));
  return {
    ...(viewed && { views: (await import('./views.js')).views }),
    ...(filed && { readPatientFile: (await import('./patient/read.js')).readPatientFile }),
  };
}
