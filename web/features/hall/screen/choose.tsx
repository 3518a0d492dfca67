/** What a screen shows, chosen once by whoever hangs it up. */
import './screen.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { LanguageSwitch } from '#web/ui/shell.tsx';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { screenWords } from './words.ts';

function Choose(): ReactNode {
  const say = useWords(screenWords);
  const language = useLanguage();
  const found = useOp(hallContract.listPlaces, {});
  return (
    <div className="screen-choose">
      <div className="yc-row">
        <h1>{say.choose}</h1>
        <LanguageSwitch />
      </div>
      <p>
        <Link to="/wall">{say.code}</Link>
      </p>
      <Query of={found} isEmpty={(all) => all.length === 0} empty={<Empty title={say.none} />}>
        {(all) =>
          all.map(({ outletId, name, nameEn }) => (
            <Zones key={outletId} id={outletId} name={pick(language, name, nameEn)} />
          ))
        }
      </Query>
    </div>
  );
}

function Zones(props: { id: string; name: string }): ReactNode {
  const say = useWords(screenWords);
  const zoneName = useZoneName(props.id);
  const found = useOp(hallContract.showScreen, { params: { id: props.id }, query: {} });
  return (
    <section aria-label={props.name}>
      <h2>{props.name}</h2>
      <ul className="yc-plain screen-zones">
        {[undefined, ...(found.data?.zones ?? [])].map((zone) => (
          <li key={zone ?? ''}>
            <Link to="/screen/$id" params={{ id: props.id } as never} search={(zone ? { zone } : {}) as never}>
              {zone ? zoneName(zone) : say.whole}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/board/$id" params={{ id: props.id } as never}>
            {say.board}
          </Link>
        </li>
      </ul>
    </section>
  );
}

export const page = definePage({ Component: Choose });
