/** Following a matter without an account: with the code of the receipt, or with number and name. */
import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { casesContract, type Tracked } from '#modules/cases/contract';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { useAct } from '#web/client/query.ts';
import { Day } from '#web/ui/due.tsx';
import { FieldInput } from '#web/ui/item-form/field-input.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import './cases.css';
import { Course, History } from './case-history.tsx';
import { standingOf, toneOf } from './say-case.ts';
import { caseWords } from './words.ts';

/** Asks for number and name, or for the code. */
export function TrackForm(): ReactNode {
  const say = useWords(caseWords);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(casesContract.trackCase);
  // The code of the receipt may be typed into the same field: it is the number with unguessable letters behind it.
  const isCode = /^[\d-]+-[a-z0-9]{8,20}$/i.test(number.trim()) && /[a-z]/i.test(number);
  const need = (value: string, what: string): string | undefined =>
    checked && value.trim() === '' ? say.trackNeedBoth(what) : undefined;
  if (act.reply) {
    return (
      <div className="yc-stack">
        <TrackedView tracked={act.reply} byCode={false} />
        <div>
          <Button onClick={act.reset}>{say.trackAgain}</Button>
        </div>
      </div>
    );
  }
  const send = (): void => {
    setChecked(true);
    if (isCode) return void navigate({ to: '/track/$code', params: { code: number.trim().toLowerCase() } as never });
    if (number.trim() === '' || name.trim() === '') return focusFault();
    void act.send({ body: { number: number.trim(), name: name.trim() } }).catch(() => {});
  };
  return (
    <form
      className="cases-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <PageHeader title={say.trackTitle} sub={say.trackLine} />
      <FieldInput
        name="number"
        field={{ type: 'string', title: say.number, description: say.trackNumberHint, maxLength: 40 }}
        value={number}
        onChange={(value) => setNumber(typeof value === 'string' ? value : '')}
        required
        fault={need(number, say.number)}
      />
      {isCode ? null : (
        <FieldInput
          name="name"
          field={{ type: 'string', title: say.trackName, maxLength: 100 }}
          value={name}
          onChange={(value) => setName(typeof value === 'string' ? value : '')}
          required
          fault={need(name, say.trackName)}
        />
      )}
      <ProblemNote error={act.error} />
      <div>
        <Button type="primary" size="large" htmlType="submit" loading={act.sending} className="yc-wizard-go">
          {say.trackAction}
        </Button>
      </div>
    </form>
  );
}

/** What the public sees of a matter. `rating` is a part of another feature. */
export function TrackedView(props: { tracked: Tracked; byCode: boolean; rating?: ReactNode }): ReactNode {
  const { tracked, byCode } = props;
  const say = useWords(caseWords);
  const language = useLanguage();
  const department = useDepartmentName()(tracked.departmentId);
  const line = { ...tracked, fatalOn: null, feeState: 'none' as const, rated: true };
  const standing = standingOf(line, { department, language });
  return (
    <div className="cases-page">
      <PageHeader
        title={tracked.itemName}
        back={{ to: '/track', say: say.trackTitle }}
        tags={<span className={`cases-state ${toneOf(tracked)}`}>{standing.state}</span>}
      />
      <section className={`cases-now ${standing.tone}`} aria-live="polite">
        <p className="cases-now-line">{standing.now}</p>
        {standing.by ? (
          <p>
            {standing.by}
            {tracked.dueProvisional ? <span className="yc-muted"> ({say.provisional})</span> : null}
          </p>
        ) : null}
        {tracked.wanted.length > 0 ? (
          <>
            <h2>{say.wantedTitle}</h2>
            <ul className="cases-wanted">
              {tracked.wanted.map(({ what, materialId }) => (
                <li key={`${materialId}-${what}`}>{what}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      {props.rating}
      <section className="cases-section" aria-labelledby="track-course">
        <h2 id="track-course">{say.course}</h2>
        <Course followed={{ ...tracked, fatalOn: null }} />
      </section>
      <dl className="cases-facts">
        <dt>{say.number}</dt>
        <dd className="yc-numbers">{tracked.number}</dd>
        <dt>{say.applicant}</dt>
        <dd>{tracked.applicantName}</dd>
        <dt>{say.submittedOn}</dt>
        <dd>
          <Day on={today(new Date(tracked.submittedAt))} />
        </dd>
      </dl>
      <section className="cases-section" aria-labelledby="track-history">
        <h2 id="track-history">{say.history}</h2>
        {byCode ? null : <p className="yc-muted yc-small">{say.trackReasons}</p>}
        <History timeline={tracked.timeline} />
      </section>
      <p>
        <Link to="/mine">{say.trackMine}</Link>
      </p>
    </div>
  );
}
