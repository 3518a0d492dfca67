/** Verifying a person: everything on record beside the document, and the word of whoever compared them. */
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type PersonShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { findWords } from './find-words.ts';
import { windowWords } from './window-words.ts';

export function WindowVerification(props: {
  open: boolean;
  person: PersonShape;
  onClose: () => void;
  onDone: () => Promise<void>;
}): ReactNode {
  const { person } = props;
  const say = useWords(windowWords);
  const { kinds } = useWords(findWords);
  const [seen, setSeen] = useState(false);
  const [missing, setMissing] = useState(false);
  const facts: [string, string][] = [
    [say.fields.name, person.name],
    [kinds[person.idKind], person.idNumber],
    ...(person.bornOn ? [[say.fields.bornOn, person.bornOn] as [string, string]] : []),
  ];
  return (
    <ConfirmDialog
      open={props.open}
      title={say.verify}
      verb={say.verifyGo}
      onClose={props.onClose}
      onConfirm={async () => {
        setMissing(!seen);
        if (!seen) return false;
        await call(peopleContract.verifyPerson, { params: { id: person.id } });
        await props.onDone();
      }}
    >
      <p>{say.verifyWhat}</p>
      <dl className="window-facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="yc-numbers">
              <strong>{value}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <SeenBox checked={seen} onChange={setSeen} missing={missing && !seen} />
    </ConfirmDialog>
  );
}

/** The clerk's word that document and person were compared. */
export function SeenBox(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  missing: boolean;
}): ReactNode {
  const say = useWords(windowWords);
  return (
    <div>
      <Checkbox checked={props.checked} onChange={({ target }) => props.onChange(target.checked)}>
        {say.seen}
      </Checkbox>
      {props.missing ? (
        <p className="yc-fault" role="alert">
          {say.seenNeeded}
        </p>
      ) : null}
    </div>
  );
}
