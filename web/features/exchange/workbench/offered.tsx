/** What this district lets others take in for it. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { exchangeBenchWords } from './words.ts';

export function Offered(props: { chooseItem: (chosen: (itemId: string) => void) => ReactNode }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const { actions } = useWords(generalWords);
  const [choosing, setChoosing] = useState(false);
  const found = useOp(exchangeContract.listOffered, {});
  const changes = [exchangeContract.listOffered];
  const offer = useAct(exchangeContract.offerItem, { changes });
  const end = useAct(exchangeContract.endOffer, { changes });
  return (
    <section className="yc-panel" aria-labelledby="exchange-offered">
      <h2 id="exchange-offered">{say.offered}</h2>
      <p className="yc-muted yc-small">{say.offeredLine}</p>
      <Query of={found}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="yc-muted">{say.offeredNone}</p>
          ) : (
            <ul className="yc-plain exchange-documents">
              {rows.map(({ itemId, name }) => (
                <li key={itemId}>
                  <span>{name}</span>
                  <Button
                    size="small"
                    aria-label={`${say.endOffer} ${name}`}
                    onClick={() => void end.send({ params: { id: itemId } }).catch(() => {})}
                  >
                    {say.endOffer}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Query>
      <ProblemNote error={offer.error ?? end.error} />
      {choosing ? (
        <>
          {props.chooseItem((id) => {
            setChoosing(false);
            void offer.send({ params: { id } }).catch(() => {});
          })}
          <div>
            <Button onClick={() => setChoosing(false)}>{actions.cancel}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setChoosing(true)}>{say.addOffer}</Button>
        </div>
      )}
    </section>
  );
}
