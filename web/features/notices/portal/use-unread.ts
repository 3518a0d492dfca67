/**
 * How many messages wait: shown in the frame of every page, so it lies apart from the inbox, which is fetched when it is opened.
 * Reactions write a message a moment after the act, so any event of one's own is a reason to look.
 */
import { noticesContract } from '#modules/notices/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';

onLive('', [noticesContract.countUnread, noticesContract.myNotices]);

/** Nought for visitors. */
export function useUnread(): number {
  const me = useMe();
  const found = useOp(noticesContract.countUnread, {}, { enabled: Boolean(me), staleTime: 30_000 });
  return me ? (found.data?.unread ?? 0) : 0;
}
