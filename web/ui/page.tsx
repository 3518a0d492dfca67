/** A page is a loader, a handle and one component; a surface lists its pages, each fetched when it is first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  useNavigate,
  useParams,
  useSearch,
  type AnyRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import type { Role } from '#platform/permissions';
import { parsePlain, stringifyPlain, type PlainSearch } from '../client/plain-search.ts';
import { hasRole, useMe } from '../client/session.tsx';
import { Failing, Forbidden, Loading, Missing, SignInFirst } from './states.tsx';

export interface Page {
  /** Who may open it; absent means everybody, visitors included. The server asks again for all that is read. */
  roles?: readonly Role[];
  /** Begins to read what the page will show, with `prefetch(operation, input)`; never waits for it. */
  load?: (at: { params: Record<string, string>; search: PlainSearch }) => void;
  Component: ComponentType;
}

/** Declares a page: `export const page = definePage({ load, Component })`. */
export const definePage = (page: Page): Page => page;

export type PageFile = () => Promise<{ page: Page }>;
/** A page at its address: `['/cases/$id', () => import('#web/features/cases/case-page.tsx')]`. */
export type PageEntry = readonly [path: string, file: PageFile];

function lazyPage(file: PageFile): () => ReactNode {
  const Loaded = lazy(async () => {
    const { page } = await file();
    return { default: () => <Guarded page={page} /> };
  });
  return () => (
    <Suspense fallback={<Loading />}>
      <Loaded />
    </Suspense>
  );
}

function Guarded(props: { page: Page }): ReactNode {
  const me = useMe();
  const { roles, Component } = props.page;
  if (roles && !roles.includes('anyone')) {
    if (me === undefined) return <Loading />;
    if (me === null) return <SignInFirst />;
    if (!hasRole(me, roles)) return <Forbidden />;
  }
  return <Component />;
}

/**
 * Makes a surface's router: its shell around its pages. `at` is where the surface lies, such as `/workbench`. With a `history` of its own
 * the browser's one stays as it is: on a machine of many people there is nothing to go back to.
 */
export function routerOf(options: {
  at: string;
  shell: () => ReactNode;
  pages: readonly PageEntry[];
  history?: RouterHistory;
}): AnyRouter {
  const root = createRootRoute({ component: options.shell, notFoundComponent: () => <Missing /> });
  const routes = options.pages.map(([path, file]) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyPage(file),
      loader: ({ params, location }) => {
        // Not awaited: the page draws its outline at once.
        void file().then(({ page }) =>
          page.load?.({ params: params as Record<string, string>, search: location.search as PlainSearch }),
        );
      },
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: options.at,
    ...(options.history ? { history: options.history } : {}),
    parseSearch: parsePlain,
    stringifySearch: stringifyPlain,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => <Failing error={error} onRetry={reset} />,
    defaultNotFoundComponent: () => <Missing />,
  }) as unknown as AnyRouter;
}

/** A parameter of the page's address. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`The address of this page has no ${name}`);
  return value;
}

/**
 * What is chosen on a list lies in the address, so that it can be kept and sent: `const [asked, ask] = useAsked()`;
 * `asked.state`, `ask({ state: 'open' })`. An empty text takes a condition away.
 */
export function useAsked(): [
  asked: Record<string, string | undefined>,
  ask: (change: Record<string, string | undefined>) => void,
] {
  const search = useSearch({ strict: false }) as PlainSearch;
  const navigate = useNavigate();
  const asked = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, [value].flat()[0]]));
  return [
    asked,
    (change) =>
      // Replaced, not added: the way back leads to the page before, not through each letter of a search.
      void navigate({
        to: '.',
        search: ((before: PlainSearch) => ({ ...before, ...change })) as never,
        replace: true,
        resetScroll: false,
      }),
  ];
}
