/** One's own place: matters, what was begun, messages, details. */
import { BellOutlined, BulbOutlined, FolderOpenOutlined, IdcardOutlined, TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Badge, Button } from 'antd';
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { mattersContract } from '#modules/matters/contract';
import { ItemName } from '#web/features/catalogue/portal/item-name.tsx';
import { PromiseRecord } from '#web/features/cases/promise-record.tsx';
import { Drafts, Matters, type NameOf } from '#web/features/cases/portal/matters.tsx';
import { MyTaken } from '#web/features/exchange/portal/my-taken.tsx';
import { MyMatters } from '#web/features/matters/portal/my-matters.tsx';
import { MyProjects } from '#web/features/projects/portal/my-projects.tsx';
import { useUnread } from '#web/features/notices/portal/use-unread.ts';
import { NoticePreference } from '#web/features/notices/portal/preference.tsx';
import { Profile } from '#web/features/people/portal/profile.tsx';
import { leave } from '#web/features/people/portal/session-ended.tsx';
import { prefetch, useOp } from '#web/client/query.ts';
import { useMe, useSession } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useElder } from './theme.ts';
import { portalWords } from './words.ts';

/** What was begun may be for one item or for a life event. */
function Named(props: { id: string; otherwise: string }): ReactNode {
  const language = useLanguage();
  const events = useOp(mattersContract.listLifeEvents, { query: {} }, { staleTime: 5 * 60_000 });
  const event = events.data?.rows.find(({ id }) => id === props.id);
  if (event) return pick(language, event.name, event.nameEn);
  return events.data || events.error ? <ItemName {...props} /> : props.otherwise;
}

const nameOf: NameOf = (itemId, otherwise) => <Named id={itemId} otherwise={otherwise} />;

function Mine(): ReactNode {
  const say = useWords(portalWords);
  const general = useWords(generalWords);
  const me = useMe();
  const { signOut } = useSession();
  const unread = useUnread();
  const doors = [
    { to: '/mine/inbox', title: say.inbox, icon: <BellOutlined />, count: unread },
    { to: '/mine/locker', title: say.locker, icon: <FolderOpenOutlined />, count: 0 },
    { to: '/mine/profile', title: say.profile, icon: <IdcardOutlined />, count: 0 },
    { to: '/suggestions', title: say.suggestions, icon: <BulbOutlined />, count: 0 },
    { to: '/mine/acting', title: say.acting, icon: <TeamOutlined />, count: 0 },
  ];
  return (
    <div className="portal-mine">
      <PageHeader
        title={say.matters}
        sub={me?.name}
        actions={
          <Button type="text" onClick={() => void leave(signOut)}>
            {general.actions.signOut}
          </Button>
        }
      />
      <nav aria-label={say.mine}>
        <ul className="yc-plain portal-doors">
          {doors.map(({ to, title, icon, count }) => (
            <li key={to}>
              <Link to={to}>
                <span aria-hidden="true">{icon}</span>
                {title}
                {count > 0 ? <Badge count={count} title={say.unread(count)} /> : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Drafts nameOf={nameOf} />
      <MyProjects />
      <MyMatters />
      <Matters nameOf={nameOf} />
      <MyTaken />
      <PromiseRecord className="cases-section" />
    </div>
  );
}

export const minePage = definePage({
  roles: ['resident'],
  load: () => prefetch(casesContract.myCases, { query: { limit: 20 } }),
  Component: Mine,
});

function ProfilePage(): ReactNode {
  const [elder, setElder] = useElder();
  return <Profile elder={elder} setElder={setElder} notices={<NoticePreference />} />;
}

export const profilePage = definePage({ roles: ['resident'], Component: ProfilePage });
