/** A transaction, and whatever else asks several things on one connection. What is asked in the same breath travels together. */
import type pg from 'pg';
import { Flight, flyAlone, type Statement } from './flight.ts';
import { changeAll, statementOf, type Change, type Runnable } from './statements.ts';

/** What can be asked of a database, inside a transaction or outside. */
export interface Reader {
  many<Row>(query: Runnable<Row>): Promise<Row[]>;
  maybe<Row>(query: Runnable<Row>): Promise<Row | undefined>;
  /** The one row that must be there; its absence is a fault of ours. */
  one<Row>(query: Runnable<Row>): Promise<Row>;
}

export abstract class Asking implements Reader {
  abstract many<Row>(query: Runnable<Row>): Promise<Row[]>;
  async maybe<Row>(query: Runnable<Row>): Promise<Row | undefined> {
    return (await this.many(query))[0];
  }
  async one<Row>(query: Runnable<Row>): Promise<Row> {
    const row = (await this.many(query))[0];
    if (row === undefined) throw new Error('a row that must exist was not there');
    return row;
  }
}

const begin: Statement = { name: 'begin', text: 'begin', values: [] };
const commit: Statement = { name: 'commit', text: 'commit', values: [] };
const rollback: Statement = { name: 'rollback', text: 'rollback', values: [] };
/** Statements in one flight at most, so that a load of thousands does not lie in memory twice. */
const seats = 100;

/** A connection on which statements that are asked in the same breath travel together; one flight is in the air at a time. */
export class Journey extends Asking {
  protected readonly client: pg.PoolClient;
  protected next = new Flight();
  protected inAir: Promise<void> | undefined;
  #hurry = false;
  #ended = false;

  constructor(client: pg.PoolClient) {
    super();
    this.client = client;
  }

  async many<Row>(query: Runnable<Row>): Promise<Row[]> {
    // What goes on after a neighbour has failed must not speak on a connection that is somebody else's by now.
    if (this.#ended) throw new Error('this was asked after the end of the transaction');
    const answer = this.next.board(statementOf(query));
    queueMicrotask(() => this.depart());
    try {
      return (await answer).rows as Row[];
    } catch (error) {
      throw traced(error);
    }
  }

  protected depart(): void {
    if (this.inAir) {
      this.#hurry = true;
      return;
    }
    const flight = this.next;
    if (flight.size === 0) return;
    this.next = new Flight();
    this.inAir = flight.fly(this.client).then(() => {
      this.inAir = undefined;
      if (!this.#hurry) return;
      this.#hurry = false;
      this.depart();
    });
  }

  /** @internal Gives up what was not sent, and waits for what was. */
  async end(broken: boolean): Promise<void> {
    this.#ended = true;
    this.#hurry = false;
    this.next.cancel(new Error('the transaction was given up'));
    if (!broken) await this.inAir;
  }
}

/** A transaction in progress. All that is written through it happens, or none of it. */
export class Tx extends Journey {
  #begun = false;
  #changes: Change[] = [];
  #failed: unknown;
  #after: (() => void)[] = [];

  constructor(client: pg.PoolClient) {
    super(client);
    this.#send(begin);
  }

  override async many<Row>(query: Runnable<Row>): Promise<Row[]> {
    this.#flush();
    this.#begun = true;
    try {
      return await super.many(query);
    } catch (error) {
      // A write sent earlier may have failed first; its error is the real one.
      throw this.#failed ?? error;
    }
  }

  /** Sends a statement without waiting for its answer. Its failure fails the next read or the commit. */
  write(query: Runnable<unknown> | Change): void {
    if ('to' in query) {
      const { mergeable, table } = query.to;
      if (!mergeable && this.#changes.some(({ to }) => to.table === table)) this.#flush();
      this.#changes.push(query);
      return;
    }
    // In the order in which they were written: this one may build on rows that were gathered before it.
    this.#flush();
    this.#send(statementOf(query));
  }

  /** Sends the changes that were gathered. */
  #flush(): void {
    if (this.#changes.length === 0) return;
    const changes = this.#changes;
    this.#changes = [];
    this.#send(changeAll(changes));
  }

  #send(statement: Statement): void {
    this.next.board(statement).catch((error: unknown) => (this.#failed ??= error));
    if (this.next.size < seats) return;
    this.#begun = true;
    this.depart();
  }

  /** Runs once the transaction is durable; never when it was rolled back. For waking things up, not for effects that matter. */
  onCommit(wake: () => void): void {
    this.#after.push(wake);
  }

  /** @internal */
  async finish(): Promise<void> {
    this.#flush();
    // Nothing was asked and nothing was written.
    if (!this.#begun && this.next.size === 1) return;
    const committed = this.next.board(commit);
    this.#begun = true;
    this.depart();
    const answer = await committed.catch((error: unknown) => {
      throw this.#failed ?? error;
    });
    if (this.#failed !== undefined) throw this.#failed;
    // A transaction with a failed statement answers ROLLBACK to COMMIT without an error.
    if (answer.tag !== 'COMMIT') throw new Error('the transaction was rolled back by the database');
    for (const wake of this.#after) wake();
  }

  /** @internal */
  async abandon(broken: boolean): Promise<void> {
    await this.end(broken);
    if (this.#begun && !broken) await flyAlone(this.client, rollback).catch(() => {});
  }
}

/** With the way from here in its stack: where an answer comes in says nothing of who asked. */
export function traced(error: unknown): unknown {
  if (error instanceof Error) Error.captureStackTrace(error);
  return error;
}
