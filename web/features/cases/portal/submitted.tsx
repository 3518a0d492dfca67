/** The confirmation: number, code for following it, what happens next and by when. Read anew after a reload. */
import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import type { CaseWhole } from '#modules/cases/contract';
import { useSms } from '#web/features/notices/portal/use-sms.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { QrCode } from '#web/ui/qr-code.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import './cases.css';
import { FormLink } from '../form-link.tsx';
import { caseWords } from './words.ts';

export function Submitted(props: {
  whole: CaseWhole;
  body: ItemBody | undefined;
  /** The limit in words: 5 个工作日. */
  limit: string | undefined;
  /** The receipt as a document, of another feature. */
  receipt?: ReactNode;
}): ReactNode {
  const { whole, body } = props;
  const { case: line, trackCode } = whole;
  const say = useWords(caseWords);
  const language = useLanguage();
  const department = useDepartmentName()(line.departmentId) || say.byOffice;
  const sms = useSms();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${say.doneTitle} · ${line.number}`;
    title.current?.focus();
  }, [line.number]);
  const ways = body?.result?.deliveries;
  const way = whole.delivery?.way ?? ways?.[0];
  return (
    <div className="cases-page" style={{ maxWidth: '40rem' }}>
      <section className="cases-done">
        <CheckCircleFilled aria-hidden="true" />
        <h1 ref={title} tabIndex={-1}>
          {say.doneTitle}
        </h1>
        <p>{say.doneLine}</p>
        <p className="yc-muted yc-small">{say.number}</p>
        <p className="cases-number yc-numbers">{line.number}</p>
        {trackCode ? (
          <>
            <QrCode text={`${location.origin}/track/${trackCode}`} what={say.trackQr} size={168} />
            <p className="yc-muted yc-small">{say.trackQrLine}</p>
          </>
        ) : null}
      </section>
      <section className="cases-section" aria-labelledby="next">
        <h2 id="next">{say.nextTitle}</h2>
        <ol className="cases-next">
          <li>
            <strong>{say.nextCheck(department)}</strong>
            {line.fatalOn ? <p>{say.nextCheckBy(sayDay(line.fatalOn, language))}</p> : null}
          </li>
          <li>
            <strong>{say.nextDecide}</strong>
            {props.limit ? <p>{say.nextDecideIn(props.limit)}</p> : null}
          </li>
          <li>
            <strong>{say.nextResult}</strong>
            {way ? <p>{say.deliveries[way]}</p> : null}
          </li>
        </ol>
        <p className="yc-muted">{say.nextTell(sms)}</p>
      </section>
      <div className="yc-row">
        <Link to="/mine/cases/$id" params={{ id: line.id } as never} className="yc-button">
          {say.toCase}
        </Link>
        <Link to="/mine" className="yc-button quiet">
          {say.toMine}
        </Link>
        {props.receipt}
        <FormLink caseId={line.id} button />
      </div>
    </div>
  );
}
