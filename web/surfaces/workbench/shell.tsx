/** The workbench's frame: bar at the top, rail at the left, the page. */
import { MenuOutlined, MoonOutlined, SearchOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Dropdown, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Bell } from '#web/features/notices/workbench/bell.tsx';
import { hasRole, useMe, useSession } from '#web/client/session.tsx';
import { Mark } from '#web/ui/brand.tsx';
import { Key, useHotkeys, useHotkeyHelp } from '#web/ui/hotkeys.tsx';
import { useMedia } from '#web/ui/preferences.ts';
import { LanguageSwitch, Main, SkipLink } from '#web/ui/shell.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { sessionWords } from '#web/words/session.ts';
import { Rail } from './rail.tsx';
import { staffRoles } from './roles.ts';
import { useAppearance, useLargeType } from './theme.ts';
import { workbenchWords } from './words.ts';

function SessionMenu(): ReactNode {
  const say = useWords(sessionWords);
  const bench = useWords(workbenchWords);
  const me = useMe();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const [large, setLarge] = useLargeType();
  if (!me) {
    return (
      <Link to="/sign-in" className="bench-sign-in">
        {say.signIn}
      </Link>
    );
  }
  const posts = me.posts.map(({ role, departmentName, outletName, standsInFor }, at) => (
    <span key={at} className="bench-post">
      {[say.roles[role], departmentName, outletName].filter((part) => part !== null).join(' · ')}
      {standsInFor ? <strong> · {say.standsInFor(standsInFor.name)}</strong> : null}
    </span>
  ));
  const standsIn = me.posts.find(({ standsInFor }) => standsInFor !== null)?.standsInFor;
  const mayBeAway = hasRole(me, ['clerk', 'examiner', 'head', 'office', 'admin']);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <div className="bench-who">
                <span>{say.signedInAs(me.name)}</span>
                {posts}
              </div>
            ),
          },
          { type: 'divider' },
          { key: 'account', label: <Link to="/account">{bench.account}</Link> },
          ...(mayBeAway ? [{ key: 'absences', label: <Link to="/staff/absences">{bench.absence}</Link> }] : []),
          { key: 'large', label: large ? bench.normalType : bench.largeType, onClick: () => setLarge(!large) },
          { key: 'portal', label: <a href="/">{bench.toPortal}</a> },
          { type: 'divider' },
          { key: 'out', label: say.signOut, onClick: () => void signOut().then(() => navigate({ to: '/' })) },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden="true" />} aria-haspopup="menu">
        {me.name}
        {standsIn ? <span className="bench-stands-in">{say.standsInFor(standsIn.name)}</span> : null}
      </Button>
    </Dropdown>
  );
}

/** A password to be changed or a second factor to be given comes before everything else. */
function useUnfinishedSignIn(): void {
  const me = useMe();
  const { pathname, href } = useLocation();
  const navigate = useNavigate();
  const unfinished = me ? me.next !== 'none' : false;
  useEffect(() => {
    if (unfinished && pathname !== '/sign-in') void navigate({ to: '/sign-in', search: { next: href } as never });
  }, [unfinished, pathname]);
}

export function WorkbenchShell(): ReactNode {
  const say = useWords(workbenchWords);
  const general = useWords(generalWords);
  const session = useWords(sessionWords);
  const me = useMe();
  const navigate = useNavigate();
  const help = useHotkeyHelp();
  const [appearance, setAppearance] = useAppearance();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = appearance === 'dark' || (appearance === 'system' && systemDark);
  const narrow = useMedia('(max-width: 60rem)');
  const [open, setOpen] = useState(false);
  const search = useRef<InputRef>(null);
  useUnfinishedSignIn();
  useHotkeys([{ key: '/', say: general.hotkeys.search, run: () => search.current?.focus({ cursor: 'all' }) }]);
  return (
    <div className={me === null ? 'bench alone' : 'bench'}>
      <SkipLink />
      <header className="bench-top">
        {narrow ? (
          <Button
            type="text"
            icon={<MenuOutlined aria-hidden="true" />}
            aria-label={general.menu}
            onClick={() => setOpen(true)}
          />
        ) : null}
        <Link to="/" className="bench-brand">
          <Mark />
          <strong>{general.brand}</strong>
          <span className="yc-muted">{say.name}</span>
        </Link>
        <div className="bench-search" role="search">
          <Input
            ref={search}
            prefix={<SearchOutlined aria-hidden="true" />}
            suffix={<Key name="/" />}
            placeholder={say.search}
            aria-label={say.searchLabel}
            onPressEnter={(event) => {
              const q = event.currentTarget.value.trim();
              if (q) void navigate({ to: '/find', search: { q } as never });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        </div>
        <div className="bench-tools">
          <Button type="text" onClick={help} aria-label={say.keys} className="bench-keys">
            <Key name="?" />
          </Button>
          <Button
            type="text"
            icon={isDark ? <SunOutlined aria-hidden="true" /> : <MoonOutlined aria-hidden="true" />}
            aria-label={isDark ? session.light : session.dark}
            onClick={() => setAppearance(isDark ? 'light' : 'dark')}
          />
          <LanguageSwitch />
          {hasRole(me, staffRoles) ? <Bell /> : null}
          <SessionMenu />
        </div>
      </header>
      {narrow ? (
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={general.menu}>
          <Rail onChoose={() => setOpen(false)} />
        </Drawer>
      ) : me === null ? null : (
        <Rail />
      )}
      <Main className="bench-main">
        <Outlet />
      </Main>
    </div>
  );
}
