// Stryker's runner of the tests of src/core. They are one bundle, as a test runner that reads files one by one takes many
// times as long: a mutant is switched on, the bundle is read anew, and the tests that come by it run until one fails.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { bundleTests } from './bundle.mjs';

// Read by the switches that Stryker puts into what it changes.
globalThis.__stryker__ ??= {};
const ns = globalThis.__stryker__;
const bundle = 'coverage/tests.mjs';
let loads = 0;

class BundledTestRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    if (!existsSync(bundle)) await bundleTests(bundle);
  }

  async dryRun() {
    const tests = [];
    for (const [file, collect] of await filesOf()) {
      ns.currentTestId = reading(file);
      const collected = await collect();
      for (const test of [{ id: reading(file), name: file, test: () => {} }, ...collected]) {
        ns.currentTestId = test.id;
        tests.push(await run(test));
      }
    }
    ns.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: ns.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    Object.assign(ns, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const failed = await firstToFail(testFilter && new Set(testFilter), roomOf(activeMutant.fileName));
    ns.activeMutant = undefined;
    if (ns.hitCount > hitLimit) return { status: MutantRunStatus.Timeout };
    const nrOfTests = testFilter?.length ?? 0;
    if (failed === undefined) return { status: MutantRunStatus.Survived, nrOfTests };
    return { status: MutantRunStatus.Killed, killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests };
  }
}

/** Of those that are asked, or of all; those of the room go first. */
async function firstToFail(asked, room) {
  let file = '';
  try {
    const nearest = [...(await filesOf())].sort(([one], [other]) => other.includes(room) - one.includes(room));
    for (const [path, collect] of nearest) {
      file = path;
      // A file that plans outside its tests has all of them asked.
      const isAsked = ({ id }) => asked === undefined || asked.has(reading(file)) || asked.has(id);
      if (asked && ![...asked].some((id) => id.startsWith(`${file}#`))) continue;
      for (const test of (await collect()).filter(isAsked)) {
        const result = await run(test);
        if (result.status === TestStatus.Failed) return result;
      }
    }
  } catch (error) {
    // What cannot be read any more has failed as well.
    return { id: reading(file), failureMessage: `${error}` };
  }
  return undefined;
}

async function run({ id, name, test }) {
  const started = performance.now();
  const result = (status, failureMessage) => ({
    id,
    name,
    status,
    failureMessage,
    timeSpentMs: performance.now() - started,
  });
  try {
    await test();
    return result(TestStatus.Success);
  } catch (error) {
    return result(TestStatus.Failed, `${error?.message ?? error}`);
  }
}

async function filesOf() {
  loads += 1;
  const { files } = await import(`${pathToFileURL(bundle)}?${loads}`);
  return files;
}

function roomOf(file) {
  return /src(\/core\/[^/]+\/)/.exec(file)[1];
}

function reading(file) {
  return `${file}#reading`;
}

const create = () => new BundledTestRunner();
create.inject = [];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'bundled', create)];
