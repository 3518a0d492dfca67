import { Type } from 'typebox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closed, contract } from '#platform/contract';
import { call, hrefOf, ProblemError } from './client.ts';
import { parsePlain, stringifyPlain } from './plain-search.ts';
import { fieldsOfProblem, sayProblem } from './say-problem.ts';

const things = contract({
  get: {
    method: 'GET',
    path: '/things/:id',
    summary: 'One',
    params: closed({ id: Type.String() }),
    query: closed({ kind: Type.Optional(Type.Array(Type.String())) }),
    reply: closed({ name: Type.String() }),
  },
  act: { method: 'POST', path: '/things', summary: 'Act', body: closed({ name: Type.String() }) },
});
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
const problem = { type: '', title: 'Busy', status: 503, code: 'general.busy', requestId: 'r1' };

afterEach(() => vi.unstubAllGlobals());

describe('addresses of operations', () => {
  it('take parameters as they are and leave out what is empty', () => {
    expect(hrefOf(things.get, { params: { id: 'a/b 一' }, query: { kind: ['x', 'y'] } })).toBe(
      '/api/things/a%2Fb%20%E4%B8%80?kind=x&kind=y',
    );
  });
});

describe('a call', () => {
  it('reads a second time after a short failure, and acts only once', async () => {
    const fetch = vi.fn<() => Promise<Response>>();
    vi.stubGlobal('fetch', fetch);
    fetch.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValueOnce(answer(200, { name: 'one' }));
    expect(await call(things.get, { params: { id: '1' } })).toEqual({ name: 'one' });
    fetch.mockRejectedValueOnce(new TypeError('no network'));
    await expect(call(things.act, { body: { name: 'x' } })).rejects.toMatchObject({ code: 'client.offline' });
    expect(fetch).toHaveBeenCalledTimes(3);
  });
  it('throws the problem with its facts and when to come again', async () => {
    vi.stubGlobal('fetch', async () => answer(503, problem, { 'retry-after': '7' }));
    const thrown = await call(things.act, { body: { name: 'x' } }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ code: 'general.busy', status: 503, requestId: 'r1', retryAfter: 7, passes: true });
  });
  it('takes the error page of a proxy for what it is', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(call(things.act, { body: { name: 'x' } })).rejects.toMatchObject({ code: 'general.unavailable' });
  });
  it('knows what the problem of any module is called by the time that it throws, and says it without a page that had the words', async () => {
    // Nobody has read any words yet.
    vi.resetModules();
    const fresh = await import('./client.ts');
    const { wordsOfProblem } = await import('#web/words/words.ts');
    expect(wordsOfProblem('hall.haveBooking', 'zh-CN')).toBeUndefined();
    vi.stubGlobal('fetch', async () => answer(409, { ...problem, code: 'hall.haveBooking', status: 409 }));
    await fresh.call(things.act, { body: { name: 'x' } }).catch(() => {});
    expect(wordsOfProblem('hall.haveBooking', 'zh-CN')).toMatch(/已经约了/);
    expect(wordsOfProblem('hall.haveBooking', 'en')).toMatch(/appointment/);
  });
  it('gives nothing for 204', async () => {
    vi.stubGlobal('fetch', async () => answer(204, undefined));
    expect(await call(things.act, { body: { name: 'x' } })).toBeUndefined();
  });
});

describe('problems', () => {
  it('say after how many minutes it is worth trying again, where that is no moment', () => {
    const tooMany = (seconds?: number) => new ProblemError({ code: 'general.tooMany', status: 429, title: '' }, seconds); // prettier-ignore
    expect(sayProblem(tooMany(840), 'zh-CN').text).toBe('操作太频繁，请 14 分钟后再试');
    expect(sayProblem(tooMany(840), 'en').text).toContain('in 14 minutes');
    for (const short of [undefined, 3, 90]) expect(sayProblem(tooMany(short), 'zh-CN').text).toContain('稍等片刻');
  });

  it('have words in both languages, and a number only where people cannot help themselves', () => {
    const lost = new ProblemError({ code: 'general.internal', status: 500, title: '', requestId: 'r2' });
    expect(sayProblem(lost, 'zh-CN').requestId).toBe('r2');
    const unknown = new ProblemError({ code: 'nobody.knows', status: 409, title: 'x', requestId: 'r3' });
    expect(sayProblem(unknown, 'en')).toEqual({ text: expect.stringContaining('check'), requestId: undefined });
  });
  it('belong to the fields of the form', () => {
    const facts = { fields: { '/answers/phone': 'is wrong', '/answers/list/0': 'is wrong', '/other': 'is wrong' } };
    const wrong = new ProblemError({ code: 'general.invalid', status: 400, title: '', facts });
    expect(Object.keys(fieldsOfProblem(wrong, 'zh-CN', '/answers'))).toEqual(['phone', 'list']);
  });
});

describe('conditions in the address', () => {
  it('are text, whatever they look like', () => {
    expect(parsePlain('?q=330&kind=a&kind=b')).toEqual({ q: '330', kind: ['a', 'b'] });
    expect(stringifyPlain({ q: '0330', kind: ['a', 'b'], none: undefined, empty: '' })).toBe('?q=0330&kind=a&kind=b');
    expect(stringifyPlain({})).toBe('');
  });
});
