/** One request for an opinion: what is asked, what was given, and the answer. */
import '../matters.css';
import '../live.ts';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { documentsContract } from '#modules/documents/contract';
import { mattersContract, type Consultation } from '#modules/matters/contract';
import { hrefOf } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { Day, Instant } from '#web/ui/due.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { useDepartmentName } from '#web/features/offices/departments.ts';
import { benchWords } from './words.ts';

const answers = ['agreed', 'conditional', 'disagreed'] as const;

export function ConsultationDesk(props: { row: Consultation; documents: ReactNode }): ReactNode {
  const { row } = props;
  const say = useWords(benchWords);
  const departmentName = useDepartmentName();
  return (
    <div className="matters-page">
      <PageHeader
        title={say.consultation}
        sub={
          <>
            {row.itemName} · <span className="yc-numbers">{row.documentNumber}</span>
          </>
        }
        back={{ to: '/consultations', say: say.back }}
        tags={<strong>{row.overdue ? say.overdue : say.states[row.state]}</strong>}
      />
      <div className="matters-two">
        <div className="matters-page">
          <section className="matters-section" aria-labelledby="asked">
            <h2 id="asked">{row.question}</h2>
            <dl className="matters-dl">
              <dt>{say.consultationColumns.from}</dt>
              <dd>{departmentName(row.fromDepartmentId)}</dd>
              <dt>{say.consultationColumns.to}</dt>
              <dd>{departmentName(row.toDepartmentId)}</dd>
              <dt>{say.consultationColumns.due}</dt>
              <dd>
                <Day on={row.dueOn} />
                <div className="yc-muted yc-small">{say.silence[String(row.silenceIsConsent) as 'true' | 'false']}</div>
              </dd>
            </dl>
          </section>
          {row.may.answer ? <Answer row={row} /> : null}
          {row.answeredAt ? (
            <section className="matters-section" aria-labelledby="answered">
              <h2 id="answered">{say.answered}</h2>
              <p>
                <strong>{say.states[row.state]}</strong>{' '}
                <span className="yc-muted">
                  <Instant at={row.answeredAt} />
                </span>
              </p>
              {row.answer ? <blockquote>{row.answer}</blockquote> : null}
            </section>
          ) : null}
        </div>
        <div className="matters-page">
          <section className="matters-section" aria-labelledby="given">
            <h2 id="given">{say.given}</h2>
            <dl className="matters-dl">
              {row.given.answers.map(({ title, value }) => (
                <div key={title} style={{ display: 'contents' }}>
                  <dt>{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <ul>
              {row.given.materials.map(({ name, files }) => (
                <li key={name}>
                  {name}
                  {files.map((file) => (
                    <div key={file.id}>
                      <a
                        href={hrefOf(documentsContract.downloadFile, { params: { id: file.id }, query: {} })}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {file.name}
                      </a>
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </section>
          {props.documents}
        </div>
      </div>
    </div>
  );
}

function Answer(props: { row: Consultation }): ReactNode {
  const say = useWords(benchWords);
  const [answer, setAnswer] = useState<(typeof answers)[number]>('agreed');
  const [text, setText] = useState('');
  const act = useAct(mattersContract.answerConsultation, {
    changes: [mattersContract.getConsultation, mattersContract.listConsultations],
  });
  return (
    <section className="yc-panel yc-stack" aria-labelledby="answer">
      <h2 id="answer">{say.answer}</h2>
      <fieldset className="yc-field">
        <legend className="yc-field-title">{say.answerWhat}</legend>
        <Radio.Group
          className="matters-options"
          value={answer}
          onChange={({ target }) => setAnswer(target.value as typeof answer)}
          options={answers.map((value) => ({ value, label: say.answers[value] }))}
        />
      </fieldset>
      <EditText
        label={say.answerText}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={2000}
        optional={answer === 'agreed'}
      />
      {act.error ? <ProblemNote error={act.error} /> : null}
      <div>
        <Button
          type="primary"
          loading={act.sending}
          onClick={() =>
            void act
              .send({ params: { id: props.row.id }, body: { answer, ...(text.trim() ? { text: text.trim() } : {}) } })
              .catch(() => {})
          }
        >
          {say.answer}
        </Button>
      </div>
    </section>
  );
}
