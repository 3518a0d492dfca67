/** Every version of a department, outlet or window: who wrote it, when, and what was different then. */
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { placeWords } from './words.ts';

type Version = Readonly<Record<string, unknown>>;

/** The fields that this version has otherwise than the one before it. */
function changedFields(now: unknown, before: unknown): string[] {
  if (typeof now !== 'object' || !now || typeof before !== 'object' || !before) return [];
  return Object.keys(now).filter(
    (key) => JSON.stringify((now as Version)[key]) !== JSON.stringify((before as Version)[key]),
  );
}

export function ChangesButton(props: { id: string }): ReactNode {
  const say = useWords(placeWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        {say.history}
      </Button>
      <Modal open={open} title={say.history} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Changes id={props.id} />
      </Modal>
    </>
  );
}

function Changes({ id }: { id: string }): ReactNode {
  const say = useWords(placeWords);
  const query = useOp(officesContract.listChanges, { params: { id }, query: { limit: 100 } });
  const names: Readonly<Record<string, string>> = say.fields;
  return (
    <Query of={query} isEmpty={({ rows }) => rows.length === 0} empty={<p className="yc-muted">{say.noHistory}</p>}>
      {({ rows }) => (
        <ol className="yc-plain office-changes">
          {rows.map((row, at) => {
            const changed = changedFields(row.nowIs, rows[at + 1]?.nowIs)
              .map((key) => names[key])
              .filter((name) => name !== undefined);
            return (
              <li key={`${row.kind} ${row.version}`}>
                <strong>{say.acts[row.act]}</strong> · {row.changedBy} · <Instant at={row.at} />
                {row.act === 'update' && changed.length > 0 ? (
                  <div className="yc-muted yc-small">{say.changed(changed.join(' · '))}</div>
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
    </Query>
  );
}
