/** The policies and subsidies in force, for everybody: what each gives, to whom, from which document. */
import '../projects.css';
import '../live.ts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { projectsContract as ops, type PolicyLine } from '#modules/projects/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { policyWords } from '../policy-words.ts';
import { useSayAmount, useSayCondition } from '../say-condition.ts';

function Policies(): ReactNode {
  const say = useWords(policyWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const [find, setFind] = useState('');
  const found = useOp(ops.publicPolicies, {});
  const wanted = find.trim().toLowerCase();
  const matches = ({ body }: PolicyLine): boolean =>
    [body.name, body.nameEn ?? '', body.summary, departmentName(body.departmentId)].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  return (
    <div className="projects-page">
      <PageHeader title={say.all} sub={say.allLine} back={{ to: '/', say: say.home }} />
      <Input.Search
        value={find}
        allowClear
        aria-label={say.find}
        placeholder={say.find}
        maxLength={60}
        onChange={({ target }) => setFind(target.value)}
      />
      <Query of={found}>
        {({ rows }) => {
          const shown = rows.filter(matches);
          if (shown.length === 0) return <p className="yc-muted">{rows.length === 0 ? say.noPolicies : say.noneFound}</p>;
          return (
            <ul className="yc-plain projects-list">
              {shown.map(({ id, body }) => (
                <li key={id}>
                  <PolicyNotice body={body} department={departmentName(body.departmentId)} until={body.validUntil && sayDay(body.validUntil, language)} />
                </li>
              ))}
            </ul>
          );
        }}
      </Query>
    </div>
  );
} // prettier-ignore

function PolicyNotice(props: { body: PolicyLine['body']; department: string; until: string | null }): ReactNode {
  const { body } = props;
  const say = useWords(policyWords);
  const language = useLanguage();
  const sayAmount = useSayAmount();
  const sayCondition = useSayCondition();
  return (
    <article className="projects-card">
      <h2>{pick(language, body.name, body.nameEn)}</h2>
      <span>
        {sayAmount(body.amount)}
        {body.withoutApplication ? <strong> · {say.withoutApplication}</strong> : null}
      </span>
      <span className="yc-muted yc-small">{body.summary}</span>
      {!body.withoutApplication && body.how ? <span className="yc-small">{say.apply(body.how)}</span> : null}
      {body.conditions.length > 0 ? (
        <ul className="yc-small">
          {body.conditions.map((condition, at) => (
            <li key={at}>{sayCondition(condition)}</li>
          ))}
        </ul>
      ) : (
        <span className="yc-small">{say.everybody}</span>
      )}
      <span className="yc-muted yc-small">
        {props.department} · {say.source} {body.source} · {props.until ? say.validUntil(props.until) : say.always}
      </span>
    </article>
  );
}

export const page = definePage({ load: () => prefetch(ops.publicPolicies, {}), Component: Policies });
