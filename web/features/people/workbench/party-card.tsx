/** Who applies, masked; all of it after a reason was given, which is recorded. */
import './party-card.css';
import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type PersonShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useWords } from '#web/words/language.ts';
import { partyWords } from './party-words.ts';

export interface Party {
  id: string;
  kind: 'person' | 'organisation';
  name: string;
  number: string;
  phone: string;
}

/** One party of a case. `about` is what the reason begins with: the case's number. */
export function PartyCard(props: { party: Party; title: string; about: string }): ReactNode {
  const { party } = props;
  const say = useWords(partyWords);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<PersonShape>();
  const mayUnmask = party.kind === 'person' && hasRole(me, ['clerk', 'examiner', 'head', 'office', 'auditor']);
  const rows: [string, string][] = [
    [party.kind === 'organisation' ? say.creditCode : say.idNumber, whole?.idNumber ?? party.number],
    [say.phone, whole?.phone ?? party.phone],
    ...(whole?.address ? [[say.address, whole.address] as [string, string]] : []),
    ...(whole?.email ? [[say.email, whole.email] as [string, string]] : []),
  ];
  return (
    <section className="party" aria-label={`${props.title} ${party.name}`}>
      <div className="party-head">
        <div>
          <div className="yc-muted yc-small">{props.title}</div>
          <strong>{whole?.name ?? party.name}</strong>
        </div>
        {mayUnmask && !whole ? (
          <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)}>
            {say.unmask}
          </Button>
        ) : null}
        {whole ? (
          <Button size="small" onClick={() => setWhole(undefined)}>
            {say.mask}
          </Button>
        ) : null}
      </div>
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="yc-numbers">{value}</dd>
            </div>
          ))}
      </dl>
      <ConfirmDialog
        open={asking}
        title={say.unmask}
        verb={say.unmaskGo}
        reason="needed"
        reasonLabel={say.unmaskReason}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          const body = { reason: `${props.about} ${reason}`.slice(0, 300) };
          setWhole(await call(peopleContract.unmaskPerson, { params: { id: party.id }, body }));
        }}
      >
        <p className="yc-muted">{say.unmaskWhat}</p>
      </ConfirmDialog>
    </section>
  );
}
