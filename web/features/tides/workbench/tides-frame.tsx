/** What the pages of tidal windows share: their head, the choice of the hall, and the way from one to the other. */
import './tides.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { tidesContract as ops } from '#modules/tides/contract';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePreference } from '#web/ui/preferences.ts';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { tidesWords } from './words.ts';

export const tideRoles = ['head', 'office', 'auditor'] as const;

// Each call in the hall moves the queue; the hall now is asked anew by the clock, advices at once.
onLive('tides.', [ops.showTides, ops.listAdvice, ops.sumEffects, ops.getAdvice, ops.myRequests, ops.showRule]);

export function TidesFrame(props: {
  sub: string;
  actions?: ReactNode;
  children: (outletId: string, name: string) => ReactNode;
}): ReactNode {
  const say = useWords(tidesWords);
  const language = useLanguage();
  const [kept, keep] = usePreference('tides.hall', '');
  const places = useOp(hallContract.listPlaces, {}, { staleTime: 600_000 });
  const { tabs } = say;
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none}>{say.noneWhat}</Empty>}>
      {(all) => {
        const place = all.find(({ outletId }) => outletId === kept) ?? all[0]!;
        return (
          <div className="tides">
            <PageHeader
              title={say.title}
              sub={props.sub}
              actions={
                <>
                  {props.actions}
                  {all.length > 1 ? (
                    <Select
                      aria-label={say.hall}
                      value={place.outletId}
                      onChange={keep}
                      options={all.map(({ outletId, name, nameEn }) => ({
                        value: outletId,
                        label: pick(language, name, nameEn),
                      }))}
                      style={{ width: '16rem', maxWidth: '100%' }}
                    />
                  ) : null}
                </>
              }
            />
            <LinkTabs
              label={say.sections}
              tabs={[
                { to: '/tides', label: tabs.now },
                { to: '/tides/effects', label: tabs.effects },
                { to: '/tides/staffing', label: tabs.staffing },
                { to: '/tides/rule', label: tabs.rule },
              ]}
            />
            {props.children(place.outletId, pick(language, place.name, place.nameEn))}
          </div>
        );
      }}
    </Query>
  );
}
