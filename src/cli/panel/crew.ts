import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Counts } from '../../core/panel/tally.js';
import { InputError } from '../../core/values/input-error.js';
import type { Done, Task } from './work.js';

/** Threads that judge lines beside this one; what they have done comes back in the order in which it was given. */
export interface Crew {
  readonly give: (lines: Buffer) => void;
  readonly isBusy: () => boolean;
  /** Whether each has enough to do, so that something is to be taken before more is given. */
  readonly isFull: () => boolean;
  readonly take: () => Done;
  /** What each has counted, once all was taken; they end with it. */
  readonly counts: () => readonly Counts[];
  /** Ends them whatever they do; of no effect after `counts`. */
  readonly drop: () => void;
}

/** What a thread is given to begin with. */
export interface Orders {
  readonly program: string;
  readonly task: Task;
  readonly port: MessagePort;
  /** Counts messages to come, so that who waits for one can sleep. */
  readonly bell: Int32Array;
}

export type Message =
  | { readonly done: Done }
  | { readonly counts: Counts }
  /** Of an InputError, which is none any more when it comes out of another thread. */
  | { readonly wrong: Pick<InputError, 'field' | 'got' | 'wrong'> }
  | { readonly failed: string };

/** So many blocks are with each at most: one in work, one waiting. */
const each = 2;

/** Longer than any block takes. */
const patience = 300_000;

/** @param address of the file of this program, which each thread loads anew. */
export function crewOf(jobs: number, address: string, task: Task): Crew {
  const program = fileURLToPath(address);
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const members = Array.from({ length: jobs }, () => {
    const { port1: ours, port2: port } = new MessageChannel();
    const workerData: Orders = { program, task, port, bell };
    const code = "const { workerData } = require('node:worker_threads'); require(workerData.program).work(workerData);";
    return { ours, worker: new Worker(code, { eval: true, workerData, transferList: [port] }) };
  });
  const portAt = (index: number) => (members[index % jobs] as (typeof members)[number]).ours;
  let given = 0;
  let taken = 0;

  const next = (port: MessagePort): Exclude<Message, { wrong: unknown } | { failed: unknown }> => {
    for (;;) {
      const rung = Atomics.load(bell, 0);
      const message: Message | undefined = receiveMessageOnPort(port)?.message;
      if (message === undefined) {
        if (Atomics.wait(bell, 0, rung, patience) === 'timed-out') throw new Error('a thread gave no answer');
      } else if ('failed' in message) throw new Error(message.failed);
      else if ('wrong' in message) {
        const { field, got, wrong } = message.wrong;
        throw new InputError(field, got, { wrong }, [], got.length);
      } else return message;
    }
  };

  return {
    give: (lines) => {
      const copy = Uint8Array.from(lines);
      portAt(given).postMessage(copy, [copy.buffer]);
      given += 1;
    },
    isBusy: () => taken < given,
    isFull: () => given - taken >= jobs * each,
    take: () => {
      const message = next(portAt(taken));
      taken += 1;
      if (!('done' in message)) throw new Error('a thread ended early');
      const { text, ...done } = message.done;
      return { ...done, text: Buffer.from(text) };
    },
    counts: () =>
      members.map(({ ours }) => {
        ours.postMessage('end');
        const message = next(ours);
        if (!('counts' in message)) throw new Error('a thread did not end');
        return message.counts;
      }),
    drop: () => {
      for (const { worker } of members) void worker.terminate();
    },
  };
}
