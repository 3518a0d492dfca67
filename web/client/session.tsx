/** Who is signed in. The surface gives the operation that says so; everything else asks `useMe()`. */
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Operation } from '#platform/contract';
import type { Role } from '#platform/permissions';
import { call, onSignedOut, ProblemError, type InputOf } from './client.ts';
import { startLive, stopLive } from './live.ts';
import { queryClient } from './query.ts';

/** What every surface needs to know of a person; the people module's reply has more. */
export interface Me {
  accountId: string | null;
  name: string;
  roles: readonly Role[];
}

interface Session {
  /** Undefined while it is being read, null when nobody is signed in. */
  me: Me | null | undefined;
  /** Reads it again, after signing in or out; what was kept for somebody else is thrown away. */
  changed(): Promise<void>;
}

const SessionContext = createContext<Session>({ me: null, changed: async () => {} });
const sessionKey = ['session'];

/** Provides the session. `me` is the people module's operation; without it everybody is a visitor. */
export function SessionProvider(props: { me?: Operation | undefined; children: ReactNode }): ReactNode {
  const { me: operation, children } = props;
  const query = useQuery<Me | null>({
    queryKey: sessionKey,
    enabled: operation !== undefined,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      try {
        const reply = (await call(operation!, {} as InputOf<Operation>, { signal })) as unknown as Me | undefined;
        return reply?.accountId ? reply : null;
      } catch (thrown) {
        if (thrown instanceof ProblemError && thrown.status === 401) return null;
        throw thrown;
      }
    },
  });
  const me = operation === undefined || query.isError ? null : query.data;
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
    onSignedOut.add(tell);
    return () => void onSignedOut.delete(tell);
  }, []);

  const session = useMemo<Session>(
    () => ({
      me,
      changed: async () => {
        queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
        await queryClient.invalidateQueries({ queryKey: sessionKey });
      },
    }),
    [me],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session: who it is, and how to say that it has changed. */
export const useSession = (): Session => use(SessionContext);

/** Who is signed in: undefined while it is being read, null for a visitor. `M` is the people module's fuller shape. */
export const useMe = <M extends Me = Me>(): M | null | undefined => useSession().me as M | null | undefined;

/** Whether the person has one of the roles. The server decides; this only leaves out what would be refused. */
export function hasRole(me: Me | null | undefined, roles: readonly Role[] | undefined): boolean {
  return roles === undefined || roles.includes('anyone') || (me?.roles ?? []).some((role) => roles.includes(role));
}
