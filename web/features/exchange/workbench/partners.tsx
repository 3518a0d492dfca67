/** Partner districts: our key, theirs, whether they answer, what they offer, what we offer. */
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { exchangeContract, type Partner } from '#modules/exchange/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayDay, sayInstant, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { useSayFault } from '../say-fault.ts';
import { AddPartner } from './add-partner.tsx';
import { ExchangeHead } from './head.tsx';
import { Offered } from './offered.tsx';
import { OwnKeyPanel } from './own-key.tsx';
import { exchangeBenchWords } from './words.ts';

/** `chooseItem` is another feature's: it finds an item of this district. */
export function Partners(props: { chooseItem: (chosen: (itemId: string) => void) => ReactNode }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const [adding, setAdding] = useState(false);
  const found = useOp(exchangeContract.listPartners, {}, { every: 30_000 });
  return (
    <div className="exchange-page">
      <ExchangeHead
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        }
      />
      <div className="exchange-narrow exchange-page">
        <section className="exchange-part" aria-labelledby="exchange-partners">
          <h2 id="exchange-partners">{say.partners}</h2>
          <p className="yc-muted yc-small">{say.addLine}</p>
          <Query of={found}>
            {(partners) =>
              partners.length === 0 ? (
                <Empty title={say.partnersNone}>{say.partnersNoneLine}</Empty>
              ) : (
                <ul className="yc-plain exchange-list">
                  {partners.map((partner) => (
                    <li key={partner.id}>
                      <OnePartner partner={partner} />
                    </li>
                  ))}
                </ul>
              )
            }
          </Query>
        </section>
        <OwnKeyPanel />
        <Offered chooseItem={props.chooseItem} />
      </div>
      {adding ? <AddPartner partners={found.data ?? []} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

/** What has just been written goes out within moments: red is for what did not arrive. */
const isStuck = ({ waitingSince, fault }: Partner): boolean =>
  waitingSince !== null && (fault !== null || Date.now() - Date.parse(waitingSince) > 300_000);

function OnePartner({ partner }: { partner: Partner }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [revoking, setRevoking] = useState<string>();
  const refresh = useAct(exchangeContract.refreshItems, { changes: [exchangeContract.listPartners] });
  const revoke = useAct(exchangeContract.revokePartnerKey, { changes: [exchangeContract.listPartners] });
  const { id, code, name, baseUrl, lastAnswerAt, waiting, waitingSince, itemsAt, items, keys } = partner;
  const sayFault = useSayFault();
  const day = (at: string): string => sayDay(today(new Date(at)), language);
  return (
    <article className="exchange-card" aria-label={name}>
      <span className="exchange-card-head">
        <span>
          <strong>{name}</strong> <span className="yc-muted yc-numbers">{code}</span>
        </span>
        <Button
          size="small"
          loading={refresh.sending}
          onClick={() =>
            void refresh.send({ params: { id } }).then(
              () => message.success(say.refreshed),
              () => {},
            )
          }
        >
          {say.refresh}
        </Button>
      </span>
      <span className="yc-small yc-muted exchange-code">{baseUrl}</span>
      <span>
        {lastAnswerAt ? say.lastAnswer(sayInstant(lastAnswerAt, language)) : say.neverAnswered} ·{' '}
        {itemsAt ? say.offers(items) : say.offersNever}
      </span>
      <span className={isStuck(partner) ? 'yc-fault' : 'yc-muted'}>
        {waitingSince ? say.waits(waiting, sayInstant(waitingSince, language)) : say.nothingWaits}
        {partner.fault ? ` · ${sayFault(partner)}` : ''}
      </span>
      <details>
        <summary>
          {say.keys} ({keys.length})
        </summary>
        <ul className="yc-plain exchange-list">
          {keys.map((key) => (
            <li key={key.keyId}>
              <Fingerprint of={key.fingerprint} label={`${say.keys} ${name}`} />
              <span className="yc-small">
                {key.revokedAt ? say.revoked(day(key.revokedAt)) : say.until(day(key.validUntil))} ·{' '}
                {key.announcedWith ? say.announced : say.compareBy}{' '}
                {key.revokedAt ? null : (
                  <Button size="small" danger onClick={() => setRevoking(key.keyId)}>
                    {say.revoke}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <ConfirmDialog
        open={revoking !== undefined}
        title={`${say.revoke} · ${name}`}
        verb={say.revoke}
        danger
        onClose={() => setRevoking(undefined)}
        onConfirm={() => revoke.send({ params: { id }, body: { keyId: revoking! } })}
      >
        <p>{say.revokeWhat}</p>
      </ConfirmDialog>
    </article>
  );
}
