/** The documents of a case: number, day, how they were served and until when one may turn against them. */
import './document-list.css';
import { FilePdfOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { documentsContract, type ListedDocument } from '#modules/documents/contract';
import { hrefOf } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { Day, Instant } from '#web/ui/due.tsx';
import { Loading, Query } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { documentWords } from './words.ts';

/** Only the receipt goes onto the narrow roll. */
const onSlip = (document: ListedDocument): boolean => document.kind === 'receipt';

export function DocumentList(props: {
  caseId: string;
  subjectKind?: 'matter' | 'consultation' | 'simulation';
}): ReactNode {
  const say = useWords(documentWords);
  const { caseId: subjectId, subjectKind } = props;
  const query = useOp(documentsContract.listDocuments, {
    query: { subjectId, ...(subjectKind ? { subjectKind } : {}) },
  });
  return (
    <section className="documents" aria-labelledby="case-documents">
      <h2 id="case-documents">{say.title}</h2>
      <Query
        of={query}
        loading={<Loading rows={2} />}
        isEmpty={(list) => list.length === 0}
        empty={<p className="yc-muted">{say.none}</p>}
      >
        {(list) => (
          <ul className="yc-plain">
            {list.map((document) => (
              <Line key={document.id} document={document} />
            ))}
          </ul>
        )}
      </Query>
    </section>
  );
}

function Line({ document }: { document: ListedDocument }): ReactNode {
  const say = useWords(documentWords);
  const { due } = useWords(generalWords);
  const language = useLanguage();
  const title = pick(language, document.title, document.titleEn);
  const address = (paper: 'a4' | '80mm'): string =>
    hrefOf(documentsContract.openDocument, { params: { id: document.id }, query: { paper } });
  return (
    <li>
      <FilePdfOutlined aria-hidden="true" />
      <div>
        <a href={address('a4')} target="_blank" rel="noreferrer">
          {title}
        </a>
        <div className="yc-muted yc-small">
          <span className="yc-numbers">{document.number}</span> · <Instant at={document.issuedAt} />
        </div>
        {document.services.map((service, at) => (
          <div key={at} className="yc-small">
            {say.served} <Day on={service.servedOn} /> · {say.ways[service.way]}
            {service.receivedBy ? ` · ${service.receivedBy}` : ''}
            {service.proof ? ` · ${service.proof}` : ''}
            {service.reviewUntil ? (
              <>
                {' '}
                · {say.reviewUntil} <Day on={service.reviewUntil} />
              </>
            ) : null}
            {service.actionUntil ? (
              <>
                {' '}
                · {say.actionUntil} <Day on={service.actionUntil} />
              </>
            ) : null}
            {service.provisional ? <span className="yc-provisional"> {due.provisional}</span> : null}
          </div>
        ))}
      </div>
      {onSlip(document) ? (
        <a href={address('80mm')} target="_blank" rel="noreferrer" className="yc-small">
          {say.slip}
        </a>
      ) : null}
    </li>
  );
}
