/**
 * `npm run bench:queue`: 54 windows of a hall call over HTTP, spread over two server processes on one durable PostgreSQL, until 100,000
 * tickets are called. No ticket is called twice, none is lost, nobody is passed over; p95 of a call. `-- --quick` is 6,000 calls, `-- --calls N`
 * any other number, `-- --pace 52` for as fast as the service lets an account act.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { shanghaiDay } from '#platform/clock';
import { Client } from './cases/client.ts';
import { setStage, type Stage } from './cases/stage.ts';
import { doubles, overtakings, type Call } from './queue/check.ts';
import { addTickets, openBenchHall, type BenchTicket } from './queue/hall.ts';
import { finish, goal, percentile } from './report.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    calls: { type: 'string' },
    pace: { type: 'string', default: '150' },
  },
});
const total = Number(options.calls ?? (options.quick ? 6_000 : 100_000));
if (!Number.isInteger(total) || total < 1) {
  process.stderr.write('--calls is a whole number of calls, such as 5000\n');
  process.exit(2);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** So many wait at least: a hall has a few hundred people in it, not a hundred thousand. */
const waiting = 400;
const batchSize = 800;
/** Milliseconds between the calls of a window; an account may send no more than one act in 50 ms for long. A real window calls each 13 minutes. */
const pace = Math.max(52, Number(options.pace) || 150);

async function run(stage: Stage) {
  const hall = await openBenchHall(stage);
  const servers = await Promise.all([stage.startOurs(), stage.startOurs()]);
  const clients = servers.map(({ port }) => new Client(port, 32));
  await Promise.all(
    hall.clerks.map(async ({ cookie, windowId }, i) => {
      const reply = await clients[i % 2]!.send('POST', `/api/hall/windows/${windowId}/shift`, cookie);
      if (reply.status !== 200) throw new Error(`signing in: ${reply.status} ${JSON.stringify(reply.body)}`);
    }),
  );
  const day = shanghaiDay(new Date());
  const tickets = new Map<string, BenchTicket>();
  const calls: Call[] = [];
  let batch = 0;
  let begun = 0;
  let filling: Promise<unknown> | undefined;
  let failed: unknown;
  const fill = async (): Promise<void> => {
    const count = Math.min(batchSize, total - tickets.size);
    if (count <= 0) return;
    for (const ticket of await addTickets(stage, hall, batch++, count, day)) tickets.set(ticket.id, ticket);
  };
  await fill();
  const errors: string[] = [];
  const began = performance.now();
  await Promise.all(
    hall.clerks.map(async ({ cookie, windowId }, i) => {
      const duty = [...hall.clerks[i]!.errandIds].toSorted().join(' ');
      let idle = 0;
      while (!failed && begun < total + hall.clerks.length && idle < 20) {
        if (tickets.size - calls.length < waiting && tickets.size < total)
          filling ??= fill()
            .catch((error: unknown) => (failed = error))
            .finally(() => (filling = undefined));
        const from = performance.now();
        begun += 1;
        const reply = await clients[i % 2]!.send('POST', '/api/hall/desk/call', cookie, { actionId: randomUUID() });
        const to = performance.now();
        if (reply.status !== 200) {
          errors.push(`${reply.status} ${JSON.stringify(reply.body)}`);
          continue;
        }
        const ticket = reply.body.ticket as { id: string } | null;
        if (ticket) {
          calls.push({ ticketId: ticket.id, began: from, ended: to, duty });
          idle = 0;
          // What follows at the window is not measured here.
          await stage.owner("update hall.ticket set state = 'finished' where window_id = $1 and state = 'called'", [
            windowId,
          ]);
        } else {
          begun -= 1;
          idle = tickets.size >= total ? idle + 1 : 0;
        }
        const rest = from + pace - performance.now();
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      }
    }),
  );
  if (failed) throw failed;
  const seconds = (performance.now() - began) / 1000;
  for (const client of clients) client.close();
  const { rows } = await stage.owner(
    "select count(*)::int as segments, count(distinct ticket_id)::int as tickets from hall.segment where act = 'call'",
  );
  // The first ones find servers that have compiled nothing yet.
  const times = calls.slice(Math.min(2_000, total / 2)).map(({ began: from, ended }) => ended - from);
  const dutyOf = new Map(hall.clerks.map(({ errandIds }) => [errandIds.toSorted().join(' '), new Set(errandIds)]));
  const p95 = percentile(times, 0.95);
  say(
    `${calls.length} calls of 54 windows on two servers, each every ${pace} ms, in ${seconds.toFixed(1)} s (${(calls.length / seconds).toFixed(0)}/s): p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  );
  if (errors[0]) say(`${errors.length} errors, the first: ${errors[0]}`);
  return [
    goal('double_calls', doubles(calls) + (rows[0].segments - rows[0].tickets), 0, 'lower'),
    goal('lost_tickets', tickets.size - new Set(calls.map(({ ticketId }) => ticketId)).size, 0, 'lower'),
    goal('passed_over', overtakings(calls, tickets, dutyOf), 0, 'lower'),
    goal('errors', errors.length, 0, 'lower'),
    goal('calls', calls.length, total, 'higher'),
    goal('call_p95_ms', p95, 50, 'lower'),
  ];
}

const stage = await setStage();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.close().finally(() => process.exit(1)));
try {
  finish('queue', await run(stage));
} finally {
  await stage.close();
}
process.exit(0);
