/** On the page of one's own case: that the machine acted, by which rules, what it looked at, and the way to a person. */
import './by-machine.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { prereviewContract, type Explanation } from '#modules/prereview/contract';
import { call } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { byMachineWords } from './words.ts';

onLive('prereview.', [prereviewContract.explainMachine]);

/** Nothing for cases with which no machine did anything. */
export function ByMachine(props: { caseId: string }): ReactNode {
  const say = useWords(byMachineWords);
  const language = useLanguage();
  const input = { params: { id: props.caseId } };
  const found = useOp(prereviewContract.explainMachine, input);
  const [asking, setAsking] = useState(false);
  // A decision without its why would be worse than a line that says so.
  if (found.error) return <ProblemNote error={found.error} />;
  const told = found.data;
  if (!told?.acted || !told.at) return null;
  return (
    <section className="cases-section by-machine" aria-labelledby="by-machine">
      <h2 id="by-machine">{say.title}</h2>
      <p>{say.acted[told.acted]}</p>
      <p className="yc-muted yc-small">{say.when(sayInstant(told.at, language), told.rulesVersion ?? 1)}</p>
      <h3>{say.rules}</h3>
      <ul className="yc-plain by-machine-rules">
        {told.rules.map((rule, at) => (
          <Rule key={at} rule={rule} />
        ))}
      </ul>
      <div aria-live="polite" className="by-machine-person">
        {told.asked ? (
          <Answer asked={told.asked} />
        ) : (
          <>
            <p>{say.right}</p>
            <Button onClick={() => setAsking(true)}>{say.ask}</Button>
          </>
        )}
        {told.acted === 'decide' ? <p className="yc-muted yc-small">{say.remedies}</p> : null}
      </div>
      <ConfirmDialog
        open={asking}
        title={say.askTitle}
        verb={say.ask}
        reason="needed"
        reasonLabel={say.askReason}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          await call(prereviewContract.askPerson, { ...input, body: { reason } });
          await readAgain(prereviewContract.explainMachine);
        }}
      >
        {say.askWhat}
      </ConfirmDialog>
    </section>
  );
}

function Rule({ rule }: { rule: Explanation['rules'][number] }): ReactNode {
  const say = useWords(byMachineWords);
  const language = useLanguage();
  const { title, titleEn, reason, reasonEn, article, looked } = rule;
  return (
    <li>
      <strong>{pick(language, title, titleEn)}</strong>
      <p>{pick(language, reason, reasonEn)}</p>
      <p className="yc-muted yc-small">{say.basis(article)}</p>
      {looked.length > 0 ? (
        <details>
          <summary>{say.looked}</summary>
          <dl>
            {looked.map(({ label, labelEn, value, valueEn, source }, at) => (
              <div key={at}>
                <dt>
                  {pick(language, label, labelEn)} <span className="yc-muted yc-small">({say.sources[source]})</span>
                </dt>
                <dd className="yc-numbers">{pick(language, value, valueEn)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </li>
  );
}

function Answer({ asked }: { asked: NonNullable<Explanation['asked']> }): ReactNode {
  const say = useWords(byMachineWords);
  const language = useLanguage();
  const { at, reason, agreed, note, byName, answeredAt } = asked;
  const looked = answeredAt ? sayInstant(answeredAt, language) : '';
  return (
    <>
      <p>
        {say.asked(sayInstant(at, language))} {reason}
      </p>
      {agreed === null ? (
        <p>{say.waiting}</p>
      ) : (
        <>
          <p>{agreed ? say.agreed(byName ?? '', looked) : say.differed(byName ?? '', looked)}</p>
          {note ? <blockquote>{note}</blockquote> : null}
        </>
      )}
    </>
  );
}
