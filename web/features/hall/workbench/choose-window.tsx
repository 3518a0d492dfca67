/** Before anything is called: at which window one sits. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Loading, ProblemNote, Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

export function ChooseWindow(props: { above: ReactNode; below: ReactNode }): ReactNode {
  const say = useWords(deskWords);
  const me = useMe();
  const places = useOp(hallContract.listPlaces, {}, { staleTime: 60_000 });
  const own = (me?.posts ?? []).flatMap(({ role, outletId }) => (role === 'clerk' && outletId ? [outletId] : []));
  return (
    <div className="desk">
      <PageHeader title={say.title} sub={say.signInLine} />
      {props.above}
      <Query of={places}>
        {(all) => {
          const here = all.filter(({ outletId }) => own.includes(outletId));
          return here.length === 0 ? (
            <Empty title={say.noPlace}>{say.noPlaceWhat}</Empty>
          ) : (
            here.map(({ outletId, name, nameEn }) => (
              <Windows key={outletId} outletId={outletId} name={name} nameEn={nameEn} />
            ))
          );
        }}
      </Query>
      {props.below}
    </div>
  );
}

function Windows(props: { outletId: string; name: string; nameEn: string }): ReactNode {
  const say = useWords(deskWords);
  const language = useLanguage();
  const found = useOp(hallContract.showHall, { params: { id: props.outletId } }, { every: 15_000 });
  const [chosen, setChosen] = useState<string>();
  const act = useAct(hallContract.openWindow, { changes: [hallContract.showDesk, hallContract.showHall] });
  return (
    <section className="yc-stack" aria-label={pick(language, props.name, props.nameEn)}>
      <h2>{pick(language, props.name, props.nameEn)}</h2>
      <ProblemNote error={act.error} />
      <Query of={found} loading={<Loading rows={8} />}>
        {({ windows }) => (
          <ul className="yc-plain desk-windows">
            {windows.map((window) => (
              <li key={window.id}>
                <Button
                  block
                  disabled={window.state !== 'closed' || (act.sending && chosen !== window.id)}
                  loading={act.sending && chosen === window.id}
                  onClick={() => {
                    setChosen(window.id);
                    void act.send({ params: { id: window.id } }).catch(() => {});
                  }}
                >
                  <strong className="yc-numbers">{window.number}</strong>
                  <span>{pick(language, window.name, window.nameEn)}</span>
                  <span className="yc-muted yc-small">{window.clerkName ? say.taken(window.clerkName) : say.free}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Query>
    </section>
  );
}
