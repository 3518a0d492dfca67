/** Taking in at a window for another district: who, what, the form, and on to the next. */
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { exchangeContract, type PartnerItem, type TakenLine } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { Query } from '#web/ui/states.tsx';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { ApplicationForm, type Applies } from '../application-form.tsx';
import { ChooseOffered, nameOf } from '../choose-offered.tsx';
import { exchangeWords } from '../words.ts';
import { ExchangeHead } from './head.tsx';
import { exchangeBenchWords } from './words.ts';

/** `findApplicant` is another feature's: it finds whoever has come by their card. */
export function TakeIn(props: { findApplicant: (found: (who: Applies) => void) => ReactNode }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const shared = useWords(exchangeWords);
  const language = useLanguage();
  const [applicant, setApplicant] = useState<Applies>();
  const [item, setItem] = useState<PartnerItem>();
  const [taken, setTaken] = useState<TakenLine>();
  const again = (): void => {
    setApplicant(undefined);
    setItem(undefined);
    setTaken(undefined);
  };
  if (taken)
    return (
      <div className="exchange-page">
        <ExchangeHead />
        <section className="yc-panel exchange-narrow" role="status">
          <h2>
            {shared.sentTitle}
            {colon()}
            {taken.itemName}
          </h2>
          <p>{shared.sentLine(taken.partnerName)}</p>
          <div className="yc-row">
            <Button type="primary" onClick={again}>
              {say.next}
            </Button>
            <Link to="/exchange/taken/$id" params={{ id: taken.id } as never}>
              {say.open}
            </Link>
          </div>
        </section>
      </div>
    );
  return (
    <div className="exchange-page">
      <ExchangeHead />
      <section className="yc-panel exchange-narrow" aria-label={say.who}>
        <h2>{say.who}</h2>
        <p className="yc-muted yc-small">{say.onlyPeople}</p>
        {applicant ? (
          <p className="yc-row">
            <strong>{applicant.name}</strong>
            <span className="yc-muted yc-numbers">{applicant.idNumber}</span>
            <Button type="link" onClick={again}>
              {say.change}
            </Button>
          </p>
        ) : (
          props.findApplicant(setApplicant)
        )}
      </section>
      {applicant ? (
        <section className="yc-panel exchange-narrow" aria-label={say.which}>
          <h2>{say.which}</h2>
          {item ? (
            <p className="yc-row">
              <strong>{nameOf(item, language)}</strong>
              <span className="yc-muted">{item.partnerName}</span>
              <Button type="link" onClick={() => setItem(undefined)}>
                {say.change}
              </Button>
            </p>
          ) : (
            <ChooseOffered
              words={{ find: say.find, choose: say.choose, none: say.itemNone, noneLine: say.itemNoneLine }}
              onChosen={setItem}
            />
          )}
        </section>
      ) : null}
      {applicant && item ? (
        <section className="yc-panel exchange-narrow">
          <Form key={`${item.partnerId} ${item.itemId}`} item={item} applicant={applicant} onDone={setTaken} />
        </section>
      ) : null}
    </div>
  );
}

function Form(props: { item: PartnerItem; applicant: Applies; onDone: (taken: TakenLine) => void }): ReactNode {
  const { partnerId, itemId: id } = props.item;
  const found = useOp(exchangeContract.getPartnerItem, { params: { partnerId, id } });
  return (
    <Query of={found}>
      {(item) => <ApplicationForm item={item} applicant={props.applicant} onDone={props.onDone} />}
    </Query>
  );
}
