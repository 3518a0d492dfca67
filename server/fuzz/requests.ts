/** Requests to an operation: half of them nearly right, the rest wrong in every way that a request can be. */
import type { Draw, Known, Schema } from './draw.ts';
import { fitting, odd, oddTexts, spoiled } from './draw.ts';

/** An operation of the OpenAPI document. */
export interface Described {
  id: string;
  method: string;
  /** `/api/cases/{id}` */
  path: string;
  params: readonly { name: string; schema: Schema }[];
  query: readonly { name: string; schema: Schema; required: boolean }[];
  body: Schema | undefined;
  multipart: boolean;
}

export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}

interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
}
interface DocumentedOperation {
  operationId: string;
  parameters?: { in: string; name: string; schema: Schema; required?: boolean }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

/** Every operation of the document. */
export function describedIn(document: unknown): Described[] {
  return Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { operationId, parameters = [], requestBody } = operation;
      const of = (where: string) =>
        parameters
          .filter((parameter) => parameter.in === where)
          .map(({ name, schema, required = false }) => ({ name, schema, required }));
      const content = requestBody?.content ?? {};
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        params: of('path'),
        query: of('query'),
        body: content['application/json']?.schema,
        // Uploads say what they take with `consumes`, of which nothing is left in the document.
        multipart: /\/files$|\/imports$/.test(path) && method === 'post',
      };
    }),
  );
}

/** A text that can be a part of an address. */
const inAddress = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Half a surrogate pair can't be written as UTF-8; whoever sends it writes its three bytes.
  return encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80');
};

function addressOf(draw: Draw, operation: Described, known: Known, spare: boolean): string {
  const wrong = draw.chance(spare ? 0.7 : 0.15);
  const kind = /\/([a-z-]+?)s?\/\{/.exec(operation.path)?.[1] ?? '';
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = operation.params.find((param) => param.name === name)?.schema ?? {};
    if (wrong)
      return draw.chance(0.2)
        ? draw.of(['%', '%zz', '%00', '..', '%2e%2e%2f', '', '*'])
        : inAddress(odd(draw)).slice(0, 4000);
    return inAddress(fitting(draw, schema, known, name === 'id' ? kind : name));
  });
  const query: string[] = [];
  for (const { name, schema, required } of operation.query) {
    if (!draw.chance(required ? 0.95 : 0.4)) continue;
    const value = draw.chance(spare ? 0.9 : 0.25) ? odd(draw) : fitting(draw, schema, known, name);
    for (const one of draw.chance(0.05) ? [value, value] : [value])
      query.push(`${name}=${inAddress(one).slice(0, 4000)}`);
  }
  if (draw.chance(spare && operation.method === 'GET' ? 0.85 : 0.05))
    query.push(draw.of(['unknown=1', '%', 'a[b]=c', '=', '__proto__[x]=1', '%ED%A0%80=1', `x=${'y'.repeat(5000)}`]));
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

/** One request out of very many; `spare` asks for one that will hardly be granted. */
export function requestFor(draw: Draw, operation: Described, known: Known, spare = false): Request {
  const request: Request = { method: operation.method, url: addressOf(draw, operation, known, spare), headers: {} };
  if (operation.multipart) return { ...request, ...multipart(draw) };
  if (operation.method === 'GET' || operation.method === 'HEAD') return request;
  if (!operation.body) return draw.chance(0.8) ? request : { ...request, ...asJson('{"a":1}') };
  const right = fitting(draw, operation.body, known);
  const turn = spare ? 0.4 + draw.next() * 0.6 : draw.next();
  if (turn < 0.4) return { ...request, ...asJson(JSON.stringify(right)) };
  if (turn < 0.85) return { ...request, ...asJson(JSON.stringify(spoiled(draw, right))) };
  return { ...request, ...notJson(draw, JSON.stringify(right)) };
}

const asJson = (payload: string | Buffer) => ({ headers: { 'content-type': 'application/json' }, payload });

/** What is no JSON, or does not say that it is. */
function notJson(draw: Draw, text: string): Pick<Request, 'headers' | 'payload'> {
  const types = [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json; charset=gbk',
    'multipart/form-data',
    'nonsense',
    'application/jsonp',
  ];
  switch (draw.upTo(9)) {
    case 0:
      return asJson(text.slice(0, draw.upTo(text.length)));
    case 1:
      return asJson(`${text}${draw.of(['}', ',', '\0', '{}'])}`);
    case 2:
      return asJson(
        Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('}')]),
      );
    case 3:
      return asJson(`\ufeff${text}`);
    case 4:
      return asJson('['.repeat(draw.of([10, 5000, 100_000])));
    case 5:
      return asJson(
        text.replace(
          /:\s*("[^"]*"|\d+)/,
          draw.of([':1e999', ':01', ':NaN', ':0x10', ':"\\ud800"', ':"\\u0000"', ':"\t"']),
        ),
      );
    case 6:
      return {
        headers: { 'content-type': 'application/json', 'content-encoding': draw.of(['gzip', 'br', 'x']) },
        payload: text,
      };
    case 7:
      return asJson(
        draw.of([
          '',
          'null',
          '[]',
          '""',
          '0',
          'true',
          '{"__proto__":{"x":1}}',
          '{"constructor":{"prototype":{}}}',
          ' '.repeat(2_000_000),
        ]),
      );
    default:
      return { headers: { 'content-type': draw.of(types) }, payload: text };
  }
}

/** Uploads, whole ones and others. */
function multipart(draw: Draw): Pick<Request, 'headers' | 'payload'> {
  const boundary = draw.chance(0.05) ? draw.of(oddTexts).replace(/[^\x21-\x7e]/g, '') : 'xxBOUNDARYxx';
  const parts: string[] = [];
  for (let i = draw.of([0, 1, 1, 1, 2, 40]); i > 0; i--) {
    const name = draw.of(['file', 'file', 'note', '__proto__', '', 'a'.repeat(300)]);
    const file = draw.of([
      'a.jpg',
      'a.csv',
      '../../x.pdf',
      'a\0.jpg',
      '',
      'CON',
      `${'长'.repeat(300)}.png`,
      'a.jpg"; x="',
    ]);
    const content = draw.of([
      '',
      'x',
      '\xff\xd8\xff\xe0JFIF',
      '%PDF-1.7\n',
      'PK\x03\x04',
      'MZ\x90',
      'GIF89a',
      '事项名称,实施编码\n甲,1\n',
      'a,b\n"',
      'x'.repeat(100_000),
    ]);
    const type = draw.of(['image/jpeg', 'text/csv', 'text/html', '', 'nonsense']);
    const as = draw.chance(0.85) ? `; filename="${file}"` : '';
    parts.push(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${as}\r\ncontent-type: ${type}\r\n\r\n${content}\r\n`,
    );
  }
  const whole = Buffer.from(`${parts.join('')}--${boundary}--\r\n`, draw.chance(0.5) ? 'latin1' : 'utf8');
  const payload = draw.chance(0.3) ? whole.subarray(0, draw.upTo(whole.length)) : whole;
  const type = draw.chance(0.9)
    ? `multipart/form-data; boundary=${boundary}`
    : draw.of(['multipart/form-data', 'multipart/mixed; boundary=x', 'application/json']);
  return { headers: { 'content-type': type }, payload };
}
