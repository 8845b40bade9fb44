import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Counts } from '../../core/panel/tally.js';
import { InputError } from '../../core/values/input-error.js';
import { copyOf, type Done, memoryOf, type Task } from './work.js';

/** What was done, or what went wrong instead. */
export type Outcome = { readonly done: Done } | { readonly error: unknown };

/** Threads that judge lines beside this one; what they and this one did comes out in the order in which it was given. */
export interface Crew {
  /** Whether one of them has not enough to do. */
  readonly isFree: () => boolean;
  /** Has one of them judge lines. */
  readonly give: (lines: Buffer) => void;
  /** Puts in its turn what came of work in this thread. */
  readonly keep: (outcome: Outcome) => void;
  /** Whether there is something to take. */
  readonly isBusy: () => boolean;
  /** Whether something is to be taken before more is given: it is there, or too much waits for it. */
  readonly isDue: () => boolean;
  /** Waits where it is not there yet; of use until the next is taken. */
  readonly take: () => Outcome;
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

/** What it is told: to judge lines, with memory to put into what comes of them, or to end. */
export type Order = { readonly lines: Uint8Array; readonly spare?: Done | undefined } | 'end';

export type Message =
  | { readonly done: Done }
  | { readonly counts: Counts }
  /** Of an InputError, which is none any more when it comes out of another thread. */
  | { readonly wrong: Pick<InputError, 'field' | 'got' | 'wrong'> }
  | { readonly failed: string };

/** So many blocks are with each at most: one in work, one waiting. */
const each = 2;

/** So many blocks wait for one before them at most; fewer would not last until a thread has started. */
const most = 8;

/** Longer than any block takes. */
const patience = 300_000;

/** What is to come out in its turn, as far as it has come. */
interface Turn {
  message?: Message | Outcome;
}

interface Member {
  readonly worker: Worker;
  readonly ours: MessagePort;
  /** What it has not told yet, in the order in which it will. */
  readonly waiting: Turn[];
}

/** @param address of the file of this program, which each thread loads anew. */
export function crewOf(others: number, address: string, task: Task): Crew {
  const program = fileURLToPath(address);
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const members = Array.from({ length: others }, () => memberOf({ program, task, bell }));
  const turns: Turn[] = [];
  // Memory goes round: freed and asked for anew, it would be some 25 MB more before it is collected.
  const spares: Done[] = [];
  let taken: Done | undefined;

  const ask = ({ ours, waiting }: Member, order: Order, moved: ArrayBuffer[] = []): Turn => {
    const turn: Turn = {};
    waiting.push(turn);
    ours.postMessage(order, moved);
    return turn;
  };
  const hear = () => {
    for (const { ours, waiting } of members) {
      for (let heard = receiveMessageOnPort(ours); heard; heard = receiveMessageOnPort(ours)) {
        (waiting.shift() as Turn).message = heard.message;
      }
    }
  };
  const wait = (turn: Turn): Message | Outcome => {
    for (;;) {
      const rung = Atomics.load(bell, 0);
      hear();
      if (turn.message !== undefined) return turn.message;
      if (Atomics.wait(bell, 0, rung, patience) === 'timed-out') return { failed: 'a thread gave no answer' };
    }
  };

  return {
    isFree: () => {
      hear();
      return members.some(({ waiting }) => waiting.length < each);
    },
    give: (lines) => {
      const idlest = members.reduce((one, other) => (other.waiting.length < one.waiting.length ? other : one));
      const copy = new Uint8Array(lines);
      const spare = spares.pop();
      turns.push(ask(idlest, { lines: copy, spare }, [copy.buffer, ...(spare ? memoryOf(spare) : [])]));
    },
    keep: (outcome) => {
      turns.push({ message: 'done' in outcome ? { done: copyOf(outcome.done, spares.pop()) } : outcome });
    },
    isBusy: () => turns.length > 0,
    isDue: () => {
      hear();
      return turns.length > most * others || turns[0]?.message !== undefined;
    },
    take: () => {
      if (taken) spares.push(taken);
      const outcome = outcomeOf(wait(turns.shift() as Turn));
      taken = 'done' in outcome ? outcome.done : undefined;
      return outcome;
    },
    counts: () =>
      members.map((member) => {
        const message = wait(ask(member, 'end'));
        if (!('counts' in message)) throw new Error('a thread did not end');
        return message.counts;
      }),
    drop: () => {
      for (const { worker } of members) void worker.terminate();
    },
  };
}

function memberOf(orders: Omit<Orders, 'port'>): Member {
  const { port1: ours, port2: port } = new MessageChannel();
  const workerData: Orders = { ...orders, port };
  const code = "const { workerData } = require('node:worker_threads'); require(workerData.program).work(workerData);";
  return { ours, worker: new Worker(code, { eval: true, workerData, transferList: [port] }), waiting: [] };
}

function outcomeOf(message: Message | Outcome): Outcome {
  if ('done' in message) {
    const { text, ...done } = message.done;
    return { done: { ...done, text: Buffer.from(text.buffer, text.byteOffset, text.byteLength) } };
  }
  if ('error' in message) return message;
  if ('wrong' in message) {
    const { field, got, wrong } = message.wrong;
    return { error: new InputError(field, got, { wrong }, [], got.length) };
  }
  return { error: new Error('failed' in message ? message.failed : 'a thread ended early') };
}
