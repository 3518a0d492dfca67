/** What the two lists of requests share: their columns, and the way from one to the other. */
import type { ReactNode } from 'react';
import type { RequestLine } from '#modules/afterhours/contract';
import { hasRole, useMe } from '#web/client/session.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { sayShortDay, sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { stayWords } from './words.ts';

/** The columns of requests, for everybody's list of them. */
export function useRequestColumns(): Column<RequestLine>[] {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const { columns: names } = say;
  return [
    { key: 'errand', title: names.errand, width: 10, grow: 2, render: (row) => pick(language, row.errandName, row.errandNameEn) },
    {
      key: 'when',
      title: names.when,
      width: 13,
      grow: 0,
      render: (row) => `${sayShortDay(row.day, language)} ${sayTime(row.beginsAt)}–${sayTime(row.endsAt)}`,
    },
    {
      key: 'state',
      title: names.state,
      width: 8,
      grow: 0,
      render: ({ state }) => (
        <span className={state === 'unanswered' ? 'yc-record-red' : ''}>
          {state === 'unanswered' ? '▲ ' : ''}
          {shared.states[state]}
        </span>
      ),
    },
    { key: 'name', title: names.name, width: 6, render: ({ name, forgotten }) => forgotten ? say.forgottenShort : name || '–' },
    { key: 'staff', title: names.staff, width: 6, render: ({ staffName }) => staffName ?? '–' },
    { key: 'window', title: names.window, width: 5.5, grow: 0, render: ({ windowNumber }) => windowNumber ?? '–' },
    { key: 'matters', title: names.matters, width: 5, grow: 0, align: 'end', render: ({ matters }) => matters ?? '' },
    { key: 'minutes', title: names.minutes, width: 9, grow: 0, align: 'end', render: ({ minutes }) => minutes ?? '' },
    { key: 'door', title: names.door, width: 5, grow: 0, hidden: true, render: ({ door }) => say.doors[door] },
    { key: 'number', title: names.number, width: 9, grow: 0, hidden: true, render: ({ number }) => number },
  ]; // prettier-ignore
}

/** The two lists, for those who have both. */
export function StayTabs(): ReactNode {
  const say = useWords(stayWords);
  const me = useMe();
  if (!hasRole(me, ['head', 'office'])) return null;
  return (
    <LinkTabs
      label={say.tabs}
      tabs={[
        { to: '/after-hours', label: say.requests },
        { to: '/my-stays', label: say.stays },
      ]}
    />
  );
}
