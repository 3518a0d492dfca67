/**
 * The yardstick, a process of its own: bare Fastify and pg with named statements, the same pool, one transaction a step, the
 * rows of case, action and event, and no rule at all. What a hand-written service without any of the product's duties costs.
 */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE ?? 12) });
const app = Fastify({ logger: false });

const statements = {
  insertCase:
    'insert into yardstick."case" (id, number, state, applicant_name, answers, submitted_at) values ($1, $2, $3, $4, $5, now())',
  updateCase: 'update yardstick."case" set state = $2, changed_at = now() where id = $1 returning seq',
  insertAction: 'insert into yardstick.action (case_id, seq, id, kind, facts) values ($1, $2, $3, $4, $5)',
  insertEvent: 'insert into yardstick.event (name, subject, facts) values ($1, $2, $3)',
  readCase: 'select * from yardstick."case" where id = $1',
  readActions: 'select * from yardstick.action where case_id = $1 order by seq',
} as const;
const ask = (client: pg.ClientBase | pg.Pool, name: keyof typeof statements, values: unknown[]) =>
  client.query({ name, text: statements[name], values });

async function inTransaction(act: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await act(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

let serial = 0;
app.post('/cases', async (request) => {
  const id = randomUUID();
  const body = request.body as Record<string, unknown>;
  await inTransaction(async (client) => {
    await ask(client, 'insertCase', [id, `${process.pid}-${++serial}`, 'submitted', '申请人', JSON.stringify(body)]);
    await ask(client, 'insertAction', [id, 1, randomUUID(), 'submit', JSON.stringify(body)]);
    await ask(client, 'insertEvent', ['submit', id, '{}']);
  });
  return { id };
});

const step = (kind: string, state: string, seq: number) =>
  app.post(`/cases/:id/${kind}`, async (request) => {
    const { id } = request.params as { id: string };
    await inTransaction(async (client) => {
      await ask(client, 'updateCase', [id, state]);
      await ask(client, 'insertAction', [id, seq, randomUUID(), kind, JSON.stringify(request.body)]);
      await ask(client, 'insertEvent', [kind, id, '{}']);
    });
    return { id, state };
  });
step('accept', 'accepted', 2);
step('grant', 'granted', 3);
step('deliver', 'closed', 4);

app.get('/cases/:id', async (request) => {
  const { id } = request.params as { id: string };
  const [found, actions] = await Promise.all([ask(pool, 'readCase', [id]), ask(pool, 'readActions', [id])]);
  return { case: found.rows[0], timeline: actions.rows };
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
