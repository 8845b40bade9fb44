// Stryker's runner for vitest, which looks at tests alone, and one thing more: a test file that a mutant keeps from being
// collected, because it plans outside its tests, has found the mutant as well.
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { TestStatus } from '@stryker-mutator/api/test-runner';
import { VitestTestRunner } from '../node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js';

export { strykerValidationSchema } from '@stryker-mutator/vitest-runner';

class CollectingTestRunner extends VitestTestRunner {
  async run(asked) {
    const result = await super.run(asked);
    const broken = this.ctx.state.getFiles().filter((file) => file.result?.state === 'fail' && file.tasks.length === 0);
    const failed = broken.map(({ name, result: { errors } }) => ({
      id: `${name}#collection`,
      name: `${name} is collected`,
      status: TestStatus.Failed,
      failureMessage: errors?.[0]?.message ?? 'not collected',
      timeSpentMs: 0,
    }));
    return result.tests ? { ...result, tests: [...result.tests, ...failed] } : result;
  }
}

const create = (injector) => injector.provideValue('globalNamespace', '__stryker__').injectClass(CollectingTestRunner);
create.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'vitest-collecting', create)];
