/** The form of a suggestion, on the portal and on the workbench. */
import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { figures, type FigureId } from '#modules/insight/contract';
import { improvementsContract } from '#modules/improvements/contract';
import { useAct } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { improvementWords } from './words.ts';

export function SuggestForm(props: {
  itemId?: string | undefined;
  ratingId?: string | undefined;
  /** Staff may name the figure that it would improve. */
  withFigure?: boolean;
  figureId?: string | undefined;
  onSent: (id: string) => void;
}): ReactNode {
  const say = useWords(improvementWords);
  const language = useLanguage();
  const id = useId();
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [figure, setFigure] = useState<string | undefined>(props.figureId);
  const [checked, setChecked] = useState(false);
  const act = useAct(improvementsContract.suggest, {
    changes: [improvementsContract.mySuggestions, improvementsContract.listSuggestions, improvementsContract.countSuggestions], // prettier-ignore
  });
  const faults = { title: title.trim() === '', body: body.trim() === '' };
  const send = async (): Promise<void> => {
    setChecked(true);
    if (faults.title || faults.body) return focusFault();
    const { itemId, ratingId } = props;
    const about = { ...(itemId ? { itemId } : {}), ...(ratingId ? { ratingId } : {}), ...(figure ? { figureId: figure as FigureId } : {}) }; // prettier-ignore
    const made = await act.send({ body: { actionId: act.key(), title, body, ...about } }).catch(() => undefined);
    if (!made) return;
    setTitle('');
    setBody('');
    setChecked(false);
    props.onSent(made.id);
  };
  const ties = (name: 'title' | 'body') =>
    checked && faults[name]
      ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-${name}-fault` }
      : {};
  const fault = (name: 'title' | 'body', label: string): ReactNode =>
    checked && faults[name] ? (
      <p id={`${id}-${name}-fault`} className="yc-fault" role="alert">
        {say.need(label)}
      </p>
    ) : null;
  return (
    <form
      className="suggest-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-title`}>
          {say.suggestTitle}
        </label>
        <Input id={`${id}-title`} maxLength={60} value={title} onChange={({ target }) => setTitle(target.value)} {...ties('title')} />
        {fault('title', say.suggestTitle)}
      </div>
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-body`}>
          {say.suggestBody}
        </label>
        <Input.TextArea id={`${id}-body`} rows={5} maxLength={1000} value={body} onChange={({ target }) => setBody(target.value)} {...ties('body')} />
        {fault('body', say.suggestBody)}
      </div>
      {props.withFigure ? (
        <div className="yc-field">
          <label className="yc-field-title" htmlFor={`${id}-figure`}>
            {say.suggestFigure}
          </label>
          <Select
            id={`${id}-figure`}
            allowClear
            value={figure}
            onChange={setFigure}
            options={figures.map(({ id: value, name }) => ({ value, label: name[language] }))}
          />
        </div>
      ) : null}
      <ProblemNote error={act.error} />
      <div>
        <Button type="primary" htmlType="submit" size="large" loading={act.sending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
} // prettier-ignore
