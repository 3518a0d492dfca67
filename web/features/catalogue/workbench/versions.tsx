/** All versions of an item: when each was in force, who published or ended it and why; compare any two; cancel, withdraw. */
import './changes.css';
import './places.css';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract, type ItemBody, type ItemVersionLine } from '#modules/catalogue/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { Empty } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Comparison } from './changes.tsx';
import { catalogueReadings, useMayPublish } from './reading.ts';
import { StateTag } from './state-tag.tsx';
import { versionWords } from './version-words.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export type VersionRows = ReplyOf<typeof catalogueContract.listVersions>['rows'];

export function Versions(props: {
  itemId: string;
  rows: VersionRows;
  /** The draft, where there is one and this person may read it. */
  draft: { body: ItemBody; revision: number } | undefined;
}): ReactNode {
  const { itemId, rows, draft } = props;
  const say = useWords(versionWords);
  const mayPublish = useMayPublish();
  const [asked, ask] = useAsked();
  const [cancelling, setCancelling] = useState<number>();
  const [withdrawing, setWithdrawing] = useState(false);
  const cancel = useAct(catalogueContract.cancelVersion, { changes: catalogueReadings });
  const inForce = rows.find(({ state }) => state === 'published');
  const mayWithdraw = mayPublish && inForce !== undefined && inForce.endsOn === null;
  const numbers = [...(draft ? [0] : []), ...rows.map(({ version }) => version)];
  const chosen = (value: string | undefined): number | undefined => numbers.find((number) => String(number) === value);
  const to = chosen(asked.to) ?? numbers[0];
  const from =
    chosen(asked.from) ??
    (to === 0 ? (inForce?.version ?? rows[0]?.version) : rows.find(({ version }) => version < (to ?? 0))?.version);
  const nameOf = (version: number): string => (version === 0 ? say.draft : say.version(version));
  const options = numbers.map((number) => ({ value: number, label: nameOf(number) }));
  if (rows.length === 0 && !draft) return <Empty title={say.none}>{say.noneWhat}</Empty>;
  return (
    <div className="item-versions">
      <section aria-labelledby="versions-all">
        <div className="yc-row item-places-head">
          <h2 id="versions-all">{say.history}</h2>
          {mayWithdraw ? (
            <Button danger onClick={() => setWithdrawing(true)}>
              {say.withdraw}
            </Button>
          ) : null}
        </div>
        {rows.length === 0 ? (
          <Empty title={say.none}>{say.noneWhat}</Empty>
        ) : (
          <VersionTable
            rows={rows}
            onCompare={(version) =>
              ask({ to: String(version), from: String(rows.find((row) => row.version < version)?.version ?? '') })
            }
            onLook={(version) => ask({ part: 'guide', look: String(version) })}
            {...(mayPublish ? { onCancel: setCancelling } : {})}
          />
        )}
      </section>
      {from !== undefined && to !== undefined && numbers.length > 1 ? (
        <section aria-labelledby="versions-compare">
          <div className="yc-row">
            <h2 id="versions-compare">{say.compareTitle(nameOf(from), nameOf(to))}</h2>
            <Select
              aria-label={say.choose.from}
              value={from}
              options={options}
              onChange={(value: number) => ask({ from: String(value), to: String(to) })}
              style={{ width: '8rem' }}
            />
            <span>{say.choose.to}</span>
            <Select
              aria-label={say.choose.to}
              value={to}
              options={options}
              onChange={(value: number) => ask({ to: String(value), from: String(from) })}
              style={{ width: '8rem' }}
            />
          </div>
          <Comparison
            key={`${from}-${to}-${draft?.revision ?? 0}`}
            itemId={itemId}
            from={from}
            to={to}
            draft={draft?.body}
          />
        </section>
      ) : null}
      <ConfirmDialog
        open={cancelling !== undefined}
        title={say.cancelTitle(cancelling ?? 0)}
        verb={say.cancel}
        danger
        reason="needed"
        onClose={() => setCancelling(undefined)}
        onConfirm={(reason) =>
          cancel.send({ params: { id: itemId, version: cancelling! }, body: { reason: reason.slice(0, 500) } })
        }
      >
        <p>{say.cancelWhat}</p>
      </ConfirmDialog>
      <WithdrawDialog itemId={itemId} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </div>
  );
}

function VersionTable(props: {
  rows: readonly ItemVersionLine[];
  onCompare: (version: number) => void;
  onLook: (version: number) => void;
  onCancel?: (version: number) => void;
}): ReactNode {
  const say = useWords(versionWords);
  const language = useLanguage();
  const { columns } = say;
  const first = Math.min(...props.rows.map(({ version }) => version));
  return (
    <div className="item-table" role="region" aria-label={say.history} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[columns.version, columns.state, columns.span, columns.published, columns.note, columns.act].map(
              (title) => (
                <th key={title}>{title}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.version}>
              <td className="yc-numbers">{say.version(row.version)}</td>
              <td>
                <StateTag state={row.state} />
              </td>
              <td>
                {say.span(
                  sayDay(row.inForceFrom, language),
                  row.endsOn && row.state !== 'cancelled' ? sayDay(row.endsOn, language) : '',
                )}
              </td>
              <td>
                {row.publishedBy}{' '}
                <span className="yc-muted">
                  <Instant at={row.publishedAt} />
                </span>
              </td>
              <td>
                {row.note}
                {row.endedAt ? (
                  <div>
                    <StateTag state={row.state === 'cancelled' ? 'cancelled' : 'withdrawn'} /> {row.endedBy}{' '}
                    <span className="yc-muted">
                      <Instant at={row.endedAt} />
                    </span>{' '}
                    {row.endReason}
                  </div>
                ) : null}
              </td>
              <td>
                <span className="item-version-acts">
                  {row.version > first ? (
                    <Button type="link" onClick={() => props.onCompare(row.version)}>
                      {say.compare}
                    </Button>
                  ) : null}
                  <Button type="link" onClick={() => props.onLook(row.version)}>
                    {say.look}
                  </Button>
                  {props.onCancel && row.state === 'scheduled' ? (
                    <Button type="link" danger onClick={() => props.onCancel?.(row.version)}>
                      {say.cancel}
                    </Button>
                  ) : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
