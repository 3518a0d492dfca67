/** Writing a question: checked by the same rule as on the server while one writes. */
import { Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { faultOfQuestion, optionIds, questionKinds, windowStaffContract as ops, type QuestionKind, type QuestionLine } from '#modules/windowstaff/contract'; // prettier-ignore
import { newKey } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { examWords } from '../exam-words.ts';
import { useNames } from '../place.tsx';

export function QuestionForm(props: {
  question: QuestionLine | undefined;
  outletId: string;
  onClose: () => void;
}): ReactNode {
  const say = useWords(examWords);
  const general = useWords(generalWords);
  const names = useNames(props.outletId);
  const { question } = props;
  const [id] = useState(() => question?.id ?? newKey());
  const [kind, setKind] = useState<QuestionKind>(question?.kind ?? 'single');
  const [text, setText] = useState({
    code: question?.code ?? '',
    stem: question?.stem ?? '',
    explanation: question?.explanation ?? '',
    basis: question?.basis ?? '',
  });
  const [options, setOptions] = useState<string[]>(() => optionIds.map((_, i) => question?.options[i]?.text ?? ''));
  const [answer, setAnswer] = useState<string[]>(question?.answer ?? []);
  const [scope, setScope] = useState(question?.errandId ? `errand:${question.errandId}` : question?.departmentId ? `department:${question.departmentId}` : 'general'); // prettier-ignore
  const [retired, setRetired] = useState(question?.retired ?? false);
  const [checked, setChecked] = useState(false);
  const act = useAct(ops.saveQuestion, { changes: [ops.listQuestions] });
  const judged = kind === 'judge' && options.every((option) => option === '');
  const shown = kind === 'judge' ? (judged ? ['正确', '错误'] : options.slice(0, 2)) : options;
  const count = shown.findLastIndex((option) => option.trim() !== '') + 1;
  const written = shown.slice(0, count).map((option, i) => ({ id: optionIds[i]!, text: option.trim() }));
  const body = { ...text, kind, options: written, answer: answer.filter((one) => written.some((option) => option.id === one)).toSorted() }; // prettier-ignore
  const fault = faultOfQuestion(body);
  const set = (change: Partial<typeof text>): void => setText({ ...text, ...change });
  const tick = (letter: string, on: boolean): void =>
    setAnswer(kind === 'multiple' ? (on ? [...answer, letter] : answer.filter((one) => one !== letter)) : on ? [letter] : []); // prettier-ignore
  const [kindOfScope, of] = scope.split(':');
  return (
    <ConfirmDialog
      open
      title={question ? say.editQuestion : say.newQuestion}
      verb={general.actions.save}
      width={640}
      onClose={props.onClose}
      onConfirm={async () => {
        setChecked(true);
        if (fault || text.code.trim() === '') return false;
        await act.send({
          params: { id },
          body: {
            ...body,
            outletId: props.outletId,
            errandId: kindOfScope === 'errand' ? of! : null,
            departmentId: kindOfScope === 'department' ? of! : null,
            retired,
          },
        });
        return true;
      }}
    >
      <div className="yc-row staff-row">
        <EditText
          label={say.question.code}
          maxLength={30}
          value={text.code}
          onChange={(code) => set({ code })}
          {...(checked && text.code.trim() === '' ? { fault: say.need(say.question.code) } : {})}
        />
        <EditSelect
          label={say.question.kind}
          value={kind}
          onChange={(value) => (setKind(value ?? 'single'), setAnswer([]))}
          options={questionKinds.map((value) => ({ value, label: say.kinds[value] }))}
        />
        <EditSelect
          label={say.question.scope}
          value={scope}
          onChange={(value) => setScope(value ?? 'general')}
          options={[
            { value: 'general', label: say.general },
            ...names.errands.map(({ value, label }) => ({ value: `errand:${value}`, label })),
            ...names.departments.map(({ value, label }) => ({ value: `department:${value}`, label })),
          ]}
        />
      </div>
      <EditText
        label={say.question.stem}
        rows={3}
        maxLength={600}
        value={text.stem}
        onChange={(stem) => set({ stem })}
        {...(checked && fault === 'noStem' ? { fault: say.faults.noStem } : {})}
      />
      <fieldset className="staff-criteria">
        <legend>
          {say.question.options} · {say.question.answer}
        </legend>
        {(kind === 'judge' ? optionIds.slice(0, 2) : optionIds).map((letter, i) => (
          <div key={letter} className="staff-options">
            <span>{letter}</span>
            <Input
              aria-label={say.option(letter)}
              maxLength={300}
              value={shown[i] ?? ''}
              onChange={({ target }) =>
                setOptions(optionIds.map((_, at) => (at === i ? target.value : (shown[at] ?? ''))))
              }
            />
            <Checkbox
              aria-label={`${say.question.answer} ${letter}`}
              checked={answer.includes(letter)}
              onChange={({ target }) => tick(letter, target.checked)}
            />
          </div>
        ))}
        {checked && fault && fault !== 'noStem' ? (
          <p className="yc-fault" role="alert">
            {say.faults[fault]}
          </p>
        ) : null}
      </fieldset>
      <EditText
        label={say.question.explanation}
        optional
        rows={2}
        maxLength={1000}
        value={text.explanation}
        onChange={(explanation) => set({ explanation })}
      />
      <EditText
        label={say.question.basis}
        optional
        maxLength={200}
        value={text.basis}
        onChange={(basis) => set({ basis })}
      />
      <Checkbox checked={retired} onChange={({ target }) => setRetired(target.checked)}>
        {say.retired}
      </Checkbox>
    </ConfirmDialog>
  );
}
