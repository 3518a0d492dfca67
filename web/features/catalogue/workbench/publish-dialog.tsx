/** Publishing the draft on a day: what changes, from when, and what becomes of running cases. */
import { Input, Modal, Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { catalogueContract } from '#modules/catalogue/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Comparison } from './changes.tsx';
import { catalogueReadings } from './reading.ts';
import type { DraftKeeper } from './use-item-draft.ts';
import { versionWords } from './version-words.ts';

/** How many cases of the item are under way: they keep the version under which they were handed in. */
export function RunningCases(props: { itemId: string }): ReactNode {
  const say = useWords(versionWords);
  const running = useOp(casesContract.workList, { query: { itemId: props.itemId, open: true, limit: 1 } });
  const total = running.data?.total;
  return <p>{total === undefined ? say.runningUnknown : total === 0 ? say.runningNone : say.runningKeep(total)}</p>;
}

export function PublishDialog(props: {
  keeper: DraftKeeper;
  /** In force today; null when nothing is. */
  current: number | null;
  /** To begin later. */
  next: { version: number; inForceFrom: string } | null;
  onClose: () => void;
  onPublished: (version: number) => void;
}): ReactNode {
  const { keeper, current, next } = props;
  const { draft } = keeper;
  const say = useWords(versionWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const id = useId();
  const [day, setDay] = useState(today());
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>();
  const publish = useAct(catalogueContract.publishItem, { changes: catalogueReadings });
  const wrong = day < today();
  const go = async (): Promise<void> => {
    if (wrong || publish.sending) return;
    setError(undefined);
    try {
      if (!(await keeper.flush())) return;
      const { version } = await publish.send({
        params: { id: draft.itemId },
        body: { revision: keeper.draft.revision, inForceFrom: day, note: note.trim() },
      });
      props.onPublished(version);
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Modal
      open
      title={say.publishTitle}
      width={720}
      onCancel={props.onClose}
      footer={[
        <Button key="close" onClick={props.onClose}>
          {general.actions.cancel}
        </Button>,
        <Button key="go" type="primary" loading={publish.sending} onClick={() => void go()}>
          {say.publish}
        </Button>,
      ]}
    >
      <div className="yc-stack">
        <p>{say.publishWhat(draft.lastVersion + 1)}</p>
        <div className="hand-day">
          <label htmlFor={`${id}-day`}>{say.day}</label>
          <Input
            id={`${id}-day`}
            type="date"
            min={today()}
            value={day}
            onChange={({ target }) => setDay(target.value)}
            {...(wrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})}
          />
          {wrong ? (
            <p id={`${id}-fault`} className="yc-fault" role="alert">
              {say.dayWrong}
            </p>
          ) : null}
        </div>
        <div className="item-notice">
          <div>
            <p>
              <strong>{day <= today() ? say.fromToday : say.fromLater(sayDay(day, language))}</strong>
            </p>
            <RunningCases itemId={draft.itemId} />
            {next ? <p>{say.replaces(next.version, sayDay(next.inForceFrom, language))}</p> : null}
          </div>
        </div>
        <div>
          <label htmlFor={`${id}-note`}>
            {say.note} <span className="yc-muted">({general.optional})</span>
          </label>
          <Input.TextArea
            id={`${id}-note`}
            rows={2}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
        {current === null ? null : (
          <details>
            <summary>{say.changesHere}</summary>
            <Comparison key={draft.revision} itemId={draft.itemId} from={current} to={0} draft={keeper.body} />
          </details>
        )}
        <ProblemNote error={error} />
      </div>
    </Modal>
  );
}
