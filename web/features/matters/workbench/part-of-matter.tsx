/** On the page of a case: the matter that it is a part of, and whom the department has asked. */
import '../matters.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract, type CaseWhole } from '#modules/cases/contract';
import { mattersContract, type Consultation, type PartOfMatter as PartOfMatterShape } from '#modules/matters/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { sayDay } from '#web/words/dates.ts';
import { oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { jointWords } from '../words.ts';
import { Agreement } from './agreement.tsx';
import { AskOpinion } from './ask-opinion.tsx';
import { benchWords } from './words.ts';

export function PartOfMatter(props: { whole: CaseWhole; item: ItemBody | undefined }): ReactNode {
  const { id } = props.whole.case;
  const say = useWords(benchWords);
  const joint = useWords(jointWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const sees = hasRole(useMe(), ['examiner', 'head', 'office', 'auditor']);
  const part = useOp(mattersContract.partOfMatter, { params: { id } }).data;
  return (
    <>
      {part ? (
        <section className="yc-panel matters-section" aria-labelledby="case-matter">
          <h2 id="case-matter">{say.part}</h2>
          <p>
            <strong>{say.partOf(part.eventName)}</strong> <span className="yc-numbers yc-muted">{part.number}</span>
          </p>
          <p className="yc-small">
            {say.lead}: {departmentName(part.leadDepartmentId)} · {joint.policies[part.policy]}
            {part.fatalOn ? ` · ${say.partDue(sayDay(part.fatalOn, language))}` : ''}
          </p>
          {part.agreement ? <Agreement caseId={id} agreement={part.agreement} /> : null}
          {part.results.length > 0 ? (
            <>
              <p className="yc-muted yc-small">{say.results}</p>
              <ul>
                {part.results.map(({ documentNumber, documentTitle }) => (
                  <li key={documentNumber}>
                    {documentTitle} <span className="yc-numbers">{documentNumber}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {part.mayOpen ? (
            <p>
              <Link to="/matters/$id" params={{ id: part.matterId } as never}>
                {say.openWhole}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      {sees ? (
        <Opinions
          whole={props.whole}
          item={props.item}
          silenceIsConsent={part?.silenceIsConsent ?? false}
          mustAsk={part?.mustAsk ?? []}
        />
      ) : null}
    </>
  );
}

/** Nothing is drawn for a case that is not examined and of which nobody was asked. */
function Opinions(props: {
  whole: CaseWhole;
  item: ItemBody | undefined;
  silenceIsConsent: boolean;
  mustAsk: PartOfMatterShape['mustAsk'];
}): ReactNode {
  const { whole } = props;
  const { id, state, departmentId } = whole.case;
  const say = useWords(benchWords);
  const me = useMe();
  const departmentName = useDepartmentName();
  const [asking, setAsking] = useState(false);
  const found = useOp(mattersContract.consultationsOfCase, { params: { id } });
  const own = (me?.posts ?? []).some(
    (post) => post.departmentId === departmentId && ['examiner', 'head'].includes(post.role),
  );
  const mayAsk = own && (state === 'accepted' || state === 'examined');
  const rows = found.data ?? [];
  if (!mayAsk && rows.length === 0) return null;
  return (
    <section className="yc-panel matters-section" aria-labelledby="case-opinions">
      <h2 id="case-opinions">{say.consultations}</h2>
      {rows.length === 0 ? <p className="yc-muted yc-small">{say.consultationsNone}</p> : null}
      <ul className="yc-plain matters-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Opinion row={row} />
          </li>
        ))}
      </ul>
      {props.mustAsk.length > 0 && mayAsk ? (
        <p className="matters-fate bad">
          {say.mustAsk(oneByOne(props.mustAsk.map((one) => departmentName(one.departmentId))))}
        </p>
      ) : null}
      {mayAsk ? (
        <div>
          <Button onClick={() => setAsking(true)}>{say.askOpinion}</Button>
        </div>
      ) : null}
      {asking ? (
        <AskOpinion
          whole={whole}
          item={props.item}
          silenceIsConsent={props.silenceIsConsent}
          mustAsk={props.mustAsk}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}

function Opinion(props: { row: Consultation }): ReactNode {
  const { row } = props;
  const say = useWords(benchWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const recall = useAct(mattersContract.recallConsultation, {
    changes: [mattersContract.consultationsOfCase, casesContract.getCase],
  });
  return (
    <>
      <strong>{departmentName(row.toDepartmentId)}</strong>{' '}
      <span
        className={`matters-fate ${row.state === 'disagreed' || row.overdue ? 'bad' : row.state === 'asked' ? 'normal' : 'good'}`}
      >
        {row.overdue ? say.overdue : say.states[row.state]}
      </span>
      {row.state === 'asked' ? (
        <span className="yc-muted yc-small"> {say.until(sayDay(row.dueOn, language))}</span>
      ) : null}
      <div>{row.question}</div>
      {row.answer ? <blockquote>{row.answer}</blockquote> : null}
      {row.may.recall ? (
        <Button
          size="small"
          loading={recall.sending}
          onClick={() => void recall.send({ params: { id: row.id }, body: {} }).catch(() => {})}
        >
          {say.recall}
        </Button>
      ) : null}
    </>
  );
}
