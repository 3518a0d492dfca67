/** The portal's frame: head, page, and on phones a bar with the three places at the bottom. */
import { AppstoreOutlined, HomeOutlined, UserOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Badge, Button } from 'antd';
import { useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useUnread } from '#web/features/notices/portal/use-unread.ts';
import { HelpDock } from '#web/features/remotehelp/portal/dock.tsx';
import { SessionEnded } from '#web/features/people/portal/session-ended.tsx';
import { useMe } from '#web/client/session.tsx';
import { Mark } from '#web/ui/brand.tsx';
import { LanguageSwitch, Main, ReadAloud, SkipLink } from '#web/ui/shell.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { useElder } from './theme.ts';
import { portalWords } from './words.ts';

const places = [
  { key: 'home', to: '/', icon: <HomeOutlined aria-hidden="true" /> },
  { key: 'services', to: '/services', icon: <AppstoreOutlined aria-hidden="true" /> },
  { key: 'mine', to: '/mine', icon: <UserOutlined aria-hidden="true" /> },
] as const;

/** Whether the device has a network at all, as far as the browser knows. */
const useOnline = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );

function Places(props: { className: string }): ReactNode {
  const say = useWords(portalWords);
  const unread = useUnread();
  return (
    <nav className={props.className} aria-label={say.nav}>
      {places.map(({ key, to, icon }) => (
        <Link key={key} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ className: 'active' }}>
          {icon}
          <span>
            {say[key]}
            {key === 'mine' && unread > 0 ? (
              <Badge className="portal-unread" count={unread} title={say.unread(unread)} />
            ) : null}
          </span>
        </Link>
      ))}
    </nav>
  );
}

export function PortalShell(): ReactNode {
  const say = useWords(portalWords);
  const general = useWords(generalWords);
  const [elder, setElder] = useElder();
  const me = useMe();
  const online = useOnline();
  const { href, pathname } = useLocation();
  // Back to where one was; not to the front page or to another page of signing in.
  const asks = !['/', '/sign-in', '/register', '/recover'].includes(pathname);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-elder', elder);
  }, [elder]);
  return (
    <div className="portal">
      <SkipLink />
      <header className="portal-head">
        <div className="portal-wide">
          <Link to="/" className="portal-brand">
            <Mark />
            <span>{general.brand}</span>
          </Link>
          <Places className="portal-places" />
          <div className="portal-tools">
            <ReadAloud say={{ start: say.readAloud, stop: say.stopReading }} />
            <Button type="text" onClick={() => setElder(!elder)} aria-pressed={elder}>
              {elder ? say.elderOff : say.elder}
            </Button>
            <LanguageSwitch />
            {me ? (
              <Link to="/mine" className="portal-me portal-name">
                {me.name}
              </Link>
            ) : (
              <Link to="/sign-in" search={(asks ? { next: href } : {}) as never} className="portal-me">
                {general.actions.signIn}
              </Link>
            )}
          </div>
        </div>
      </header>
      {online ? null : (
        <p className="portal-offline" role="alert">
          {say.offline}
        </p>
      )}
      <Main className="portal-main">
        <Outlet />
      </Main>
      <footer className="portal-foot">
        <div className="portal-wide">{say.footer}</div>
      </footer>
      <Places className="portal-bar" />
      <HelpDock />
      <SessionEnded />
    </div>
  );
}
