import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from './http.ts';
import { servePages } from './pages.ts';
import { nobody } from './permissions.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'pages-'));
const surfaces = [
  { name: 'portal', at: '/', framed: ['/preview'] },
  { name: 'workbench', at: '/workbench' },
];
let http: FastifyInstance;

beforeAll(async () => {
  for (const { name } of surfaces) {
    mkdirSync(path.join(dist, name));
    writeFileSync(
      path.join(dist, name, 'index.html'),
      `<title>${name}</title><meta nonce="NONCE-OF-THIS-ANSWER"><script nonce="NONCE-OF-THIS-ANSWER" src="/assets/a.js"></script>`,
    );
  }
  mkdirSync(path.join(dist, 'assets'));
  writeFileSync(path.join(dist, 'assets/a.js'), 'plain');
  writeFileSync(path.join(dist, 'assets/a.js.br'), 'squeezed');
  writeFileSync(path.join(dist, '.stamp'), 'secret');
  http = createHttp({ actorOf: async () => nobody, logLevel: 'silent' });
  servePages(http, { dist, surfaces });
  await http.ready();
});
afterAll(async () => {
  await http.close();
  rmSync(dist, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers });

describe('pages', () => {
  it('belong to the surface below whose address they lie', async () => {
    for (const [url, name] of [
      ['/', 'portal'],
      ['/services/1?x=/workbench', 'portal'],
      ['/workbench', 'workbench'],
      ['/workbench/cases/1', 'workbench'],
      ['/workbenches', 'portal'],
    ] as const) {
      expect((await get(url)).body, url).toContain(`<title>${name}</title>`);
    }
  });

  it('are in no frame, but for the addresses that say so, and there in one of this site alone', async () => {
    const ancestors = async (url: string): Promise<string | undefined> =>
      /frame-ancestors [^;]+/.exec(String((await get(url)).headers['content-security-policy']))?.[0];
    expect(await ancestors('/preview?lang=en')).toBe("frame-ancestors 'self'");
    for (const url of ['/', '/preview/more', '/workbench', '/workbench/preview'])
      expect(await ancestors(url), url).toBe("frame-ancestors 'none'");
  });

  it('have a new nonce in each answer, the same in the policy and in the page', async () => {
    const [one, other] = await Promise.all([get('/'), get('/')]);
    const nonceOf = (answer: typeof one): string =>
      /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))![1]!;
    expect(one.body.match(new RegExp(`nonce="${nonceOf(one)}"`, 'g'))).toHaveLength(2);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers['content-security-policy']).not.toMatch(/unsafe/);
    expect(one.headers['cache-control']).toBe('no-cache');
    expect(one.headers['x-content-type-options']).toBe('nosniff');
  });

  it('are never the answer to a call or to a file that is not there', async () => {
    for (const url of ['/api', '/api/nothing', '/assets/gone.js', '/old.js', '/workbench/x.css', '/.stamp.json']) {
      const answer = await get(url);
      expect(answer.statusCode, url).toBe(404);
      expect(answer.headers['content-type'], url).toContain('application/problem+json');
    }
  });
});

describe('built files', () => {
  it('are kept for ever, compressed for those who take it', async () => {
    const plain = await get('/assets/a.js');
    expect(plain.body).toBe('plain');
    expect(plain.headers['cache-control']).toContain('immutable');
    const squeezed = await get('/assets/a.js', { 'accept-encoding': 'gzip, br' });
    expect([squeezed.body, squeezed.headers['content-encoding'], squeezed.headers.vary]).toEqual([
      'squeezed',
      'br',
      'accept-encoding',
    ]);
  });

  it('lead nowhere else', async () => {
    for (const url of ['/assets/../.stamp', '/assets/%2e%2e/.stamp', '/.stamp', '/assets/..%2f..%2fetc/passwd']) {
      expect((await get(url)).body, url).not.toContain('secret');
    }
  });
});
