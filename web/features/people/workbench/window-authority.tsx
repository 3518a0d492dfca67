/** An authority recorded at the window: who may act, in what, until when, and the paper that was seen. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { ItemPicker, type PickedItem } from '../portal/item-picker.tsx';
import { FindParty, type FoundParty } from './find-party.tsx';
import type { WindowParty } from './window-authorities.tsx';
import { windowWords } from './window-words.ts';

/** The last day that an authority may name: five years on, as the rules of authority say. */
const latest = (day: string): string => `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`;

export function WindowAuthority(props: {
  party: WindowParty;
  onClose: () => void;
  onDone: () => Promise<void>;
}): ReactNode {
  const { party } = props;
  const say = useWords(windowWords);
  const [agent, setAgent] = useState<FoundParty>();
  const [kind, setKind] = useState<'agent' | 'legalRepresentative'>('agent');
  const [items, setItems] = useState<readonly PickedItem[]>([]);
  const [untilOn, setUntilOn] = useState('');
  const [checked, setChecked] = useState(false);
  // Whoever represents the company does so in everything, for as long as the licence says so.
  const inAll = party.kind === 'organisation' && kind === 'legalRepresentative';
  const wrongDay = !inAll && untilOn !== '' && (untilOn < today() || untilOn > latest(today()));
  return (
    <ConfirmDialog
      open
      title={say.authority}
      verb={say.authorityGo}
      reason="needed"
      reasonLabel={say.paper}
      width={680}
      onClose={props.onClose}
      onConfirm={async (reason) => {
        setChecked(true);
        if (!agent || wrongDay) return false;
        await call(peopleContract.recordAuthority, {
          body: {
            ...(party.kind === 'person'
              ? { principalPersonId: party.id }
              : { principalOrganisationId: party.id, kind }),
            agentPersonId: agent.id,
            itemCodes: inAll || items.length === 0 ? null : items.map(({ code }) => code),
            untilOn: inAll || untilOn === '' ? null : untilOn,
            reason: reason.slice(0, 300),
          },
        });
        await props.onDone();
      }}
    >
      <p>{say.authorityWhat}</p>
      {agent ? (
        <p className="yc-row">
          <span>
            {say.agent} <strong>{agent.name}</strong> <span className="yc-numbers">{agent.number}</span>
          </span>
          <Button size="small" onClick={() => setAgent(undefined)}>
            {say.change}
          </Button>
        </p>
      ) : (
        <FindParty focus peopleOnly masked label={say.agentNumber} onFound={setAgent} />
      )}
      {checked && !agent ? (
        <p className="yc-fault" role="alert">
          {say.agentNeeded}
        </p>
      ) : null}
      {party.kind === 'organisation' ? (
        <EditSelect
          label={say.kind}
          value={kind}
          options={(['agent', 'legalRepresentative'] as const).map((value) => ({ value, label: say.kinds[value] }))}
          onChange={(value) => value && setKind(value)}
        />
      ) : null}
      {inAll ? null : (
        <>
          <ItemPicker label={say.items} hint={say.itemsHint} value={items} onChange={setItems} />
          <EditText
            label={say.untilOn}
            hint={say.untilHint}
            kind="date"
            optional
            value={untilOn}
            fault={checked && wrongDay ? say.untilWrong : undefined}
            onChange={setUntilOn}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
