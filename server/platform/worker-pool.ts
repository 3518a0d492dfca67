/**
 * A few threads for what would hold up everybody else: decoding a photo, looking through a PDF, drawing one. A task that
 * takes too long is ended with its thread; a thread that has had nothing to do for a while is let go.
 */
import { Worker } from 'node:worker_threads';
import { general } from './problems.ts';

export interface PoolOptions {
  /** Threads at most. */
  size: number;
  /** Milliseconds that a task may take before its thread is ended. */
  timeout: number;
  /** Tasks that may wait; more are told to come again. */
  waiting: number;
  /** Milliseconds without a task after which a thread is let go. */
  idle?: number;
  /**
   * Milliseconds in which a thread ends by itself when it is told `theEnd`; 0 for one that is ended at once. Native code that throws into a thread that is
   * being ended takes the whole process with it: threads that run such code end between two calls of it.
   */
  farewell?: number;
}

/** What a thread is told in place of a task when it is to end by itself. */
export const theEnd = 'theEnd';

/** What a thread answers: a result, or the code of a problem that its pool's owner knows. */
export type Reply<Result> = { result: Result } | { problem: string } | { error: string };

interface Job {
  task: unknown;
  done: (reply: Reply<never>) => void;
}

/** A thread with what it is doing. */
interface Thread {
  worker: Worker;
  job: Job | undefined;
  /** Ends the thread: when its task takes too long, or when there has been none for a while. */
  timer: NodeJS.Timeout | undefined;
}

export class WorkerPool<Task, Result> {
  #script: URL;
  #options: Required<PoolOptions>;
  #waiting: Job[] = [];
  #threads = new Set<Thread>();
  /** Threads that were told to end and have not yet. */
  #leaving = new Set<Promise<unknown>>();

  constructor(script: URL, options: PoolOptions) {
    this.#script = script;
    this.#options = { idle: 120_000, farewell: 0, ...options };
  }

  /** Runs a task. Throws `general.busy` when too many wait; answers `timeout` or `crashed` as a problem of the task. */
  async run(task: Task): Promise<Reply<Result>> {
    if (this.#waiting.length >= this.#options.waiting) throw general.busy().after(3);
    return new Promise((resolve) => {
      this.#waiting.push({ task, done: resolve as (reply: Reply<never>) => void });
      this.#next();
    });
  }

  /** Ends all threads; what they were doing, and what waited for them, is answered as `crashed`, both at once; resolves when they have ended. A later task starts a new one. */
  async close(): Promise<void> {
    for (const { done } of this.#waiting.splice(0)) done({ problem: 'crashed' });
    for (const thread of this.#threads) this.#lose(thread, { problem: 'crashed' });
    await Promise.all(this.#leaving);
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const thread = [...this.#threads].find(({ job }) => job === undefined) ?? this.#start();
    if (!thread) return;
    const job = this.#waiting.shift()!;
    thread.job = job;
    clearTimeout(thread.timer);
    thread.timer = setTimeout(() => this.#lose(thread, { problem: 'timeout' }), this.#options.timeout);
    thread.worker.postMessage(job.task);
  }

  #start(): Thread | undefined {
    if (this.#threads.size >= this.#options.size) return undefined;
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: 512 }, stdout: true });
    // libheif prints a line for each file that it cannot read; the answer says it already.
    worker.stdout.resume();
    const thread: Thread = { worker, job: undefined, timer: undefined };
    this.#threads.add(thread);
    worker.on('message', (reply: Reply<never>) => this.#settle(thread, reply));
    worker.on('error', (error) => this.#lose(thread, { error: String(error) }));
    worker.on('exit', () => this.#lose(thread, { problem: 'crashed' }));
    // A thread must not keep the process from ending. After the listeners: they would hold it again.
    worker.unref();
    return thread;
  }

  #settle(thread: Thread, reply: Reply<never>): void {
    const { job } = thread;
    thread.job = undefined;
    clearTimeout(thread.timer);
    thread.timer = setTimeout(() => this.#lose(thread, { problem: 'crashed' }), this.#options.idle);
    thread.timer.unref();
    job?.done(reply);
    this.#next();
  }

  /** The thread is gone, or is to go, and its task with it. */
  #lose(thread: Thread, reply: Reply<never>): void {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const leaving = this.#end(thread.worker).finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
    thread.job?.done(reply);
    this.#next();
  }

  async #end(worker: Worker): Promise<void> {
    if (this.#options.farewell > 0) {
      const gone = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage(theEnd);
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([gone, new Promise((resolve) => (timer = setTimeout(resolve, this.#options.farewell)))]);
      clearTimeout(timer);
    }
    await worker.terminate();
  }
}
