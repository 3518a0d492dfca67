/** The guide of an item with where to go; all places; one place with what can be done there. */
import type { ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { Guide } from '#web/features/catalogue/portal/guide.tsx';
import { useGuide } from '#web/features/catalogue/portal/items.ts';
import { sayName } from '#web/features/catalogue/portal/say-item.ts';
import { ItemsOf } from '#web/features/catalogue/portal/items-of.tsx';
import { Nearest } from '#web/features/offices/portal/nearest.tsx';
import { Place } from '#web/features/offices/portal/place.tsx';
import { Places } from '#web/features/offices/portal/places.tsx';
import { officeWords } from '#web/features/offices/portal/words.ts';
import { prefetch } from '#web/client/query.ts';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Query } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';

function GuidePage(): ReactNode {
  const id = useParam('id');
  const found = useGuide(id);
  return (
    <Query of={found}>
      {(item) => <Guide item={item} where={<Nearest offers={item.places} itemId={item.itemId} />} />}
    </Query>
  );
}

export const guidePage = definePage({
  load: ({ params }) => prefetch(catalogueContract.getGuide, { params: { id: params.id! }, query: {} }),
  Component: GuidePage,
});

function PlacesPage(): ReactNode {
  const [asked] = useAsked();
  const language = useLanguage();
  const found = useGuide(asked.item ?? '', asked.item !== undefined);
  if (asked.item === undefined) return <Places />;
  return <Query of={found}>{(item) => <Places offers={item.places} title={sayName(item.body, language)} />}</Query>;
}

export const placesPage = definePage({ Component: PlacesPage });

function PlacePage(): ReactNode {
  const say = useWords(officeWords);
  const id = useParam('id');
  return (
    <Place
      id={id}
      what={
        <section className="offices-part" aria-labelledby="place-what">
          <h2 id="place-what">{say.what}</h2>
          <ItemsOf of={{ outletId: id }} count={say.whatLine} />
        </section>
      }
    />
  );
}

export const placePage = definePage({ Component: PlacePage });
