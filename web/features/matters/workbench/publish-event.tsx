/** Publishing a life event on a day. */
import { useState, type ReactNode } from 'react';
import { mattersContract } from '#modules/matters/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { eventWords } from './event-words.ts';

/** What an edited event changes. */
export const readings = [
  mattersContract.getManagedEvent,
  mattersContract.listManagedEvents,
  mattersContract.listLifeEvents,
];

export function PublishEvent(props: {
  id: string;
  revision: number;
  onClose: () => void;
  onDone: (version: number) => void;
}): ReactNode {
  const say = useWords(eventWords);
  const [day, setDay] = useState(today());
  const publish = useAct(mattersContract.publishEvent, { changes: readings });
  return (
    <ConfirmDialog
      open
      title={say.publishTitle}
      verb={say.publish}
      onConfirm={async () => {
        const { version } = await publish.send({
          params: { id: props.id },
          body: { revision: props.revision, inForceFrom: day },
        });
        props.onDone(version);
      }}
      onClose={props.onClose}
    >
      <p>{say.publishLine}</p>
      <EditText label={say.inForceFrom} kind="date" value={day} onChange={setDay} />
    </ConfirmDialog>
  );
}
