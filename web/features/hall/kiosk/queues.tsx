/** How busy all halls are, this one first. */
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { KioskPage, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { definePage } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { kioskHallWords } from './words.ts';

function Queues(): ReactNode {
  const say = useWords(kioskHallWords);
  const language = useLanguage();
  const { outletId } = useMachine();
  const found = useOp(hallContract.listPlaces, {}, { every: 15_000 });
  return (
    <KioskPage title={say.queues} sub={say.queuesWhat}>
      <Query of={found}>
        {(places) => (
          <ul className="yc-plain kiosk-list">
            {places
              .toSorted((one, other) => +(other.outletId === outletId) - +(one.outletId === outletId))
              .map((place) => (
                <li key={place.outletId}>
                  <strong>{pick(language, place.name, place.nameEn)}</strong>
                  <span>
                    {place.outletId === outletId ? `${say.here} · ` : ''}
                    {place.open
                      ? `${say.waiting(place.waiting)} · ${say.windows(place.windows)}`
                      : place.says
                        ? pick(language, place.says.zh, place.says.en)
                        : say.closedNow}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Query>
    </KioskPage>
  );
}

export const page = definePage({ Component: Queues });
