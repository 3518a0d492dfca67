/** A document that another district has made: to be opened, on its way, or asked for again. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { exchangeContract } from '#modules/exchange/contract';
import type { ReplyOf } from '#platform/contract';
import { hrefOf } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { exchangeWords } from './words.ts';

type Document = ReplyOf<typeof exchangeContract.getTaken>['documents'][number];

export function OneDocument(props: { takenId: string; document: Document }): ReactNode {
  const { documentId, title, titleEn, number, fileId, fault } = props.document;
  const say = useWords(exchangeWords);
  const language = useLanguage();
  const act = useAct(exchangeContract.askDocument, { changes: [exchangeContract.getTaken] });
  const name = pick(language, title, titleEn);
  const ask = (): void =>
    void act.send({ params: { id: props.takenId, documentId } }).catch(() => {
      // Said below the button.
    });
  return (
    <li>
      <span>
        <strong>{name}</strong> <span className="yc-muted yc-small yc-numbers">{number}</span>
        {fault ? <span className="yc-fault exchange-document-fault">{say.documentFaults[fault]}</span> : null}
        <ProblemNote error={act.error} />
      </span>
      {fileId ? (
        <a
          href={hrefOf(documentsContract.downloadFile, { params: { id: fileId } })}
          target="_blank"
          rel="noreferrer"
          aria-label={`${say.opening} ${name} ${number}`}
        >
          {say.opening}
        </a>
      ) : fault ? (
        <Button size="small" loading={act.sending} aria-label={`${say.askAgain} ${name} ${number}`} onClick={ask}>
          {say.askAgain}
        </Button>
      ) : (
        <span className="yc-muted">{say.coming}</span>
      )}
    </li>
  );
}
