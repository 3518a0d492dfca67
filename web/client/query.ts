/** Reading and acting from components, over react-query. Live events only say what to read again (see `live.ts`). */
import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { Operation, ReplyOf } from '#platform/contract';
import { asProblem, call, newKey, ProblemError, type InputOf } from './client.ts';
import { isKeyUsed } from './problem-error.ts';

/** The cache of this page: one for each surface. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // A page asks even where the browser believes that there is no network: it would hold everything back in silence, and a screen whose cable is
    // out would go on showing old calls as if they were new. What gets no answer says so.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      // The client itself has tried twice; what stays away comes back by the interval below.
      retry: false,
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      // A server out of reach for ten seconds is found again without anybody's help.
      refetchInterval: (query) =>
        query.state.error instanceof ProblemError && query.state.error.passes ? 5_000 : false,
    },
  },
});

/** The key under which the answer of an operation is kept. */
export const keyOf = <O extends Operation>(operation: O, input: InputOf<O>): readonly unknown[] => [
  operation.path,
  input,
];

const queryOf = <O extends Operation>(operation: O, input: InputOf<O>) => ({
  queryKey: keyOf(operation, input),
  // A 204 has no body, and react-query takes no undefined.
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    ((await call(operation, input, { signal })) ?? null) as ReplyOf<O>,
});

export interface ReadOptions {
  enabled?: boolean;
  /** Shows the former answer while another page or filter is read, so that nothing jumps. */
  keepPrevious?: boolean;
  staleTime?: number;
  /** Milliseconds between readings, for what no event announces. */
  every?: number;
}

/** Reads an operation: `const cases = useOp(casesContract.list, { query: { state: 'open' } })`. */
export function useOp<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  options: ReadOptions = {},
): UseQueryResult<ReplyOf<O>, ProblemError> {
  const { enabled, keepPrevious, staleTime, every } = options;
  return useQuery<ReplyOf<O>, ProblemError>({
    ...queryOf(operation, input),
    ...(enabled === undefined ? {} : { enabled }),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** Begins to read before the page is drawn; failures are shown by the page itself. For a page's `load`. */
export function prefetch<O extends Operation>(operation: O, input: InputOf<O>): void {
  void queryClient.prefetchQuery(queryOf(operation, input));
}

/** Everything kept of these operations is read again when it is next shown, at once where it is on the screen. */
export async function readAgain(...operations: readonly Operation[]): Promise<void> {
  const paths = new Set<unknown>(operations.map(({ path }) => path));
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => paths.has(queryKey[0]) });
}

export interface Act<O extends Operation> {
  /** Sends the act; rejects with a `ProblemError`. A second press while the first is under way joins the first. */
  send: (input: InputOf<O>) => Promise<ReplyOf<O>>;
  sending: boolean;
  error: ProblemError | undefined;
  reply: ReplyOf<O> | undefined;
  /** Takes back what is shown of it. Sent again, also changed, it is the same act: an earlier try whose answer was lost may have been done. */
  reset: () => void;
  /** Gives the act in hand up, as when its dialog closes: what is sent next, for somebody else and maybe in the same words, is an act of its own. */
  abandon: () => void;
  /** The idempotency key of the act in hand: the same until it has succeeded, is given up, or belongs to another act, so that a repeated try is no second act. */
  key: () => string;
}

/**
 * Acts: `const accept = useAct(casesContract.accept, { changes: [casesContract.get, casesContract.list] })`, then
 * `await accept.send({ params: { id }, body: { key: accept.key() } })`. `changes` are read again afterwards.
 */
export function useAct<O extends Operation>(
  operation: O,
  options: { changes?: readonly Operation[]; onDone?: (reply: ReplyOf<O>) => void } = {},
): Act<O> {
  const client = useQueryClient();
  const key = useRef<string>(undefined);
  const pending = useRef<Promise<ReplyOf<O>>>(undefined);
  /** One that was given up meanwhile has no say over the key of the next. */
  const forget = (own: string | undefined): void => {
    if (key.current === own) key.current = undefined;
  };
  const mutation = useMutation<ReplyOf<O>, ProblemError, InputOf<O>, string | undefined>({
    onMutate: () => key.current,
    mutationFn: (input) => call(operation, input),
    onSuccess: async (reply, _input, own) => {
      forget(own);
      const paths = new Set<unknown>((options.changes ?? []).map(({ path }) => path));
      void client.invalidateQueries({ predicate: ({ queryKey }) => paths.has(queryKey[0]) });
      options.onDone?.(reply);
    },
    // Something was done under this key, and what is asked now is something else: pressed once more, knowing that, it is an act of its own.
    onError: (error, _input, own) => {
      if (isKeyUsed(error)) forget(own);
    },
  });
  return {
    send: (input) => {
      if (pending.current) return pending.current;
      const sent = mutation.mutateAsync(input).finally(() => {
        if (pending.current === sent) pending.current = undefined;
      });
      pending.current = sent;
      return sent;
    },
    sending: mutation.isPending,
    error: mutation.error ? asProblem(mutation.error) : undefined,
    reply: mutation.data,
    reset: mutation.reset,
    abandon: () => {
      mutation.reset();
      key.current = undefined;
      pending.current = undefined;
    },
    key: () => (key.current ??= newKey()),
  };
}
