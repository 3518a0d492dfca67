/** The legal version: codes, basis with its articles, conditions, limits, procedure, complaints and remedies. */
import type { ReactNode } from 'react';
import type { Guide as GuideOf } from '#modules/catalogue/contract';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { Day } from '#web/ui/due.tsx';
import { sayLimit } from './say-item.ts';
import { catalogueWords } from './words.ts';

export function LegalVersion(props: { item: GuideOf; department: string }): ReactNode {
  const { item } = props;
  const { body } = item;
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const facts: [string, ReactNode][] = [
    [
      say.legalName,
      <span key="name" lang="zh-CN">
        {body.name}
      </span>,
    ],
    [say.code, <span key="code">{item.code}</span>],
    ...(item.baseCode ? ([[say.baseCode, item.baseCode]] as [string, ReactNode][]) : []),
    [say.kind, say.kinds[body.kind]],
    [say.level, say.levels[body.level]],
    [say.department, props.department],
    ...(body.statutoryLimit
      ? ([[say.limitByLaw, sayLimit(body.statutoryLimit, language)]] as [string, ReactNode][])
      : []),
    ...(body.promisedLimit
      ? ([[say.limitPromised, sayLimit(body.promisedLimit, language)]] as [string, ReactNode][])
      : []),
    [
      say.inForce,
      <span key="version">
        {item.version} · <Day on={item.inForceFrom} />
      </span>,
    ],
  ];
  return (
    <aside className="guide-legal" aria-labelledby="guide-legal-title" lang="zh-CN">
      <h2 id="guide-legal-title" lang={language}>
        {say.legal}
      </h2>
      {language === 'en' ? (
        <p className="yc-muted yc-small" lang="en">
          {say.legalOnlyChinese}
        </p>
      ) : null}
      <dl className="guide-facts-list" lang={language}>
        {facts.map(([title, value]) => (
          <div key={title} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {body.basis.length > 0 ? (
        <>
          <h3 lang={language}>{say.basis}</h3>
          <ul className="guide-basis">
            {body.basis.map(({ law, article, text }) => (
              <li key={`${law}-${article}`}>
                《{law}》{article}
                {text ? <blockquote>{text}</blockquote> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {body.conditions.length > 0 ? (
        <>
          <h3 lang={language}>{say.conditions}</h3>
          <ol className="guide-list">
            {body.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      ) : null}
      {body.fees.length > 0 ? (
        <>
          <h3 lang={language}>{say.feeBasis}</h3>
          <ul className="guide-basis">
            {body.fees.map(({ name, basis }) => (
              <li key={name}>
                {name}：{basis}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {body.procedure.length > 0 ? (
        <>
          <h3 lang={language}>{say.procedure}</h3>
          <ol className="guide-list">
            {body.procedure.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : null}
      <h3 lang={language}>{say.remedies}</h3>
      <p lang={language}>{say.remediesLine}</p>
      {body.complaintTelephone ? (
        <p lang={language}>
          {say.complain}
          {colon()}
          <a href={`tel:${body.complaintTelephone.replace(/[^\d+]/g, '')}`}>{body.complaintTelephone}</a>
        </p>
      ) : null}
    </aside>
  );
}
