/**
 * A few threads for what would hold up everybody else: decoding a photo, looking through a PDF, drawing one. A task that
 * takes too long is ended with its thread; a thread that has had nothing to do for a while is let go.
 */
import { Worker } from 'node:worker_threads';
import { general, Problem } from '#platform/problems';

export interface PoolOptions {
  /** Threads at most. */
  size: number;
  /** Milliseconds that a task may take before its thread is ended. */
  timeout: number;
  /** Tasks that may wait; more are told to come again. */
  waiting: number;
  /** Milliseconds without a task after which a thread is let go. */
  idle?: number;
}

/** What a thread answers: a result, or the code of a problem that its pool's owner knows. */
export type Reply<Result> = { result: Result } | { problem: string } | { error: string };

interface Job {
  task: unknown;
  transfer: readonly ArrayBuffer[];
  done: (reply: Reply<never>) => void;
}

export class WorkerPool<Task, Result> {
  #script: URL;
  #options: Required<PoolOptions>;
  #waiting: Job[] = [];
  #idle: Worker[] = [];
  #count = 0;

  constructor(script: URL, options: PoolOptions) {
    this.#script = script;
    this.#options = { idle: 120_000, ...options };
  }

  /** Runs a task. Throws `general.busy` when too many wait; answers `timeout` or `crashed` as a problem of the task. */
  run(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<Reply<Result>> {
    if (this.#waiting.length >= this.#options.waiting)
      throw new Problem('general.busy', 503, general.busy().message, { retryAfter: 3 });
    return new Promise((resolve) => {
      this.#waiting.push({ task, transfer, done: resolve as (reply: Reply<never>) => void });
      this.#next();
    });
  }

  #next(): void {
    const job = this.#waiting[0];
    if (!job) return;
    let worker = this.#idle.pop();
    if (!worker) {
      if (this.#count >= this.#options.size) return;
      this.#count += 1;
      worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
      worker.unref();
    }
    this.#waiting.shift();
    this.#give(worker, job);
  }

  #give(worker: Worker, job: Job): void {
    const settle = (reply: Reply<never>, alive: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      if (alive) this.#rest(worker);
      else {
        this.#count -= 1;
        worker.on('error', () => {});
        void worker.terminate();
      }
      job.done(reply);
      this.#next();
    };
    const timer = setTimeout(() => settle({ problem: 'timeout' }, false), this.#options.timeout);
    worker.once('message', (reply: Reply<never>) => settle(reply, true));
    worker.once('error', (error) => settle({ error: String(error) }, false));
    worker.once('exit', () => settle({ problem: 'crashed' }, false));
    worker.postMessage(job.task, job.transfer);
  }

  #rest(worker: Worker): void {
    const leave = (): void => {
      const at = this.#idle.indexOf(worker);
      if (at < 0) return;
      this.#idle.splice(at, 1);
      this.#count -= 1;
      void worker.terminate();
    };
    const timer = setTimeout(leave, this.#options.idle);
    timer.unref();
    worker.once('error', () => {});
    worker.once('exit', leave);
    worker.once('newListener', () => clearTimeout(timer));
    this.#idle.push(worker);
  }
}
