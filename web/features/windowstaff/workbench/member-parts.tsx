/** Parts of a file that are written: things, qualifications, objections and their answers. */
import { Button, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type Member } from '#modules/windowstaff/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { sayDay, sayInstant } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { useNames } from '../place.tsx';
import { staffWords } from '../words.ts';
import { changesOfStep } from './member-steps.tsx';

interface Asked {
  row: Member;
  open: boolean;
  onClose: () => void;
}

export function GiveThing({ row, open, onClose }: Asked): ReactNode {
  const say = useWords(staffWords);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(ops.giveThing, { changes: changesOfStep });
  return (
    <ConfirmDialog
      open={open}
      title={`${say.give}${colon()}${row.name}`}
      verb={say.give}
      onClose={onClose}
      onConfirm={async () => {
        if (name.trim() === '') return (setMissing(true), false);
        await act.send({ params: { id: row.id }, body: { actionId: act.key(), name } });
        return (setName(''), true);
      }}
    >
      <EditText
        label={say.thing}
        maxLength={60}
        value={name}
        onChange={setName}
        {...(missing && name.trim() === '' ? { fault: say.need(say.thing) } : {})}
      />
    </ConfirmDialog>
  );
}

export function GiveQualification({ row, open, onClose }: Asked): ReactNode {
  const say = useWords(staffWords);
  const names = useNames(row.outletId);
  const [errandIds, setErrands] = useState<string[]>([]);
  const [untilOn, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(ops.giveQualification, { changes: changesOfStep });
  return (
    <ConfirmDialog
      open={open}
      title={`${say.giveQualification}${colon()}${row.name}`}
      verb={say.giveQualification}
      reason="needed"
      reasonLabel={say.reason}
      onClose={onClose}
      onConfirm={async (reason) => {
        if (errandIds.length === 0 || !untilOn) return (setMissing(true), false);
        await act.send({ params: { id: row.id }, body: { actionId: act.key(), errandIds, untilOn, reason } });
        return true;
      }}
    >
      <EditField label={say.errands} {...(missing && errandIds.length === 0 ? { fault: say.need(say.errands) } : {})}>
        {(ties) => (
          <Select
            {...ties}
            mode="multiple"
            value={errandIds}
            options={names.errands}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setErrands}
          />
        )}
      </EditField>
      <EditText
        label={say.until}
        kind="date"
        value={untilOn}
        onChange={setUntil}
        {...(missing && !untilOn ? { fault: say.need(say.until) } : {})}
      />
    </ConfirmDialog>
  );
}

export function WithdrawQualification({ id, onClose }: { id: string | undefined; onClose: () => void }): ReactNode {
  const say = useWords(staffWords);
  const act = useAct(ops.withdrawQualification, { changes: changesOfStep });
  return (
    <ConfirmDialog
      open={id !== undefined}
      title={say.withdrawQualification}
      verb={say.withdrawQualification}
      danger
      reason="needed"
      reasonLabel={say.reason}
      onClose={onClose}
      onConfirm={(reason) => act.send({ params: { id: id! }, body: { reason } })}
    />
  );
}

export function Objections({ row, own, answers }: { row: Member; own: boolean; answers: boolean }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  const [objecting, setObjecting] = useState(false);
  const [answering, setAnswering] = useState<string>();
  const [stepId, setStep] = useState<string>();
  const [upheld, setUpheld] = useState(false);
  const object = useAct(ops.objectToStep, { changes: changesOfStep });
  const answer = useAct(ops.answerObjection, { changes: changesOfStep });
  const open = row.objections.some(({ answeredAt }) => answeredAt === null);
  const nameOf = (id: string | null): string => {
    const step = row.steps.find((one) => one.id === id);
    return step ? say.steps[step.kind] : say.whole;
  };
  return (
    <section className="yc-panel" aria-labelledby="objections">
      <h2 id="objections">{say.objections}</h2>
      {row.objections.length === 0 ? <p className="yc-muted">{say.noObjections}</p> : null}
      <ul className="yc-plain staff-lines">
        {row.objections.map((one) => (
          <li key={one.id} className="staff-block">
            <strong>{nameOf(one.stepId)}</strong>{' '}
            <span className="yc-muted yc-small">{sayInstant(one.at, language)}</span>
            <p>{one.body}</p>
            {one.answer ? (
              <p>
                <strong>
                  {say.answer}
                  {colon()}
                  {one.upheld ? say.upheld : say.notUpheld}
                </strong>{' '}
                {one.answer} <span className="yc-muted yc-small">{one.answeredBy}</span>
              </p>
            ) : (
              <p className={one.overdue ? 'staff-red' : 'yc-muted'}>
                {one.overdue ? '▲ ' : ''}
                {say.answerDue(sayDay(one.dueOn, language))}
              </p>
            )}
            {answers && !one.answer ? <Button onClick={() => setAnswering(one.id)}>{say.answer}</Button> : null}
          </li>
        ))}
      </ul>
      {own && !open ? <Button onClick={() => setObjecting(true)}>{say.object}</Button> : null}
      <ConfirmDialog
        open={objecting}
        title={say.object}
        verb={say.object}
        reason="needed"
        reasonLabel={say.reason}
        onClose={() => setObjecting(false)}
        onConfirm={(text) => object.send({ params: { id: row.id }, body: { actionId: object.key(), stepId: stepId ?? null, text } })} // prettier-ignore
      >
        <p className="yc-muted">{say.objectWhat}</p>
        <EditSelect
          label={say.about}
          value={stepId ?? 'whole'}
          onChange={(value) => setStep(value === 'whole' ? undefined : value)}
          options={[
            { value: 'whole', label: say.whole },
            ...row.steps.map(({ id, kind, at }) => ({ value: id, label: `${say.steps[kind]} ${sayInstant(at, language)}` })), // prettier-ignore
          ]}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={answering !== undefined}
        title={say.answer}
        verb={say.answer}
        reason="needed"
        reasonLabel={say.answer}
        onClose={() => setAnswering(undefined)}
        onConfirm={(text) => answer.send({ params: { id: answering! }, body: { text, upheld } })}
      >
        <Checkbox checked={upheld} onChange={({ target }) => setUpheld(target.checked)}>
          {say.upheld}
        </Checkbox>
      </ConfirmDialog>
    </section>
  );
}
