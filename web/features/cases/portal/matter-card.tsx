/** One matter in a list, like a parcel on its way. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseLine } from '#modules/cases/contract';
import { useLanguage, useWords } from '#web/words/language.ts';
import { standingOf } from './say-case.ts';
import { caseWords } from './words.ts';
import './cases.css';

export function MatterCard(props: { line: CaseLine; name: ReactNode; department: string; own: boolean }): ReactNode {
  const { line, department } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const { state, tone, now, by, todo } = standingOf(line, { department, language });
  return (
    <Link to="/mine/cases/$id" params={{ id: line.id } as never} className="cases-card">
      <span className="cases-card-head">
        <strong>{props.name}</strong>
        <span className={`cases-state ${tone}`}>{state}</span>
      </span>
      <span>
        {now}
        {by ? (language === 'en' ? `; ${by}` : `，${by}`) : ''}
      </span>
      {todo ? <span className="cases-todo">{todo}</span> : null}
      <span className="yc-muted yc-small yc-numbers">
        {line.number}
        {props.own ? '' : ` · ${say.applicant} ${line.applicantName}`}
      </span>
    </Link>
  );
}
