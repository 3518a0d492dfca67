/** At a window: with the applicant's consent, what they have is found and used; without it nothing is looked up. */
import '../lockers.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type FittingEntry, type Found } from '#modules/lockers/contract';
import { call } from '#web/client/client.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { Loading, ProblemNote } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { Facts } from '../offer.tsx';
import { lockerWords } from '../words.ts';
import { ToCompare } from './to-compare.tsx';

export interface WindowLockerProps {
  itemId: string;
  /** Who applies. */
  party: { kind: 'person' | 'organisation'; id: string };
  /** Materials that are asked for now, with their names; only those that a locker can meet. */
  materials: readonly { id: string; name: string }[];
  /** The entries in use, by material. */
  used: Readonly<Record<string, string>>;
  onUse: (materialId: string, entryId: string) => void;
  onDrop: (materialId: string) => void;
}

export function WindowLocker(props: WindowLockerProps): ReactNode {
  const { itemId, party, materials } = props;
  const say = useWords(lockerWords);
  const owner = party.kind === 'person' ? { personId: party.id } : { organisationId: party.id };
  const standing = useOp(lockersContract.fittingEntries, { query: { itemId, ...owner } }, { staleTime: 600_000 });
  const [asked, setAsked] = useState<Found>();
  const act = useAct(lockersContract.askAtWindow);
  /** What was compared serves now. */
  const again = async (): Promise<void> => {
    const fresh = await call(lockersContract.fittingEntries, { query: { itemId, ...owner } });
    setAsked(fresh);
  };
  if (materials.length === 0) return null;
  const found = asked ?? (standing.data?.basis ? standing.data : undefined);
  const ask = (how: 'signed' | 'spoken'): void =>
    void act.send({ body: { consentId: act.key(), itemId, ...owner, how } }).then(setAsked, () => undefined);
  return (
    <section className="lockers-offer" aria-label={say.atWindow}>
      <strong>{say.atWindow}</strong>
      {found ? (
        <>
          <span className="yc-muted yc-small" role="status">
            {found.basis === 'standing' ? say.byStanding : say.byWindow}
          </span>
          <FoundRows {...props} found={found} />
          <ToCompare {...props} found={found} onCompared={again} />
        </>
      ) : standing.isPending ? (
        <Loading rows={1} />
      ) : (
        <>
          <span className="yc-muted yc-small">{say.atWindowLine}</span>
          <div className="yc-row">
            <Button size="small" loading={act.sending} onClick={() => ask('spoken')}>
              {say.saidYes}
            </Button>
            <Button size="small" loading={act.sending} onClick={() => ask('signed')}>
              {say.signedYes}
            </Button>
          </div>
        </>
      )}
      <ProblemNote error={act.error} />
    </section>
  );
}

function FoundRows(props: WindowLockerProps & { found: Found }): ReactNode {
  const { found, materials, used } = props;
  const say = useWords(lockerWords);
  const rows = materials.flatMap(({ id, name }) => {
    const entries = found.rows.find(({ materialId }) => materialId === id)?.entries ?? [];
    return entries.slice(0, 3).map((entry) => ({ id, name, entry }));
  });
  if (rows.length === 0) {
    const some = found.rows.some(
      ({ materialId, toCompare }) => toCompare.length > 0 && materials.some(({ id }) => id === materialId),
    );
    return some ? null : <span>{say.foundNone}</span>;
  }
  return (
    <ul className="yc-plain">
      {rows.map(({ id, name, entry }) => (
        <li key={`${id} ${entry.id}`}>
          <Facts entry={entry} />
          <UseButton
            inUse={used[id] === entry.id}
            name={name}
            entry={entry}
            onUse={() => props.onUse(id, entry.id)}
            onDrop={() => props.onDrop(id)}
          />
        </li>
      ))}
    </ul>
  );
}

function UseButton(props: {
  inUse: boolean;
  name: string;
  entry: FittingEntry;
  onUse: () => void;
  onDrop: () => void;
}): ReactNode {
  const say = useWords(lockerWords);
  const { inUse, name } = props;
  return (
    <Button
      size="small"
      type={inUse ? 'default' : 'primary'}
      aria-pressed={inUse}
      aria-label={`${inUse ? say.dontUse : say.use} ${name}`}
      onClick={inUse ? props.onDrop : props.onUse}
    >
      {inUse ? say.dontUse : say.use} · {name}
    </Button>
  );
}
