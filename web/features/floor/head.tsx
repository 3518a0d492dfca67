/** The head that the pages of the floor share: which hall, and the neighbouring pages. */
import './floor.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { floorContract } from '#modules/floor/contract';
import { hallContract } from '#modules/hall/contract';
import { onLive } from '#web/client/live.ts';
import { startAt } from '#web/client/own-outlets.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { floorWords } from './words.ts';

onLive('floor.', [
  floorContract.readAttendance,
  floorContract.listAttendance,
  floorContract.myAttendance,
  floorContract.listFindings,
  floorContract.countFindings,
  floorContract.readWardens,
  floorContract.listRounds,
  floorContract.listPoints,
  { operation: floorContract.getRound, subjectIs: 'id' },
  floorContract.listChecks,
  { operation: floorContract.getCheck, subjectIs: 'id' },
  floorContract.listCirculars,
  { operation: floorContract.getFinding, subjectIs: 'id' },
]);
onLive('hall.', [hallContract.showHall, floorContract.readAttendance, floorContract.listAttendance]);

/** Draws a page for the hall that is chosen; the own one, or the first, unless the address says another. */
export function HallPage(props: {
  title: string;
  sub: string;
  actions?: ReactNode;
  children: (outletId: string) => ReactNode;
}): ReactNode {
  const say = useWords(floorWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const me = useMe();
  const oversees = hasRole(me, ['head', 'office', 'auditor']);
  // An administrator reads circulars, and nothing else here.
  const walks = oversees || hasRole(me, ['clerk', 'examiner']);
  const places = useOp(hallContract.listPlaces, {}, { every: 60_000 });
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none}>{say.noneWhat}</Empty>}>
      {(all) => {
        const place = all.find(({ outletId }) => outletId === asked.hall) ?? startAt(all, me)!;
        return (
          <div className="floor-page">
            <PageHeader
              title={props.title}
              sub={props.sub}
              actions={
                all.length > 1 ? (
                  <Select
                    aria-label={say.choose}
                    value={place.outletId}
                    onChange={(hall) => ask({ hall })}
                    options={all.map(({ outletId, name, nameEn }) => ({ value: outletId, label: pick(language, name, nameEn) }))} // prettier-ignore
                    style={{ width: '16rem', maxWidth: '100%' }}
                  />
                ) : null
              }
            />
            <LinkTabs
              keep={['hall']}
              label={say.tabs}
              tabs={[
                ...(oversees
                  ? [
                      { to: '/hall', label: say.queue },
                      { to: '/hall/floor', label: say.now },
                      { to: '/hall/attendance', label: say.attendance },
                    ]
                  : []),
                ...(walks ? [{ to: '/hall/rounds', label: say.rounds }] : []),
                ...(walks ? [{ to: '/hall/findings', label: say.findings }] : []),
                ...(walks ? [{ to: '/hall/checks', label: say.checks }] : []),
                { to: '/hall/circulars', label: say.circulars },
              ]}
            />
            {props.children(place.outletId)}
          </div>
        );
      }}
    </Query>
  );
}
