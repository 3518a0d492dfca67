/** Adding a district: its invitation is pasted, its fingerprint compared by telephone. */
import { Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { exchangeContract } from '#modules/exchange/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { readInvitation } from '../invitation.ts';
import { exchangeBenchWords } from './words.ts';

/** For how long a key is taken that a person has compared. */
const years = 2;

export function AddPartner(props: { onClose: () => void }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const id = useId();
  const [text, setText] = useState('');
  const [compared, setCompared] = useState(false);
  const [fault, setFault] = useState<string>();
  const act = useAct(exchangeContract.addPartner, {
    changes: [exchangeContract.listPartners, exchangeContract.listQueue],
  });
  const invitation = readInvitation(text);
  const add = async (): Promise<unknown> => {
    setFault(undefined);
    if (!invitation) return (setFault(say.invitationBad), false);
    if (!compared) return (setFault(say.comparedNeeded), false);
    const from = new Date();
    const until = new Date(from);
    until.setFullYear(from.getFullYear() + years);
    // The clocks of two districts are never quite the same.
    const validFrom = new Date(from.getTime() - 600_000).toISOString();
    return act.send({ body: { ...invitation, validFrom, validUntil: until.toISOString() } });
  };
  return (
    <ConfirmDialog open title={say.add} verb={say.addVerb} onConfirm={add} onClose={props.onClose} width={620}>
      <div className="exchange-part">
        <div>
          <label htmlFor={id}>{say.invitation}</label>
          <Input.TextArea
            id={id}
            rows={5}
            value={text}
            placeholder={say.invitationHint}
            maxLength={2000}
            onChange={(event) => {
              setText(event.target.value);
              setCompared(false);
              setFault(undefined);
            }}
          />
        </div>
        {invitation ? (
          <>
            <p>
              <strong>{invitation.name}</strong> <span className="yc-muted yc-numbers">{invitation.code}</span>{' '}
              <span className="yc-muted exchange-code">{invitation.baseUrl}</span>
            </p>
            <Fingerprint of={invitation.fingerprint} label={say.keys} />
            <Checkbox
              checked={compared}
              onChange={({ target }) => {
                setCompared(target.checked);
                setFault(undefined);
              }}
            >
              {say.compared}
            </Checkbox>
          </>
        ) : null}
        {fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
