/** On the page of a case: what the service office asked about it, the answers, and who is to do something now. */
import './live.ts';
import './warnings.css';
import { App, Button, InputNumber } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { warningsContract, type Reminder } from '#modules/warnings/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { reminderWords } from './reminder-words.ts';

const changes = [warningsContract.caseReminders];

/** Nothing where nothing was asked and nobody may ask. */
export function CaseReminders({ caseId, departmentId }: { caseId: string; departmentId: string }): ReactNode {
  const say = useWords(reminderWords);
  const me = useMe();
  const found = useOp(warningsContract.caseReminders, { params: { id: caseId } }).data;
  const mayAsk = hasRole(me, ['office']) && (found?.possible ?? false);
  const mayAnswer = (me?.posts ?? []).some((post) => post.role === 'head' && post.departmentId === departmentId);
  if (!found || (found.rows.length === 0 && !mayAsk)) return null;
  return (
    <section className="desk-card case-warnings" aria-labelledby="case-reminders">
      <h2 id="case-reminders">{say.title}</h2>
      {mayAsk ? <Ask caseId={caseId} /> : null}
      <ul className="yc-plain">
        {found.rows.map((one) => (
          <li key={one.id} className={`case-warning${one.answeredAt ? '' : ' sent'}`}>
            <OneReminder reminder={one} mayAnswer={mayAnswer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneReminder({ reminder, mayAnswer }: { reminder: Reminder; mayAnswer: boolean }): ReactNode {
  const say = useWords(reminderWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const act = useAct(warningsContract.answerReminder, { changes });
  const { answer, answeredBy, answeredAt, answerBy } = reminder;
  return (
    <div className="case-reminder">
      <p>{reminder.text}</p>
      <p className="yc-muted yc-small">
        {say.asked(reminder.askedBy)} <Instant at={reminder.askedAt} /> · {say.answerBy(sayDay(answerBy, language))}
      </p>
      {answer !== null && answeredAt !== null ? (
        <>
          <blockquote>{answer}</blockquote>
          <p className="yc-muted yc-small">
            {say.answered(answeredBy ?? '')} <Instant at={answeredAt} />
          </p>
        </>
      ) : (
        <p>
          <strong>{today() > answerBy ? say.late : say.waits}</strong>{' '}
          {mayAnswer ? (
            <Button size="small" type="primary" onClick={() => setOpen(true)}>
              {say.answer}
            </Button>
          ) : null}
        </p>
      )}
      <ConfirmDialog
        open={open}
        title={say.answer}
        verb={say.answer}
        reason="needed"
        reasonLabel={say.answer}
        onClose={() => setOpen(false)}
        onConfirm={async (text) => {
          await act.send({ params: { id: reminder.id }, body: { text } });
          void message.success(say.sentAnswer);
        }}
      >
        <blockquote>{reminder.text}</blockquote>
        <p className="yc-muted">{say.answerWhat}</p>
      </ConfirmDialog>
    </div>
  );
}

function Ask({ caseId }: { caseId: string }): ReactNode {
  const say = useWords(reminderWords);
  const { message } = App.useApp();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState(2);
  const act = useAct(warningsContract.remind, { changes });
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {say.ask}
      </Button>
      <ConfirmDialog
        open={open}
        title={say.ask}
        verb={say.ask}
        reason="needed"
        reasonLabel={say.text}
        onClose={() => setOpen(false)}
        onConfirm={async (text) => {
          await act.send({ params: { id: caseId }, body: { actionId: act.key(), text, days } });
          void message.success(say.sent);
        }}
      >
        <p className="yc-muted">{say.askWhat}</p>
        <div>
          <label htmlFor={id}>{say.days}</label>{' '}
          <InputNumber
            id={id}
            min={1}
            max={10}
            precision={0}
            value={days}
            onChange={(value) => setDays(Number(value ?? 2))}
          />
        </div>
      </ConfirmDialog>
    </div>
  );
}
