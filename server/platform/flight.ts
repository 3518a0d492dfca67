/**
 * Statements that travel to PostgreSQL together and are answered together: sent at once, closed with a single Sync. Each Sync
 * costs both sides a system call and a wake-up, so a flight of five is little dearer than one statement. PostgreSQL skips what
 * follows a failed statement up to the Sync: a flight that fails does so for all that is behind the fault.
 *
 * A `Submittable` of pg (the way in which its cursors are made); pg keeps the connection, this the statements prepared on it.
 */
import pg from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement as it is sent. A name means that it is prepared once on each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a statement answered; `tag` is the command tag, such as `COMMIT`. */
export interface Answer {
  rows: object[];
  tag: string;
}

/** How the rows of a statement are read: the name and the parser of each column. */
interface Reading {
  readonly columns: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
}

/** What a connection knows of a statement. In doubt after a failed flight: it may have been prepared before the fault or not. */
interface Known {
  inDoubt: boolean;
  reading: Reading | undefined;
}
const connections = new WeakMap<pg.Connection, Map<string, Known>>();

/** The part of pg's connection that a flight speaks to, as it is: its types are of an earlier version. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(statement: { name: string; text: string }): void;
  bind(bound: { statement: string; values: readonly unknown[] }): void;
  describe(what: { type: 'P'; name: string }): void;
  execute(portal: object): void;
  close(what: { type: 'S'; name: string }): void;
  sync(): void;
}

const columnNames = new Map<string, string>();
function columnName(name: string): string {
  let camelName = columnNames.get(name);
  if (camelName === undefined) {
    camelName = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    columnNames.set(name, camelName);
  }
  return camelName;
}

// Days stay days, counts become numbers: the largest of ours is far below 2^53.
function parserOf(oid: number): (text: string) => unknown {
  if (oid === 1082) return (text) => text;
  if (oid === 20) return Number;
  return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown;
}

const written = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : utils.prepareValue(value));

interface Passenger {
  readonly statement: Statement;
  readonly rows: object[];
  known: Known | undefined;
  isNew: boolean;
  tag: string;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** One flight. `board` statements, then give it to `client.query`. */
export class Flight implements pg.Submittable {
  #passengers: Passenger[] = [];
  #at = 0;
  #fault: unknown;
  #landed: () => void = () => {};

  get size(): number {
    return this.#passengers.length;
  }

  /** Adds a statement. Its promise is settled when the flight lands. */
  board(statement: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#passengers.push({ statement, rows: [], known: undefined, isNew: false, tag: '', resolve, reject });
    });
  }

  /** Sends everything. Resolves once all is answered, whatever the answers are. */
  fly(client: pg.ClientBase): Promise<void> {
    return new Promise((resolve) => {
      this.#landed = resolve;
      client.query(this);
    });
  }

  /** Gives up a flight that was never sent. */
  cancel(reason: unknown): void {
    this.#settle(reason);
  }

  /** @internal Called by pg when the connection is free. */
  submit(connection: pg.Connection): Error | null {
    const wire = connection as unknown as Wire;
    let names = connections.get(connection);
    if (!names) connections.set(connection, (names = new Map()));
    let bound: unknown[][];
    try {
      bound = this.#passengers.map(({ statement }) => statement.values.map(written));
    } catch (error) {
      return error as Error;
    }
    wire.stream.cork();
    for (const [i, passenger] of this.#passengers.entries()) {
      const { name, text } = passenger.statement;
      passenger.known = name ? names.get(name) : undefined;
      if (!passenger.known || passenger.known.inDoubt) {
        if (passenger.known) wire.close({ type: 'S', name });
        wire.parse({ name, text });
        passenger.isNew = true;
        passenger.known = { inDoubt: false, reading: undefined };
        if (name) names.set(name, passenger.known);
      }
      wire.bind({ statement: name, values: bound[i]! });
      if (!passenger.known.reading) wire.describe({ type: 'P', name: '' });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  /** @internal */
  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    const { known } = this.#passengers[this.#at]!;
    if (!known) return;
    known.reading = {
      columns: fields.map((field) => columnName(field.name)),
      parsers: fields.map((field) => parserOf(field.dataTypeID)),
    };
  }

  /** @internal */
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { known, rows } = this.#passengers[this.#at]!;
    const { columns, parsers } = known!.reading!;
    const row: Record<string, unknown> = {};
    try {
      for (let i = 0; i < fields.length; i++) {
        const text = fields[i]!;
        row[columns[i]!] = text === null ? null : parsers[i]!(text);
      }
    } catch (error) {
      this.#fault ??= error;
    }
    rows.push(row);
  }

  /** @internal */
  handleCommandComplete({ text }: { text: string }): void {
    this.#passengers[this.#at++]!.tag = text;
  }

  /** @internal */
  handleEmptyQuery(): void {
    this.#at += 1;
  }

  /** @internal */
  handleError(error: unknown): void {
    for (const { known, isNew } of this.#passengers.slice(this.#at)) if (known && isNew) known.inDoubt = true;
    this.#settle(error);
  }

  /** @internal */
  handleReadyForQuery(): void {
    if (this.#fault === undefined) this.#settle(undefined);
    else {
      // All was answered, but a value could not be read: nobody is to work with half a row.
      this.#at = 0;
      this.#settle(this.#fault);
    }
  }

  #settle(error: unknown): void {
    const passengers = this.#passengers;
    this.#passengers = [];
    for (const [i, { rows, tag, resolve, reject }] of passengers.entries())
      if (i < this.#at) resolve({ rows, tag });
      else reject(error);
    this.#landed();
  }
}

/** Flies one statement alone. */
export async function flyAlone(client: pg.ClientBase, statement: Statement): Promise<Answer> {
  const flight = new Flight();
  const answer = flight.board(statement);
  await flight.fly(client);
  return answer;
}
