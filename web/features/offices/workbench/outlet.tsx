/** One outlet: what it is, where it lies, when it is open, its windows, and what can be done there. */
import './live.ts';
import './offices.css';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract, type ItemLine } from '#modules/catalogue/contract';
import { officesContract, type Hours, type OutletRow } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { prefetch, readAgain, useOp } from '#web/client/query.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/due.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Query } from '#web/ui/states.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ChangesButton } from './changes.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { draftOfHours, saySpans } from './hours.ts';
import { hoursWords } from './hours-words.ts';
import { officeReadings } from './live.ts';
import { MapPlace } from './map-place.tsx';
import { RetireButton, RetiredTag, useMayEdit } from './office-page.tsx';
import { Opens } from './opens.tsx';
import { OutletEditor } from './outlet-editor.tsx';
import { useAllDepartments, useAllOutlets } from './reading.ts';
import { WindowTable } from './window-table.tsx';
import { placeWords } from './words.ts';

function OutletPage(): ReactNode {
  const id = useParam('id');
  const query = useOp(officesContract.getOutlet, { params: { id } });
  return <Query of={query}>{(outlet) => <TheOutlet outlet={outlet} />}</Query>;
}

function TheOutlet({ outlet }: { outlet: OutletRow }): ReactNode {
  const say = useWords(placeWords);
  const hoursSay = useWords(hoursWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const mayEdit = useMayEdit();
  const outlets = useAllOutlets();
  const departments = useAllDepartments();
  const hours = useOp(officesContract.getHours, { params: { id: outlet.id } });
  const [editing, setEditing] = useState<'outlet' | Hours>();
  const { fields } = say;
  const parent = outlets.all.find(({ id }) => id === outlet.parentId);
  const department = departments.all.find(({ id }) => id === outlet.departmentId);
  const facts: [string, ReactNode][] = [
    [fields.address, pick(language, outlet.address, outlet.addressEn)],
    [fields.telephone, outlet.telephone],
    [fields.parentId, parent ? pick(language, parent.name, parent.nameEn) : ''],
    [fields.departmentId, department ? pick(language, department.name, department.nameEn) : ''],
    [fields.areaCode, outlet.areaCode],
    [fields.key, outlet.key],
  ];
  const point =
    outlet.longitude === null || outlet.latitude === null
      ? undefined
      : { longitude: outlet.longitude, latitude: outlet.latitude };
  const saved = (name: string): void => {
    void message.success(name);
    void readAgain(...officeReadings);
  };
  return (
    <div className="office">
      <PageHeader
        title={pick(language, outlet.name, outlet.nameEn)}
        sub={`${say.kinds[outlet.kind]} · ${say.changedBy(outlet.changedBy)}`}
        back={{ to: '/offices/outlets', say: say.back }}
        tags={
          <>
            <RetiredTag at={outlet.retiredAt} />
            <Opens opening={outlet.opening} />
          </>
        }
        actions={
          mayEdit ? (
            <>
              <ChangesButton id={outlet.id} />
              <Button type="primary" onClick={() => setEditing('outlet')}>
                {say.edit.outlet}
              </Button>
            </>
          ) : null
        }
      />
      <div className="office-columns">
        <section className="yc-panel office-facts" aria-label={fields.place}>
          <dl>
            {facts
              .filter(([, value]) => value !== '')
              .map(([title, value]) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          {point ? (
            <MapPlace outlets={outlets.all.filter(({ id }) => id !== outlet.id)} value={point} />
          ) : (
            <p className="yc-muted">{say.noMap}</p>
          )}
        </section>
        <section className="yc-panel office-hours" aria-labelledby="outlet-hours">
          <div className="office-panel-head">
            <h2 id="outlet-hours">{say.hours}</h2>
            {mayEdit && hours.data ? (
              <Button size="small" onClick={() => setEditing(hours.data)}>
                {general.actions.edit}
              </Button>
            ) : null}
          </div>
          <Query
            of={hours}
            isEmpty={({ version }) => version === 0}
            empty={<p className="yc-muted">{say.hoursNone}</p>}
          >
            {(now) => <HoursShown hours={now} />}
          </Query>
        </section>
      </div>
      <section className="office-part" aria-labelledby="outlet-windows">
        <h2 id="outlet-windows">{say.windowCount}</h2>
        <WindowTable outletId={outlet.id} height="24rem" />
      </section>
      <section className="office-part" aria-labelledby="outlet-items">
        <h2 id="outlet-items">{say.items}</h2>
        {outlet.kind === 'hall' ? <p className="yc-muted">{say.itemsAll}</p> : null}
        <Items outletId={outlet.id} />
      </section>
      {editing === 'outlet' ? (
        <OutletEditor
          row={outlet}
          outlets={outlets.all}
          departments={departments.all}
          onClose={() => setEditing(undefined)}
          onSaved={(now) => saved(say.saved(now.name))}
          more={
            <RetireButton
              name={outlet.name}
              retired={outlet.retiredAt !== null}
              question={say.retireOutlet}
              onRetire={async (retired) => {
                const body = { version: outlet.version, retired };
                await call(officesContract.retireOutlet, { params: { id: outlet.id }, body });
                setEditing(undefined);
                await readAgain(...officeReadings);
              }}
            />
          }
        />
      ) : editing ? (
        <HoursEditor hours={editing} onClose={() => setEditing(undefined)} onSaved={() => saved(hoursSay.saved)} />
      ) : null}
    </div>
  );
}

function HoursShown({ hours }: { hours: Hours }): ReactNode {
  const say = useWords(hoursWords);
  const { weekly, exceptions } = draftOfHours(hours);
  return (
    <>
      <dl className="hours-shown">
        {say.weekdays.split(',').map((day, at) => (
          <div key={day}>
            <dt>{day}</dt>
            <dd className="yc-numbers">
              {saySpans(weekly[at] ?? []) || <span className="yc-muted">{say.closed}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {exceptions.length > 0 ? (
        <>
          <h3>{say.exceptions}</h3>
          <dl className="hours-shown">
            {exceptions.map(({ on, spans, note }) => (
              <div key={on}>
                <dt>
                  <Day on={on} />
                </dt>
                <dd className="yc-numbers">
                  {saySpans(spans) || say.closedThatDay}
                  {note ? <span className="yc-muted"> · {note}</span> : null}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  );
}

function Items({ outletId }: { outletId: string }): ReactNode {
  const say = useWords(placeWords);
  const language = useLanguage();
  const rows = useRows(catalogueContract.listItems, { query: { outletId } });
  const columns: Column<ItemLine>[] = [
    {
      key: 'name',
      title: say.fields.name,
      width: 14,
      grow: 3,
      render: (row) => pick(language, row.plainName ?? row.name, row.plainNameEn ?? row.nameEn),
    },
    { key: 'legal', title: say.items, width: 14, grow: 3, hidden: true, render: (row) => row.name },
    {
      key: 'department',
      title: say.fields.departmentId,
      width: 10,
      render: (row) => pick(language, row.departmentName, row.departmentNameEn),
    },
    {
      key: 'scope',
      title: say.windowCount,
      width: 5,
      grow: 0,
      render: ({ scope }) => (scope ? say.scopes[scope] : ''),
    },
  ];
  return (
    <DataTable
      name="outlet-items"
      label={say.items}
      columns={columns}
      rows={rows}
      rowKey={({ itemId }) => itemId}
      height="20rem"
    />
  );
}

export const page = definePage({
  roles: ['office', 'admin'],
  load: ({ params }) => prefetch(officesContract.getOutlet, { params: { id: params.id! } }),
  Component: OutletPage,
});
