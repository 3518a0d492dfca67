/** Who is signed in. The surface gives the operation that says so; everything else asks `useMe()`. */
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { peopleContract } from '#modules/people/contract';
import type { ReplyOf } from '#platform/contract';
import type { Role } from '#platform/permissions';
import { call, onSignedOut } from './client.ts';
import { renewLive, startLive, stopLive } from './live.ts';
import { queryClient } from './query.ts';

/** The operations of the people module that a session stands on; the surface gives them. */
export interface SessionOperations {
  me: typeof peopleContract.me;
  signOut: typeof peopleContract.signOut;
}

type Actor = NonNullable<ReplyOf<typeof peopleContract.me>['actor']>;

/** Who is signed in, as the people module says it, and the roles that follow from the posts. */
export type Me = Actor & { roles: readonly Role[] };

/** Posts count only when nothing is left to be done: a first password changed, a second factor given. */
const withRoles = (me: Actor): Me => ({
  ...me,
  roles: ['anyone', 'resident', ...new Set(me.next === 'none' ? me.posts.map(({ role }) => role) : [])],
});

interface Session {
  /** Undefined while it is being read, null when nobody is signed in. */
  me: Me | null | undefined;
  /** The server could not be asked: then `me` is null where nobody was known, and may still be somebody. */
  unsure: boolean;
  /** Reads it again, after signing in or when posts have changed; what was kept for somebody else is thrown away. */
  changed: () => Promise<void>;
  /** The same person has signed in anew, or their time was lengthened: read again, and nothing is thrown away. */
  renewed: () => Promise<void>;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Session>({
  me: null,
  unsure: false,
  changed: async () => {},
  renewed: async () => {},
  signOut: async () => {},
});
const sessionKey = ['session'];

/** What was kept for somebody else is thrown away. */
async function forget(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  await queryClient.invalidateQueries({ queryKey: sessionKey });
}

/** Called when somebody has signed out, in this tab or another one; not when a session has ended by itself, or nobody knows whether it has. */
export const onSignOut = new Set<() => void>();
const tellSignOut = (): void => {
  for (const tell of onSignOut) tell();
};

/** Who signs out in one tab has signed out in all of them. */
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('yichuang.session') : undefined;

/** Provides the session; without operations everybody is a visitor. */
export function SessionProvider(props: { operations?: SessionOperations | undefined; children: ReactNode }): ReactNode {
  const { operations, children } = props;
  const query = useQuery<Me | null>({
    queryKey: sessionKey,
    enabled: operations !== undefined,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const { actor } = await call(operations!.me, {}, { signal });
      return actor && withRoles(actor);
    },
  });
  // While the server is out of reach, whoever was signed in stays so.
  const me = operations === undefined ? null : query.data === undefined && query.isError ? null : query.data;
  const accountId = me?.accountId;

  useEffect(() => {
    if (!accountId) return;
    startLive();
    return stopLive;
  }, [accountId]);

  useEffect(() => {
    const ask = (): void => void queryClient.invalidateQueries({ queryKey: sessionKey });
    // Only if somebody was signed in: a visitor who meets a closed door has not lost a session.
    const tell = (): void => {
      if (queryClient.getQueryData(sessionKey)) ask();
    };
    const hear = ({ data }: MessageEvent): void => {
      if (data === 'signedOut') tellSignOut();
      void forget();
    };
    onSignedOut.add(tell);
    otherTabs?.addEventListener('message', hear);
    return () => {
      onSignedOut.delete(tell);
      otherTabs?.removeEventListener('message', hear);
    };
  }, []);

  const session = useMemo<Session>(() => {
    const change = async (what: 'changed' | 'signedOut'): Promise<void> => {
      await forget();
      renewLive();
      otherTabs?.postMessage(what);
    };
    return {
      me,
      unsure: query.isError,
      changed: () => change('changed'),
      renewed: async () => {
        renewLive();
        await queryClient.invalidateQueries();
      },
      signOut: async () => {
        if (operations) await call(operations.signOut, {});
        tellSignOut();
        await change('signedOut');
      },
    };
  }, [me, query.isError, operations]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session: who it is, and how to say that it has changed. */
export const useSession = (): Session => use(SessionContext);

/** Who is signed in: undefined while it is being read, null for a visitor. */
export const useMe = (): Me | null | undefined => useSession().me;

/** Whether the person has one of the roles. The server decides; this only leaves out what would be refused. */
export function hasRole(me: Pick<Me, 'roles'> | null | undefined, roles: readonly Role[] | undefined): boolean {
  return roles === undefined || roles.includes('anyone') || (me?.roles ?? []).some((role) => roles.includes(role));
}
