/**
 * The guide of an item, read in ten seconds: can I, what do I need, how long, what does it cost, where, start. The law stands
 * beside it where there is room, behind a switch where there is not. Where to go is a part of another feature.
 */
import './guide.css';
import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { askedSituations, type Guide as GuideOf } from '#modules/catalogue/contract';
import { useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useMedia } from '#web/ui/preferences.ts';
import { sayMoney } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { LegalVersion } from './guide-legal.tsx';
import { NeedList, Situations } from './guide-needs.tsx';
import { minutesOf, sayLegalName, sayLimit, sayName } from './say-item.ts';
import { catalogueWords } from './words.ts';

export function Guide(props: { item: GuideOf; where?: ReactNode }): ReactNode {
  const { item } = props;
  const { body } = item;
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const department = pick(language, item.department.name, item.department.nameEn);
  const wide = useMedia('(min-width: 62rem)');
  const [answered, setAnswered] = useState<Record<string, string>>({});
  const legal = asked.view === 'legal';
  const situations = askedSituations(body, answered);
  const given = Object.fromEntries(
    situations.flatMap(({ id }) => (answered[id] === undefined ? [] : [[id, answered[id]]])),
  );
  const start = (
    <div className="guide-start">
      <Link
        to="/apply/$id"
        params={{ id: item.itemId } as never}
        search={Object.fromEntries(Object.entries(given).map(([id, option]) => [`s.${id}`, option])) as never}
        className="yc-button"
      >
        {say.start}
      </Link>
      <span className="yc-muted yc-small">{say.startLine(minutesOf(body))}</span>
    </div>
  );
  const plain = (
    <div className="guide-plain">
      <Facts item={item} />
      <section aria-labelledby="guide-can">
        <h2 id="guide-can">{say.canI}</h2>
        <Can item={item} />
      </section>
      <section aria-labelledby="guide-needs">
        <h2 id="guide-needs">{say.needs}</h2>
        <Situations situations={situations} answered={answered} onAnswer={setAnswered} />
        <NeedList body={body} answered={given} complete={situations.length === Object.keys(given).length} />
      </section>
      {props.where ? (
        <section aria-labelledby="guide-where">
          <h2 id="guide-where">{say.where}</h2>
          {props.where}
        </section>
      ) : null}
      {body.procedure.length > 0 ? (
        <section aria-labelledby="guide-how">
          <h2 id="guide-how">{say.how}</h2>
          <ol className="guide-procedure" lang="zh-CN">
            {body.procedure.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ) : null}
      <section aria-labelledby="guide-ask">
        <h2 id="guide-ask">{say.ask12345}</h2>
        <dl className="guide-facts-list">
          <dt>{say.department}</dt>
          <dd>
            <Link to="/departments/$id" params={{ id: item.department.id } as never}>
              {department}
            </Link>
          </dd>
          {body.telephone ? (
            <>
              <dt>{say.telephone}</dt>
              <dd>
                <a href={`tel:${body.telephone.replace(/[^\d+]/g, '')}`}>{body.telephone}</a>
              </dd>
            </>
          ) : null}
        </dl>
      </section>
    </div>
  );
  return (
    <div className="guide">
      <PageHeader
        title={sayName(body, language)}
        sub={sayLegalName(body, language)}
        tags={body.verified ? null : <span className="guide-unverified">{say.unverified}</span>}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()} className="guide-print">
            {say.print}
          </Button>
        }
      />
      {body.verified ? null : <p className="guide-unverified-line">{say.unverifiedWhy}</p>}
      {language === 'en' ? <p className="yc-muted yc-small">{say.partlyChinese}</p> : null}
      {start}
      {wide ? null : (
        <div className="guide-switch" role="group" aria-label={`${say.plain} / ${say.legal}`}>
          <button type="button" aria-pressed={!legal} onClick={() => ask({ view: undefined })}>
            {say.plain}
          </button>
          <button type="button" aria-pressed={legal} onClick={() => ask({ view: 'legal' })}>
            {say.legal}
          </button>
        </div>
      )}
      <div className="guide-two">
        {wide || !legal ? plain : null}
        {wide || legal ? <LegalVersion item={item} department={department} /> : null}
      </div>
    </div>
  );
}

/** The few facts that decide: how long, what it costs, how often one has to come, what one gets. */
function Facts(props: { item: GuideOf }): ReactNode {
  const { body } = props.item;
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const { promisedLimit, statutoryLimit, immediate, fees, visits, result, verified } = body;
  const facts: { title: string; value: ReactNode; note?: ReactNode }[] = [
    {
      title: say.howLong,
      value: immediate
        ? say.atOnce
        : promisedLimit
          ? sayLimit(promisedLimit, language)
          : statutoryLimit
            ? sayLimit(statutoryLimit, language)
            : say.noLimit,
      note:
        !immediate && promisedLimit && statutoryLimit
          ? `${say.statutoryLimit} ${sayLimit(statutoryLimit, language)}`
          : undefined,
    },
    {
      title: say.cost,
      value:
        fees.length === 0 ? (
          // A list that has a name and a code says nothing of fees: not known is not free.
          verified ? (
            say.free
          ) : (
            say.noLimit
          )
        ) : fees.length > 1 ? (
          // Which of them are owed depends on the case: a sum would be wrong for nearly everybody.
          <FeeLines fees={fees} />
        ) : fees[0]?.amountFen === undefined ? (
          say.byCase
        ) : (
          sayMoney(fees[0].amountFen, language)
        ),
      note: fees.length === 1 && fees[0]?.note ? <span lang="zh-CN">{fees[0].note}</span> : undefined,
    },
    { title: say.trips, value: !verified ? say.noLimit : visits === 0 ? say.noTrip : say.trip(visits) },
    ...(result && result.kind !== 'none'
      ? [
          {
            title: say.result,
            value: language === 'en' ? (result.nameEn ?? result.name) : result.name,
            note: result.validMonths ? say.validMonths(result.validMonths) : undefined,
          },
        ]
      : []),
  ];
  return (
    <dl className="guide-facts">
      {facts.map(({ title, value, note }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <strong>{value}</strong>
            {note ? <span className="yc-muted yc-small">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FeeLines(props: { fees: GuideOf['body']['fees'] }): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  return props.fees.map(({ name, nameEn, amountFen }) => (
    <span key={name} className="guide-fee">
      {amountFen === undefined ? say.byCase : sayMoney(amountFen, language)}{' '}
      <span className="yc-muted yc-small" lang={language === 'en' && nameEn ? 'en' : 'zh-CN'}>
        {pick(language, name, nameEn)}
      </span>
    </span>
  ));
}

function Can(props: { item: GuideOf }): ReactNode {
  const { applicants, conditions, verified } = props.item.body;
  const say = useWords(catalogueWords);
  const who = applicants.length > 1 ? 'both' : (applicants[0] ?? 'person');
  return (
    <>
      {verified ? <p>{say.who[who]}</p> : null}
      {conditions.length > 0 ? (
        <>
          <p className="yc-muted">{say.conditions}</p>
          <ul className="guide-list" lang="zh-CN">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="yc-muted">{verified ? say.noConditions : say.unknown}</p>
      )}
    </>
  );
}
