/** Adding a district: its invitation is pasted, its fingerprint compared by telephone. */
import { Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { exchangeContract, type Partner } from '#modules/exchange/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { readInvitation } from '../invitation.ts';
import { exchangeBenchWords } from './words.ts';

/** For how long a key is taken that a person has compared. */
const years = 2;

export function AddPartner(props: { partners: readonly Partner[]; onClose: () => void }): ReactNode {
  const say = useWords(exchangeBenchWords);
  const id = useId();
  const [text, setText] = useState('');
  const [compared, setCompared] = useState(false);
  const [fault, setFault] = useState<string>();
  const changes = [exchangeContract.listPartners, exchangeContract.listQueue];
  const act = useAct(exchangeContract.addPartner, { changes });
  const addKey = useAct(exchangeContract.addPartnerKey, { changes });
  const change = useAct(exchangeContract.changePartner, { changes });
  const own = useOp(exchangeContract.ownKey, {});
  const invitation = readInvitation(text);
  const known = props.partners.find(({ code }) => code === invitation?.code);
  const add = async (): Promise<unknown> => {
    setFault(undefined);
    if (!invitation) return (setFault(say.invitationBad), false);
    if (invitation.code === own.data?.code) return (setFault(say.ownInvitation), false);
    if (!compared) return (setFault(say.comparedNeeded), false);
    const from = new Date();
    const until = new Date(from);
    until.setFullYear(from.getFullYear() + years);
    // The clocks of two districts are never quite the same.
    const validFrom = new Date(from.getTime() - 600_000).toISOString();
    const holds = { validFrom, validUntil: until.toISOString() };
    if (!known) return act.send({ body: { ...invitation, ...holds } });
    const { publicKey, fingerprint, name, baseUrl } = invitation;
    const hasKey = known.keys.some((key) => key.fingerprint === fingerprint);
    const moved = known.name !== name || known.baseUrl !== baseUrl;
    if (hasKey && !moved) return (setFault(say.nothingNew), false);
    const params = { id: known.id };
    if (!hasKey) await addKey.send({ params, body: { publicKey, fingerprint, ...holds } });
    return moved ? change.send({ params, body: { name, baseUrl } }) : true;
  };
  return (
    <ConfirmDialog
      open
      title={say.add}
      verb={known ? say.knownVerb : say.addVerb}
      onConfirm={add}
      onClose={props.onClose}
      width={620}
    >
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
            {known ? <p>{say.known}</p> : null}
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
