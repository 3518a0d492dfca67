/** The documents of a case, each as PDF, with the days until which one may turn against it. */
import './documents.css';
import { FilePdfOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { documentsContract, type ListedDocument } from '#modules/documents/contract';
import { hrefOf } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Loading, ProblemNote } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { documentWords } from './words.ts';

// A step of a case makes its document in the same act.
onLive('cases.', [documentsContract.listDocuments]);
onLive('matters.moved', [documentsContract.listDocuments]);

const pdf = (id: string): string => hrefOf(documentsContract.openDocument, { params: { id }, query: {} });

/** `unpaid`: a fee is asked and not settled, so that the result is there and cannot be opened yet. */
export function CaseDocuments(props: {
  caseId: string;
  unpaid: boolean;
  subjectKind?: 'matter' | 'simulation';
}): ReactNode {
  const say = useWords(documentWords);
  const language = useLanguage();
  const { caseId: subjectId, subjectKind = 'case' } = props;
  const found = useOp(documentsContract.listDocuments, { query: { subjectId, subjectKind } });
  if (found.data?.length === 0) return null;
  return (
    <section className="documents-part" aria-labelledby="case-documents">
      <h2 id="case-documents">{say.documents}</h2>
      {found.data ? (
        <ul className="yc-plain">
          {found.data.toReversed().map((document) => (
            <li key={document.id}>
              <Listed
                document={document}
                title={pick(language, document.title, document.titleEn)}
                waits={props.unpaid && document.kind === 'resultProof'}
              />
            </li>
          ))}
        </ul>
      ) : found.error ? (
        <ProblemNote error={found.error} />
      ) : (
        <Loading rows={2} />
      )}
    </section>
  );
}

function Listed(props: { document: ListedDocument; title: string; waits: boolean }): ReactNode {
  const { document, title } = props;
  const say = useWords(documentWords);
  const language = useLanguage();
  const service = document.services.at(-1);
  return (
    <>
      {props.waits ? (
        <span>
          {title} <span className="yc-muted yc-small">{say.afterPaying}</span>
        </span>
      ) : (
        <a
          href={pdf(document.id)}
          target="_blank"
          rel="noreferrer"
          aria-label={say.openWhat(title)}
          className="documents-link"
        >
          <FilePdfOutlined aria-hidden="true" /> {title}
        </a>
      )}
      <div className="yc-muted yc-small">
        <span className="yc-numbers" lang="zh-CN">
          {document.number}
        </span>{' '}
        · <Instant at={document.issuedAt} />
        {service ? ` · ${say.served(sayDay(service.servedOn, language))}` : ''}
      </div>
      {service?.reviewUntil ? (
        <div className="yc-small">
          {say.review(sayDay(service.reviewUntil, language))}
          {service.actionUntil
            ? (language === 'en' ? ', ' : '，') + say.action(sayDay(service.actionUntil, language))
            : ''}
        </div>
      ) : null}
    </>
  );
}

/** The receipt of a case that was just handed in. */
export function ReceiptLink(props: { caseId: string }): ReactNode {
  const say = useWords(documentWords);
  const found = useOp(documentsContract.listDocuments, { query: { subjectId: props.caseId, subjectKind: 'case' } });
  const receipt = found.data?.find(({ kind }) => kind === 'receipt');
  if (!receipt) return null;
  return (
    <a href={pdf(receipt.id)} target="_blank" rel="noreferrer" className="yc-button quiet">
      {say.receipt}
    </a>
  );
}
