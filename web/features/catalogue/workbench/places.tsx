/** Where an item is handed down to: outlets that take it now, with how far; hand down, take back, and the history. */
import './places.css';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Day, Instant } from '#web/ui/due.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { oneByOne, pick, useLanguage, useWords } from '#web/words/language.ts';
import type { Offer as Planned } from './hand-down.ts';
import { HandDownDialog } from './hand-down-dialog.tsx';
import { placesWords } from './places-words.ts';
import { catalogueReadings, useMayPublish, useOutlets } from './reading.ts';

type Offer = Planned & { itemId: string; handedDownAt: string; handedDownBy: string };

export function Places(props: { item: { itemId: string; name: string; plainName?: string | undefined } }): ReactNode {
  const { item } = props;
  const say = useWords(placesWords);
  const language = useLanguage();
  const mayPublish = useMayPublish();
  const offers = useOp(catalogueContract.listOffers, { params: { id: item.itemId } });
  const outlets = useOutlets();
  const takeBack = useAct(catalogueContract.takeBack, { changes: catalogueReadings });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handing, setHanding] = useState(false);
  const [taking, setTaking] = useState(false);
  const nameOf = (outletId: string): string => {
    const outlet = outlets.data?.find(({ id }) => id === outletId);
    return outlet ? pick(language, outlet.name, outlet.nameEn) : '…';
  };
  return (
    <div className="item-places">
      <div className="yc-row item-places-head">
        <p className="yc-muted">{say.what}</p>
        {mayPublish ? (
          <span className="yc-row">
            {chosen.size > 0 ? (
              <>
                <span role="status">{say.chosenShort(chosen.size)}</span>
                <Button danger onClick={() => setTaking(true)}>
                  {say.takeBack}
                </Button>
              </>
            ) : null}
            <Button type="primary" onClick={() => setHanding(true)}>
              {say.handDown}
            </Button>
          </span>
        ) : null}
      </div>
      <Query of={offers}>
        {({ rows }) => {
          const open = rows.filter(({ untilDay }) => untilDay === null);
          const ended = rows.filter(({ untilDay }) => untilDay !== null);
          return (
            <>
              <section aria-labelledby="places-now">
                <h2 id="places-now">
                  {say.now} <span className="yc-muted yc-numbers">{open.length}</span>
                </h2>
                {open.length === 0 ? (
                  <Empty title={say.nowNone}>{say.nowNoneWhat}</Empty>
                ) : (
                  <OfferTable
                    rows={open}
                    nameOf={nameOf}
                    {...(mayPublish ? { chosen, onChoose: setChosen } : {})}
                    label={say.now}
                  />
                )}
              </section>
              {ended.length > 0 ? (
                <section aria-labelledby="places-history">
                  <h2 id="places-history">{say.history}</h2>
                  <OfferTable rows={ended} nameOf={nameOf} label={say.history} />
                </section>
              ) : null}
            </>
          );
        }}
      </Query>
      {handing ? <HandDownDialog act="handDown" items={[item]} onClose={() => setHanding(false)} /> : null}
      <ConfirmDialog
        open={taking}
        title={say.takeBack}
        verb={say.takeBack}
        danger
        onClose={() => setTaking(false)}
        onConfirm={async () => {
          await takeBack.send({ params: { id: item.itemId }, body: { outletIds: [...chosen] } });
          setChosen(new Set());
        }}
      >
        <p>{say.takeBackWhat(chosen.size)}</p>
        <p className="yc-muted">{oneByOne([...chosen].map(nameOf))}</p>
      </ConfirmDialog>
    </div>
  );
}

function OfferTable(props: {
  rows: readonly Offer[];
  label: string;
  nameOf: (outletId: string) => string;
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { rows, chosen, onChoose } = props;
  const say = useWords(placesWords);
  const { columns } = say;
  const tick = (outletId: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(outletId);
    else next.delete(outletId);
    onChoose?.(next);
  };
  return (
    <div className="item-table" role="region" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>
              {onChoose ? (
                <Checkbox
                  aria-label={say.tickAll}
                  checked={rows.length > 0 && rows.every(({ outletId }) => chosen?.has(outletId))}
                  onChange={({ target }) =>
                    onChoose(new Set(target.checked ? rows.map(({ outletId }) => outletId) : []))
                  }
                />
              ) : null}{' '}
              {columns.outlet}
            </th>
            <th>{columns.scope}</th>
            <th>{columns.from}</th>
            <th>{columns.until}</th>
            <th>{columns.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.outletId}-${row.handedDownAt}`}>
              <td>
                {onChoose ? (
                  <Checkbox
                    checked={chosen?.has(row.outletId) ?? false}
                    onChange={({ target }) => tick(row.outletId, target.checked)}
                  >
                    {props.nameOf(row.outletId)}
                  </Checkbox>
                ) : (
                  props.nameOf(row.outletId)
                )}
              </td>
              <td>{say.scopes[row.scope]}</td>
              <td>
                <Day on={row.fromDay} />
              </td>
              <td>{row.untilDay ? <Day on={row.untilDay} /> : say.forever}</td>
              <td>
                {row.handedDownBy}{' '}
                <span className="yc-muted">
                  <Instant at={row.handedDownAt} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
