import { InputError } from '../../core/values/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import type { Message, Order, Orders } from './crew.js';
import { copyOf, memoryOf, workOn } from './work.js';

/** What a thread of a crew does: judges the lines that come, until it is told to end. */
export function serve({ task, port, bell }: Orders, load: () => Parameters): void {
  const tell = (message: Message, moved: ArrayBuffer[] = []) => {
    port.postMessage(message, moved);
    Atomics.add(bell, 0, 1);
    Atomics.notify(bell, 0);
  };
  const work = workOn(task, load());
  port.on('message', (order: Order) => {
    try {
      if (order === 'end') {
        tell({ counts: work.counts() });
        port.close();
        return;
      }
      const done = copyOf(work.lines(Buffer.from(order.lines.buffer)), order.spare);
      tell({ done }, memoryOf(done));
    } catch (error) {
      if (error instanceof InputError) {
        const { field, got, wrong } = error;
        tell({ wrong: { field, got, wrong } });
      } else tell({ failed: error instanceof Error ? error.message : String(error) });
    }
  });
}
