/** How many messages wait for the posts of whoever is signed in; in the head of every page, so apart from the list. */
import { noticesContract } from '#modules/notices/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';

onLive('warnings.', [noticesContract.countUnread, noticesContract.myNotices]);
onLive('matters.consultationMoved', [noticesContract.countUnread, noticesContract.myNotices]);

/** Nought for whoever has no post. */
export function useWorkUnread(): number {
  const me = useMe();
  const works = (me?.posts.length ?? 0) > 0;
  const found = useOp(noticesContract.countUnread, { query: { work: true } }, { enabled: works, staleTime: 30_000 });
  return works ? (found.data?.unread ?? 0) : 0;
}
