/** Recording in a minute what one was asked: the answer, or to whom it goes; then the code for whoever asked. */
import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { doors, firstaskedContract as ops, type Door, type QuestionWhole } from '#modules/firstasked/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { GivenCode } from '#web/ui/given-code.tsx';
import { useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';
import { sentTo, ToWhom, type Whom } from './to-whom.tsx';

export function RecordDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(questionWords);
  const [made, setMade] = useState<QuestionWhole>();
  const [topic, setTopic] = useState('');
  const [door, setDoor] = useState<Door>('desk');
  const [how, setHow] = useState<'answer' | 'handOver'>('answer');
  const [answer, setAnswer] = useState('');
  const [whom, setWhom] = useState<Whom>({});
  const [askerName, setName] = useState('');
  const [askerPhone, setPhone] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.recordQuestion, { changes: [ops.listQuestions, ops.countQuestions] });
  const faults = [
    topic.trim() ? '' : say.need(say.topic),
    how === 'answer' && !answer.trim() ? say.need(say.answer) : '',
    how === 'handOver' && !whom.departmentId ? say.need(say.department) : '',
  ].filter(Boolean);
  if (made)
    return (
      <GivenCode
        open
        title={say.recorded}
        line={say.giveCode(made.code)}
        at={`/questions/${made.code}`}
        what={say.look}
        onClose={onClose}
      />
    );
  return (
    <ConfirmDialog
      open
      title={say.record}
      verb={say.record}
      width={560}
      onClose={() => {
        if (!made) onClose();
      }}
      onConfirm={async () => {
        setChecked(true);
        if (faults.length > 0) return false;
        const rest = how === 'answer' ? { answer } : sentTo(whom);
        setMade(await act.send({ body: { actionId: act.key(), door, topic, askerName, askerPhone, ...rest } }));
        return false;
      }}
    >
      <p className="yc-muted">{say.recordLine}</p>
      <EditText label={say.topic} rows={2} maxLength={500} value={topic} onChange={setTopic} />
      <fieldset className="yc-field">
        <legend className="yc-field-title">{say.how}</legend>
        <Radio.Group value={how} onChange={({ target }) => setHow(target.value as typeof how)}>
          <Radio value="answer">{say.answerNow}</Radio>
          <Radio value="handOver">{say.handOn}</Radio>
        </Radio.Group>
      </fieldset>
      {how === 'answer' ? (
        <EditText label={say.answer} rows={3} maxLength={1000} value={answer} onChange={setAnswer} />
      ) : (
        <ToWhom whom={whom} set={setWhom} />
      )}
      <EditText label={say.askerName} optional="unsaid" maxLength={40} value={askerName} onChange={setName} />
      <EditText label={say.askerPhone} optional="unsaid" maxLength={30} value={askerPhone} onChange={setPhone} />
      <EditSelect
        label={say.door}
        value={door}
        onChange={(chosen) => setDoor(chosen ?? 'desk')}
        options={doors.map((value) => ({ value, label: say.doors[value] }))}
      />
      {checked && faults.length > 0 ? (
        <p className="yc-fault" role="alert">
          {faults.join(' ')}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore
