/**
 * What a module offers over HTTP, as data: one object drives validation, the OpenAPI document, the permission table's
 * completeness and the browser's typed client. This file is imported by the browser too: nothing of Node in here.
 */
import { Type, type Static, type TSchema } from 'typebox';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the HTTP interface. */
export interface Operation {
  method: Method;
  /** Path below `/api`, with `:name` parameters. */
  path: string;
  /** One sentence for the reader of the API document. */
  summary: string;
  /** What that reader has to know beside it (Markdown). Who may and what can go wrong are told without it. */
  description?: string;
  /** Bodies that are taken, for the API document. */
  examples?: readonly unknown[];
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  /** Shape of the JSON reply; absent means 204, `file` a download or stream. */
  reply?: TSchema | 'file';
  /** Codes of the problems that this operation can answer with, beside the general ones. */
  problems?: readonly string[];
  /** The body is multipart/form-data: files are read from the raw request. */
  multipart?: boolean;
}

export type Contract = Record<string, Operation>;

type Part<S> = S extends TSchema ? Static<S> : undefined;

export type ParamsOf<O extends Operation> = Part<O['params']>;
export type QueryOf<O extends Operation> = Part<O['query']>;
export type BodyOf<O extends Operation> = Part<O['body']>;
export type ReplyOf<O extends Operation> = O['reply'] extends TSchema ? Static<O['reply']> : undefined;

/** Keeps the literal types of a contract. */
export const contract = <const C extends Contract>(operations: C): C => operations;

/** RFC 9457 body of every answer that is not a success. */
export const ProblemBody = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  /** Machine-readable code: `<module>.<problem>`; its words are in the browser's word lists. */
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  /** Values for the words, and per-field errors: `{ fields: { "/answers/phone": "..." } }`. */
  facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  requestId: Type.Optional(Type.String()),
});
export type ProblemBody = Static<typeof ProblemBody>;

// Shapes that every module needs.
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date', description: 'A day of Asia/Shanghai, YYYY-MM-DD' });
export const Instant = Type.String({ format: 'date-time' });
/** Numbers as people write them: with a dialling code, spaces, an extension (转), one after the other. Empty: none. */
export const Telephone = (maxLength: number) => Type.String({ maxLength, pattern: '^[0-9+() ,;/转-]*$' });
export const ById = Type.Object({ id: Id }, { additionalProperties: false });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** A closed object: unknown keys are refused. */
export const closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
/** One of the given words. */
export const oneOf = <const W extends readonly string[]>(...words: W) =>
  Type.Unsafe<W[number]>(Type.String({ enum: [...words] }));
/** A page of a list with the count from the same read, so that the two never disagree. */
export const pageOf = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), total: Type.Integer() });
/** The same of a list that can be longer than anybody counts: with `more` there are more than `total`, at which counting stopped. */
export const countedPageOf = <T extends TSchema>(row: T) =>
  Type.Object({ ...pageOf(row).properties, more: Type.Boolean() });
/** Query of a paged list. Query strings are text: `?offset=50`. */
export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
};
