/** The rail at the left: a few headings that fold, and below each the sections that the person's posts reach. */
import { DownOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, useMe, type Me } from '#web/client/session.tsx';
import { usePreference } from '#web/ui/preferences.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { homeEntry, nav, type NavEntry, type NavGroup } from './nav.tsx';
import { workbenchWords } from './words.ts';

/** So many lines, headings among them, are seen at once on the smallest desk screen (800 px high). */
const seenAtOnce = 19;

/** The groups of whoever looks, without those in which nothing is theirs. */
export const groupsOf = (me: Me | null | undefined): NavGroup[] =>
  nav
    .map((group) => ({ ...group, entries: group.entries.filter(({ roles }) => hasRole(me, roles)) }))
    .filter(({ entries }) => entries.length > 0);

/** The groups that stand open as long as nobody has chosen: the first ones, as many as are seen at once. */
export function openAtFirst(groups: readonly NavGroup[]): NavGroup[] {
  let lines = 1 + groups.length;
  const full = groups.findIndex(({ entries }) => (lines += entries.length) > seenAtOnce);
  return full === -1 ? [...groups] : groups.slice(0, Math.max(full, 1));
}

/** The section in which a page lies: the longest address with which that of the page begins. */
export function sectionOf(pathname: string, groups: readonly NavGroup[]): NavEntry | undefined {
  const lies = ({ path }: NavEntry): boolean => pathname === path || pathname.startsWith(`${path}/`);
  return groups
    .flatMap(({ entries }) => entries.filter(lies))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}

function Entry(props: { entry: NavEntry; active: boolean; onChoose: (() => void) | undefined }): ReactNode {
  const language = useLanguage();
  const { path, icon, words } = props.entry;
  return (
    <Link
      to={path}
      activeOptions={{ exact: true }}
      className={props.active ? 'active' : ''}
      {...(props.active ? { 'aria-current': 'page' as const } : {})}
      {...(props.onChoose ? { onClick: props.onChoose } : {})}
    >
      <span aria-hidden="true">{icon}</span>
      {words[language]}
    </Link>
  );
}

function Group(props: {
  group: NavGroup;
  active: NavEntry | undefined;
  /** Whether it is open as long as the person has not chosen. */
  opens: boolean;
  onChoose: (() => void) | undefined;
}): ReactNode {
  const { key, words, entries } = props.group;
  const language = useLanguage();
  const [chosen, choose] = usePreference(`rail.${key}`, '');
  const open = chosen === '' ? props.opens : chosen === 'open';
  // A folded heading still says where one is.
  const shown = open ? entries : entries.filter((entry) => entry === props.active);
  return (
    <section className="bench-group" aria-labelledby={`rail-${key}`}>
      <button
        type="button"
        id={`rail-${key}`}
        aria-expanded={open}
        aria-controls={`rail-${key}-entries`}
        onClick={() => choose(open ? 'folded' : 'open')}
      >
        <span>{words[language]}</span>
        {open ? null : <small>{entries.length}</small>}
        <DownOutlined aria-hidden="true" />
      </button>
      <div id={`rail-${key}-entries`}>
        {shown.map((entry) => (
          <Entry key={entry.key} entry={entry} active={entry === props.active} onChoose={props.onChoose} />
        ))}
      </div>
    </section>
  );
}

export function Rail(props: { onChoose?: () => void }): ReactNode {
  const say = useWords(workbenchWords);
  const me = useMe();
  const { pathname } = useLocation();
  if (!me) return <nav aria-label={say.nav} className="bench-rail" />;
  const groups = groupsOf(me);
  const open = openAtFirst(groups);
  const active = sectionOf(pathname, groups);
  return (
    <nav aria-label={say.nav} className="bench-rail">
      <Entry entry={homeEntry} active={pathname === '/'} onChoose={props.onChoose} />
      {groups.map((group) => (
        <Group
          key={group.key}
          group={group}
          active={active}
          opens={open.includes(group) || group.entries.some((entry) => entry === active)}
          onChoose={props.onChoose}
        />
      ))}
    </nav>
  );
}
