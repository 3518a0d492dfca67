/** What the zones of a hall are called in English. Their Chinese name is the one that windows and errands carry. */
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { setupWords } from './setup-words.ts';

export function ZonesSetup({ outletId, mayChange }: { outletId: string; mayChange: boolean }): ReactNode {
  const say = useWords(setupWords);
  const found = useOp(hallContract.listZones, { params: { id: outletId } });
  if (!found.data || found.data.length === 0) return null;
  return (
    <section aria-labelledby="setup-zones">
      <h2 id="setup-zones">{say.zones}</h2>
      <ul className="yc-plain hall-setup-list">
        {found.data.map(({ zone, nameEn }) => (
          <OneZone key={`${zone} ${nameEn}`} outletId={outletId} zone={zone} nameEn={nameEn} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  );
}

function OneZone(props: { outletId: string; zone: string; nameEn: string; mayChange: boolean }): ReactNode {
  const { zone, nameEn } = props;
  const say = useWords(setupWords);
  const id = useId();
  const [draft, setDraft] = useState(nameEn);
  const act = useAct(hallContract.nameZone, { changes: [hallContract.listZones, hallContract.showSetup] });
  const send = () => act.send({ params: { id: props.outletId }, body: { zone, nameEn: draft.trim() } });
  return (
    <li>
      <label htmlFor={id}>
        <strong>{zone}</strong> <span className="yc-small yc-muted">{say.fields.nameEn}</span>
      </label>
      <form
        className="yc-row hall-zone-name"
        onSubmit={(event) => {
          event.preventDefault();
          void send().catch(() => {});
        }}
      >
        <Input
          id={id}
          value={draft}
          maxLength={80}
          disabled={!props.mayChange}
          onChange={({ target }) => setDraft(target.value)}
        />
        {props.mayChange ? (
          <Button
            htmlType="submit"
            loading={act.sending}
            disabled={draft.trim() === nameEn}
            aria-label={`${say.save} ${zone}`}
          >
            {say.save}
          </Button>
        ) : null}
      </form>
      <ProblemNote error={act.error} />
    </li>
  );
}
