import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
  type AnyRouter,
} from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { stringifyPlain } from '../client/plain-search.ts';
import { PageHeader } from './page-header.tsx';

/** Where the way back of a page leads. */
async function backOf(back: { to: string; search?: Record<string, string | undefined> }): Promise<string | undefined> {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <PageHeader title="One" back={{ ...back, say: 'All' }} /> }),
    history: createMemoryHistory({ initialEntries: ['/?own=1'] }),
    stringifySearch: stringifyPlain,
  }) as unknown as AnyRouter;
  await router.load();
  return /href="([^"]*)"/.exec(renderToString(<RouterProvider router={router} />))?.[1];
}

it('leads back to what was chosen on the page before, and takes nothing of its own along', async () => {
  expect(await backOf({ to: '/hall', search: { hall: 'h1', state: undefined } })).toBe('/hall?hall=h1');
  expect(await backOf({ to: '/hall' })).toBe('/hall');
});
