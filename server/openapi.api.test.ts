/** What the API says of itself, over the whole application. */
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyProblem } from '#platform/problems';
import { modules } from './modules.ts';
import { openTestApp, type TestApp } from './testing.ts';

interface Described {
  operationId: string;
  summary?: string;
  description?: string;
  security?: object[];
  responses: Record<string, { description: string; content?: Record<string, { examples?: Record<string, object> }> }>;
}

let app: TestApp;
let operations: Described[];
let paths: Record<string, Record<string, Described>>;
beforeAll(async () => {
  app = await openTestApp();
  const answer = await app.http.inject('/api/openapi.json');
  ({ paths } = answer.json<{ paths: typeof paths }>());
  operations = Object.values(paths).flatMap((methods) => Object.values(methods));
});
afterAll(() => app.close());

describe('/api/openapi.json', () => {
  it('has a summary, who may, and what can go wrong for each operation', () => {
    expect(operations.length).toBeGreaterThan(100);
    const poor = operations.filter(
      ({ summary = '', description = '', responses, security }) =>
        summary.length < 10 ||
        !description.includes('**Who may:**') ||
        (security && !(responses['401'] && responses['403'])),
    );
    expect(poor.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('names operations once', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has examples that its own schema takes', () => {
    const wrong = modules.flatMap(({ name, contract = {} }) =>
      Object.entries(contract).flatMap(([operation, { body, examples = [] }]) =>
        examples.filter((example) => !body || !Value.Check(body, example)).map(() => `${name}.${operation}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('shows each problem as it is answered', () => {
    const accept = paths['/api/cases/{id}/accept']!.post!;
    expect(accept.description).toContain('head (of their department or outlet)');
    expect(accept.responses['409']!.content!['application/problem+json']!.examples).toMatchObject({
      'cases.wrongStep': { value: { type: '/problems/cases.wrongStep', status: 409, code: 'cases.wrongStep' } },
    });
  });

  it('is readable under a strict policy and asks nobody outside', async () => {
    const page = await app.http.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch(/upgrade-insecure|swagger\.io/);
    const script = await app.http.inject('/api/docs/static/swagger-initializer.js');
    expect(script.body).toContain('"validatorUrl":null');
  });
});

describe('/problems', () => {
  it('says what each one means, where its type leads', async () => {
    for (const { code, title } of everyProblem()) {
      const { statusCode, body } = await app.http.inject(`/problems/${code}`);
      expect([code, statusCode, body.includes(title)]).toEqual([code, 200, true]);
    }
    expect((await app.http.inject('/problems/cases.none')).statusCode).toBe(404);
  });
});
