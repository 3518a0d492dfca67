/** Setting an exam: who, when, how many questions of what, what it qualifies for. */
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { windowStaffContract as ops, type ExamLine } from '#modules/windowstaff/contract';
import { newKey } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { generalWords } from '#web/words/general.ts';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { dayOf, instantOf, timeOf } from '../clock.ts';
import { aboutOf, nextPart, scopeOf } from '../exam-parts.ts';
import { examWords } from '../exam-words.ts';
import { useNames } from '../place.tsx';
import { WhichErrands } from './which-errands.tsx';

const numbers = ['minutes', 'passPercent', 'sittingsMost', 'resitDays', 'validMonths'] as const;
const spans = { minutes: [5, 300], passPercent: [1, 100], sittingsMost: [1, 10], resitDays: [0, 365], validMonths: [1, 60] } as const; // prettier-ignore

export function ExamForm(props: { exam?: ExamLine; outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(examWords);
  const general = useWords(generalWords);
  const names = useNames(props.outletId);
  const { exam } = props;
  const [id] = useState(() => exam?.id ?? newKey());
  const [draft, setDraft] = useState({
    title: exam?.title ?? '',
    titleEn: exam?.titleEn ?? '',
    departmentId: exam?.departmentId ?? null,
    errandIds: exam?.errandIds ?? [],
    minutes: exam?.minutes ?? 60,
    passPercent: exam?.passPercent ?? 80,
    sittingsMost: exam?.sittingsMost ?? 2,
    resitDays: exam?.resitDays ?? 7,
    validMonths: exam?.validMonths ?? 12,
    shows: exam?.shows ?? ('closing' as const),
    cancelled: exam?.cancelled ?? false,
  });
  const [span, setSpan] = useState({
    from: exam ? dayOf(exam.opensAt) : today(),
    fromTime: exam ? timeOf(exam.opensAt) : '09:00',
    to: exam ? dayOf(exam.closesAt) : '',
    toTime: exam ? timeOf(exam.closesAt) : '17:00',
  });
  const [parts, setParts] = useState<ExamLine['parts']>(exam?.parts ?? [{ errandId: null, departmentId: null, count: 20 }]); // prettier-ignore
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.saveExam, { changes: [ops.listExams, ops.getExam] });
  const set = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change });
  const titles = say.exam;
  const scopes = [
    { value: 'general', label: say.general },
    ...names.errands.map(({ value, label }) => ({ value: `errand:${value}`, label })),
    ...names.departments.map(({ value, label }) => ({ value: `department:${value}`, label })),
  ];
  const setPart = (at: number, change: Partial<ExamLine['parts'][number]>): void =>
    setParts(parts.map((part, i) => (i === at ? { ...part, ...change } : part)));
  const need = (missing: boolean, what: string) => (checked && missing ? { fault: say.need(what) } : {});
  return (
    <ConfirmDialog
      open
      title={exam ? say.editExam : say.newExam}
      verb={general.actions.save}
      width={680}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (draft.title.trim() === '' || Object.values(span).includes('')) return false;
        const opensAt = instantOf(span.from, span.fromTime);
        const closesAt = instantOf(span.to, span.toTime);
        await act.send({ params: { id }, body: { ...draft, outletId: props.outletId, parts, opensAt, closesAt } });
        return true;
      }}
    >
      <EditText
        label={titles.title}
        maxLength={60}
        value={draft.title}
        onChange={(title) => set({ title })}
        {...need(draft.title.trim() === '', titles.title)}
      />
      <EditText
        label={titles.titleEn}
        optional
        maxLength={120}
        value={draft.titleEn}
        onChange={(titleEn) => set({ titleEn })}
      />
      <EditSelect
        label={titles.department}
        value={draft.departmentId ?? 'all'}
        onChange={(value) => set({ departmentId: value === undefined || value === 'all' ? null : value })}
        options={[{ value: 'all', label: titles.everybodyHere }, ...names.departments]}
      />
      <div className="yc-row">
        <EditText
          label={titles.opensAt}
          kind="date"
          value={span.from}
          onChange={(from) => setSpan({ ...span, from })}
          {...need(!span.from, titles.opensAt)}
        />
        <EditText
          label={titles.openTime}
          kind="time"
          value={span.fromTime}
          onChange={(fromTime) => setSpan({ ...span, fromTime })}
          {...need(!span.fromTime, titles.openTime)}
        />
        <EditText
          label={titles.closesAt}
          kind="date"
          value={span.to}
          onChange={(to) => setSpan({ ...span, to })}
          {...need(!span.to, titles.closesAt)}
        />
        <EditText
          label={titles.closeTime}
          kind="time"
          value={span.toTime}
          onChange={(toTime) => setSpan({ ...span, toTime })}
          {...need(!span.toTime, titles.closeTime)}
        />
      </div>
      <div className="yc-row">
        {numbers.map((name) => (
          <EditField key={name} label={titles[name]}>
            {({ id: field }) => (
              <InputNumber
                id={field}
                min={spans[name][0]}
                max={spans[name][1]}
                precision={0}
                value={draft[name]}
                onChange={(value) => set({ [name]: Number(value ?? spans[name][0]) })}
              />
            )}
          </EditField>
        ))}
      </div>
      <WhichErrands
        label={titles.errands}
        errands={names.errands}
        chosen={draft.errandIds}
        onChange={(errandIds) => set({ errandIds })}
      />
      <fieldset className="staff-criteria">
        <legend>{titles.parts}</legend>
        {parts.map((part, i) => (
          <div key={i} className="yc-row">
            <Select
              aria-label={`${say.question.scope} ${i + 1}`}
              value={scopeOf(part)}
              options={scopes}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '14rem' }}
              onChange={(value: string) => setPart(i, aboutOf(value))}
            />
            <InputNumber
              aria-label={`${titles.count} ${i + 1}`}
              min={1}
              max={200}
              value={part.count}
              onChange={(value) => setPart(i, { count: Number(value ?? 1) })}
            />
            <PartCount part={part} outletId={props.outletId} />
            {parts.length > 1 ? (
              <Button
                size="small"
                aria-label={`${say.removePart} ${i + 1}`}
                onClick={() => setParts(parts.filter((_, at) => at !== i))}
              >
                {say.removePart}
              </Button>
            ) : null}
          </div>
        ))}
        <Button onClick={() => setParts([...parts, nextPart(parts, scopes)])}>{say.addPart}</Button>
      </fieldset>
      <EditSelect
        label={titles.shows}
        value={draft.shows}
        onChange={(shows) => set({ shows: shows ?? 'closing' })}
        options={(['handIn', 'closing'] as const).map((value) => ({ value, label: say.showsWhen[value] }))}
      />
      {exam ? (
        <Checkbox checked={draft.cancelled} onChange={({ target }) => set({ cancelled: target.checked })}>
          {say.cancelExam}
        </Checkbox>
      ) : null}
    </ConfirmDialog>
  );
}

function PartCount({ part, outletId }: { part: ExamLine['parts'][number]; outletId: string }): ReactNode {
  const say = useWords(examWords);
  const { errandId, departmentId } = part;
  const scope = errandId ? { errandId } : departmentId ? { departmentId } : { general: true };
  const found = useOp(ops.listQuestions, { query: { outletId, retired: false, limit: 1, ...scope } });
  return <span className="yc-muted yc-small">{found.data ? say.there(found.data.total) : ''}</span>;
}
