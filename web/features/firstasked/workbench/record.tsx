/** Recording in a minute what one was asked: the answer, or to whom it goes; then the code for whoever asked. */
import { Input, Modal, Radio, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { doors, firstaskedContract as ops, type Door, type QuestionWhole } from '#modules/firstasked/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { useWords } from '#web/words/language.ts';
import { questionWords } from '../words.ts';
import { sentTo, ToWhom, type Whom } from './to-whom.tsx';

export function RecordDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(questionWords);
  const id = useId();
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
      <Modal open title={say.recorded} footer={null} onCancel={onClose}>
        <div className="yc-stack">
          <p role="status">{say.giveCode(made.code)}</p>
          <QrCode text={`${location.origin}/questions/${made.code}`} what={say.look} size={180} />
        </div>
      </Modal>
    );
  const input = (key: string, label: string, value: string, set: (value: string) => void, max: number): ReactNode => (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={`${id}-${key}`}>
        {label}
      </label>
      <Input id={`${id}-${key}`} maxLength={max} value={value} onChange={({ target }) => set(target.value)} />
    </div>
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
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-topic`}>
          {say.topic}
        </label>
        <Input.TextArea id={`${id}-topic`} rows={2} maxLength={500} value={topic} onChange={({ target }) => setTopic(target.value)} />
      </div>
      <fieldset className="yc-field">
        <legend className="yc-field-title">{say.how}</legend>
        <Radio.Group value={how} onChange={({ target }) => setHow(target.value as typeof how)}>
          <Radio value="answer">{say.answerNow}</Radio>
          <Radio value="handOver">{say.handOn}</Radio>
        </Radio.Group>
      </fieldset>
      {how === 'answer' ? (
        <div className="yc-field">
          <label className="yc-field-title" htmlFor={`${id}-answer`}>
            {say.answer}
          </label>
          <Input.TextArea id={`${id}-answer`} rows={3} maxLength={1000} value={answer} onChange={({ target }) => setAnswer(target.value)} />
        </div>
      ) : (
        <ToWhom whom={whom} set={setWhom} />
      )}
      {input('name', say.askerName, askerName, setName, 40)}
      {input('phone', say.askerPhone, askerPhone, setPhone, 30)}
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-door`}>
          {say.door}
        </label>
        <Select
          id={`${id}-door`}
          value={door}
          onChange={setDoor}
          options={doors.map((value) => ({ value, label: say.doors[value] }))}
        />
      </div>
      {checked && faults.length > 0 ? (
        <p className="yc-fault" role="alert">
          {faults.join(' ')}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore
