/** What the posts of whoever is signed in were told, newest first: warnings before the dates of cases, and what comes of them. */
import './work-notices.css';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { noticesContract, type Notice } from '#modules/notices/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useAct, useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useWorkUnread } from './use-unread.ts';
import { workNoticeWords } from './words.ts';

const piece = 30;

function Notices(): ReactNode {
  const say = useWords(workNoticeWords);
  const [asked, ask] = useAsked();
  const [limit, setLimit] = useState(piece);
  const onlyUnread = asked.unread === 'true';
  const found = useOp(
    noticesContract.myNotices,
    { query: { work: true, limit, ...(onlyUnread ? { unread: true } : {}) } },
    { keepPrevious: true },
  );
  const unread = useWorkUnread();
  const all = useAct(noticesContract.markAllRead, {
    changes: [noticesContract.myNotices, noticesContract.countUnread],
  });
  return (
    <div className="yc-stack work-notices">
      <PageHeader
        title={say.title}
        sub={unread > 0 ? say.unread(unread) : say.line}
        actions={
          <>
            <Checkbox
              checked={onlyUnread}
              onChange={({ target }) => ask({ unread: target.checked ? 'true' : undefined })}
            >
              {say.onlyUnread}
            </Checkbox>
            {unread > 0 ? (
              <Button loading={all.sending} onClick={() => void all.send({ query: { work: true } }).catch(() => {})}>
                {say.allRead}
              </Button>
            ) : null}
          </>
        }
      />
      <Query
        of={found}
        isEmpty={({ total }) => total === 0}
        empty={
          <Empty title={onlyUnread ? say.noneUnread : say.none} filtered={onlyUnread}>
            {onlyUnread ? undefined : say.noneLine}
          </Empty>
        }
      >
        {({ rows, total }) => (
          <>
            <ul className="yc-plain work-notices-list" aria-label={say.title}>
              {rows.map((notice) => (
                <li key={notice.id}>
                  <Message notice={notice} />
                </li>
              ))}
            </ul>
            {rows.length < total ? (
              <div>
                <Button
                  disabled={limit >= 500}
                  onClick={() => setLimit(Math.min(500, limit + piece))}
                  loading={found.isFetching}
                >
                  {say.more}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Query>
    </div>
  );
}

/** Where something is done about it: at what it is about, or in the list in which that stands. */
function whereOf({ subjectId, template }: Notice): { to: string; params?: { id: string } } | undefined {
  const isOfProject = template.startsWith('steward') || template.startsWith('projectTime');
  if (subjectId) return { to: isOfProject ? '/projects/$id' : '/cases/$id', params: { id: subjectId } };
  if (template === 'ladderFault') return { to: '/warnings/faults' };
  if (template === 'simulationArrived' || template === 'simulationFormal') return { to: '/simulations' };
  if (template.startsWith('tide')) return { to: '/tides' };
  if (template.startsWith('improvement')) return { to: '/improvements' };
  return template === 'consultationOverdue' ? { to: '/consultations' } : undefined;
}

function Message({ notice }: { notice: Notice }): ReactNode {
  const say = useWords(workNoticeWords);
  const language = useLanguage();
  const read = (): void => {
    if (notice.readAt) return;
    // Not waited for: the person is on the way to the case.
    void call(noticesContract.markRead, { params: { id: notice.id } })
      .then(() => readAgain(noticesContract.myNotices, noticesContract.countUnread))
      .catch(() => {});
  };
  const inner = (
    <>
      <span>{notice.readAt ? null : <span className="work-notice-mark">{say.mark}</span>}</span>
      <span>
        <strong>{pick(language, notice.title, notice.titleEn)}</strong>
        <span>{pick(language, notice.text, notice.textEn)}</span>
      </span>
      <span className="yc-muted yc-small">
        <Instant at={notice.createdAt} />
      </span>
    </>
  );
  const look = `work-notice${notice.readAt ? '' : ' unread'}`;
  const to = whereOf(notice);
  return to ? (
    <Link {...(to as { to: string })} className={look} onClick={read}>
      {inner}
    </Link>
  ) : (
    <button type="button" className={look} onClick={read}>
      {inner}
    </button>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
  Component: Notices,
});
