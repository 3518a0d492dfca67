import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { Type } from 'typebox';
import { afterEach, expect, it, vi } from 'vitest';
import { closed, contract } from '#platform/contract';
import { queryClient, useAct, type Act } from './query.ts';

const things = contract({
  make: { method: 'POST', path: '/things', summary: 'Make', body: closed({ actionId: Type.String() }) },
});
const noAnswer = (): Promise<Response> => Promise.reject(new TypeError('no network'));

/** What a component gets. */
function anAct(): Act<typeof things.make> {
  let act: Act<typeof things.make> | undefined;
  function Component(): null {
    act = useAct(things.make);
    return null;
  }
  renderToString(
    <QueryClientProvider client={queryClient}>
      <Component />
    </QueryClientProvider>,
  );
  return act!;
}
const send = (act: Act<typeof things.make>) => act.send({ body: { actionId: act.key() } });

afterEach(() => vi.unstubAllGlobals());

it('tries the same act again after a lost answer, until it is given up', async () => {
  vi.stubGlobal('fetch', noAnswer);
  const act = anAct();
  const first = act.key();
  await expect(send(act)).rejects.toMatchObject({ code: 'client.offline' });
  // What is changed after it may have been done once: the server has to be asked about both under one key.
  act.reset();
  expect(act.key()).toBe(first);
  act.abandon();
  expect(act.key()).not.toBe(first);
});

it('joins no act that was given up while it was under way, and keeps its own key when that one ends', async () => {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)));
  const act = anAct();
  const former = send(act);
  expect(send(act)).toBe(former);
  act.abandon();
  const next = act.key();
  const sent = send(act);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[0]!(new Response(null, { status: 204 }));
  await former;
  expect(act.key()).toBe(next);
  answers[1]!(new Response(null, { status: 204 }));
  await sent;
  expect(act.key()).not.toBe(next);
});
