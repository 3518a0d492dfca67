/** Says that what is filled in is kept, and asks when another device changed it as well. */
import { CheckOutlined, CloudSyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Draft } from '#modules/cases/contract';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import type { KeptDraft } from './use-draft.ts';
import { caseWords } from './words.ts';

export function DraftLine(props: { kept: KeptDraft; onTheirs: (draft: Draft) => void }): ReactNode {
  const { kept } = props;
  const say = useWords(caseWords);
  const [error, setError] = useState<unknown>();
  const [reading, setReading] = useState(false);
  const line = {
    new: null,
    conflict: null,
    saving: [<CloudSyncOutlined key="icon" aria-hidden="true" />, ' ', say.saving],
    saved: [<CheckOutlined key="icon" aria-hidden="true" />, ' ', say.saved],
    failed: [<WarningOutlined key="icon" aria-hidden="true" />, ' ', say.notSaved],
  }[kept.state];
  const theirs = async (): Promise<void> => {
    setReading(true);
    try {
      props.onTheirs(await kept.readTheirs());
    } catch (thrown) {
      setError(thrown);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      {/* Not a live region: a screen reader would speak after each letter. */}
      <p className="cases-kept yc-muted yc-small">{line}</p>
      <Modal
        open={kept.state === 'conflict'}
        title={say.conflictTitle}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={[
          <Button key="theirs" loading={reading} onClick={() => void theirs()}>
            {say.conflictTheirs}
          </Button>,
          <Button key="mine" type="primary" onClick={kept.keepMine}>
            {say.conflictMine}
          </Button>,
        ]}
      >
        <p>{say.conflictLine}</p>
        <ProblemNote error={error} />
      </Modal>
    </>
  );
}
