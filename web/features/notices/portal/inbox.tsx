/** The inbox: what happened in one's matters, newest first. */
import './notices.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { noticesContract, type Notice } from '#modules/notices/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useAct, useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { noticeWords } from './words.ts';

const page20 = 20;

function Inbox(): ReactNode {
  const say = useWords(noticeWords);
  const [limit, setLimit] = useState(page20);
  const found = useOp(noticesContract.myNotices, { query: { limit } }, { keepPrevious: true });
  const unread = useOp(noticesContract.countUnread, {});
  const all = useAct(noticesContract.markAllRead, {
    changes: [noticesContract.myNotices, noticesContract.countUnread],
  });
  const count = unread.data?.unread ?? 0;
  return (
    <div className="yc-stack notices-narrow">
      <PageHeader
        title={say.inbox}
        sub={count > 0 ? say.unread(count) : undefined}
        actions={
          count > 0 ? (
            <Button onClick={() => void all.send({}).catch(() => {})} loading={all.sending}>
              {say.allRead}
            </Button>
          ) : null
        }
      />
      <Query of={found} isEmpty={({ total }) => total === 0} empty={<Empty title={say.none}>{say.noneLine}</Empty>}>
        {({ rows, total }) => (
          <>
            <ul className="yc-plain notices-list">
              {rows.map((notice) => (
                <li key={notice.id}>
                  <Message notice={notice} />
                </li>
              ))}
            </ul>
            {rows.length < total ? (
              <div>
                <Button onClick={() => setLimit(limit + page20)} loading={found.isFetching}>
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

function Message(props: { notice: Notice }): ReactNode {
  const { notice } = props;
  const say = useWords(noticeWords);
  const language = useLanguage();
  const read = (): void => {
    if (notice.readAt) return;
    // Not waited for: the person is on the way to the matter.
    void call(noticesContract.markRead, { params: { id: notice.id } })
      .then(() => readAgain(noticesContract.myNotices, noticesContract.countUnread))
      .catch(() => {});
  };
  const inner = (
    <>
      <span className="notices-head">
        <strong>
          {notice.readAt ? null : <span className="notices-dot">{say.unreadMark}</span>}
          {pick(language, notice.title, notice.titleEn)}
        </strong>
        <span className="yc-muted yc-small">
          <Instant at={notice.createdAt} />
        </span>
      </span>
      <span>{pick(language, notice.text, notice.textEn)}</span>
    </>
  );
  return notice.subjectId ? (
    <Link to="/mine/cases/$id" params={{ id: notice.subjectId } as never} className="notices-message" onClick={read}>
      {inner}
    </Link>
  ) : (
    <button type="button" className="notices-message" onClick={read}>
      {inner}
    </button>
  );
}

export const page = definePage({ roles: ['resident'], Component: Inbox });
