/** Whether the draft is kept, and what to do when somebody else saved meanwhile. */
import { CheckCircleOutlined, CloudUploadOutlined, EditOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { sayProblem } from '#web/client/say-problem.ts';
import { exactInstant, sayInstant } from '#web/words/dates.ts';
import { oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { editorWords } from './editor-words.ts';
import type { DraftKeeper } from './use-item-draft.ts';
import { versionWords } from './version-words.ts';

/** Whether everything is kept, and since when. */
export function Kept(props: { keeper: DraftKeeper; begun: boolean }): ReactNode {
  const { state, savedAt, error, draft } = props.keeper;
  const { kept: say, draftBy } = useWords(versionWords);
  const language = useLanguage();
  const icon = {
    same: <EditOutlined aria-hidden="true" />,
    waiting: <EditOutlined aria-hidden="true" />,
    saving: <CloudUploadOutlined aria-hidden="true" />,
    saved: <CheckCircleOutlined aria-hidden="true" />,
    failed: <WarningOutlined aria-hidden="true" />,
    conflict: <WarningOutlined aria-hidden="true" />,
  }[state];
  const text =
    state === 'saved' && savedAt
      ? say.saved(exactInstant(savedAt).slice(11, 16))
      : state === 'failed'
        ? say.failed(error ? sayProblem(error, language).text : '')
        : state === 'waiting' || state === 'saving' || state === 'conflict'
          ? say[state]
          : props.begun
            ? draftBy(draft.changedBy, sayInstant(draft.changedAt, language))
            : say.none;
  return (
    <span className={`item-kept ${state}`} role="status">
      {icon} <span>{text}</span>
    </span>
  );
}

/** Somebody else saved: what they changed, and the two ways on. */
export function ClashNote(props: { keeper: DraftKeeper }): ReactNode {
  const { clash, settle } = props.keeper;
  const { clash: say } = useWords(versionWords);
  const { fields } = useWords(editorWords);
  if (!clash) return null;
  const named = clash.parts.map(({ part, mineToo }) => `${fields[part]}${mineToo ? ` (${say.mineToo})` : ''}`);
  return (
    <div className="item-notice" role="alert">
      <div>
        <strong>{say.title(clash.theirs.changedBy)}</strong>
        <p>
          {say.theirs}
          {oneByOne(named)}
        </p>
      </div>
      <Button type="primary" onClick={() => settle(true)}>
        {say.keepMine}
      </Button>
      <Button onClick={() => settle(false)}>{say.takeTheirs}</Button>
    </div>
  );
}
