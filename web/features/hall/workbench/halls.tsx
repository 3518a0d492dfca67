/** A hall now: what waits for what, every window with who is there; what a window does is changed here. */
import './desk.css';
import './halls.css';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type Overview } from '#modules/hall/contract';
import { onLive } from '#web/client/live.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { useMinutes } from './desk-lists.tsx';
import { DutyDialog } from './duty-dialog.tsx';
import { OpenPlace } from './open-place.tsx';
import { overviewWords } from './overview-words.ts';
import { WaitingDialog } from './waiting.tsx';
import { waitingWords } from './waiting-words.ts';

onLive('hall.', [hallContract.showHall, hallContract.listWaiting]);

type Window = Overview['windows'][number];

function Halls(): ReactNode {
  const say = useWords(overviewWords);
  const language = useLanguage();
  const me = useMe();
  const [asked, ask] = useAsked();
  const places = useOp(hallContract.listPlaces, {}, { every: 60_000 });
  const mayOpen = hasRole(me, ['office', 'admin']);
  // An administrator sets halls up, and sees nothing of who waits.
  const sees = hasRole(me, ['head', 'office', 'auditor']);
  const nowhere = (
    <>
      <Empty title={say.none}>{say.noneWhat}</Empty>
      {mayOpen ? <OpenPlace known={[]} /> : null}
    </>
  );
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={nowhere}>
      {(all) => {
        const place = all.find(({ outletId }) => outletId === asked.hall) ?? all[0]!;
        return (
          <div className="hall-page">
            <PageHeader
              title={pick(language, place.name, place.nameEn)}
              sub={sees ? say.sub : say.subSetup}
              actions={
                <>
                  {all.length > 1 ? (
                    <Select
                      aria-label={say.choose}
                      value={place.outletId}
                      onChange={(hall) => ask({ hall })}
                      options={all.map(({ outletId, name, nameEn }) => ({
                        value: outletId,
                        label: pick(language, name, nameEn),
                      }))}
                      style={{ width: '16rem', maxWidth: '100%' }}
                    />
                  ) : null}
                  {sees ? (
                    <Link to="/hall/floor" search={{ hall: place.outletId } as never} className="yc-button quiet">
                      {say.floor}
                    </Link>
                  ) : null}
                  <Link to="/hall/$id/screens" params={{ id: place.outletId } as never} className="yc-button quiet">
                    {say.screens}
                  </Link>
                  {hasRole(me, ['office', 'admin', 'auditor']) ? (
                    <Link to="/hall/$id/setup" params={{ id: place.outletId } as never} className="yc-button quiet">
                      {say.setup}
                    </Link>
                  ) : null}
                  {sees ? (
                    <Link to="/hall/waits" search={{ hall: place.outletId } as never} className="yc-button quiet">
                      {say.truth}
                    </Link>
                  ) : null}
                  <a href={`/hall/screen/${place.outletId}`} className="yc-button quiet">
                    {say.screen}
                  </a>
                </>
              }
            />
            {sees ? <Hall outletId={place.outletId} /> : null}
            {mayOpen ? <OpenPlace known={all.map(({ outletId }) => outletId)} /> : null}
          </div>
        );
      }}
    </Query>
  );
}

function Hall({ outletId }: { outletId: string }): ReactNode {
  const found = useOp(hallContract.showHall, { params: { id: outletId } }, { every: 15_000 });
  return (
    <Query of={found}>
      {(now) => (
        <>
          <Errands outletId={outletId} now={now} />
          <Windows outletId={outletId} now={now} />
          <Rule now={now} />
        </>
      )}
    </Query>
  );
}

function Errands({ outletId, now }: { outletId: string; now: Overview }): ReactNode {
  const say = useWords(overviewWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const waitingSay = useWords(waitingWords);
  const me = useMe();
  const minutes = useMinutes();
  const [shown, setShown] = useState<Overview['errands'][number]>();
  return (
    <section aria-labelledby="hall-errands">
      <h2 id="hall-errands">{say.waiting}</h2>
      <ul className="yc-plain hall-errands">
        {now.errands.map((errand) => (
          <li key={errand.id} className={errand.windows === 0 && errand.waiting > 0 ? 'hall-alone' : ''}>
            <span className="yc-small">
              {errand.prefix} {pick(language, errand.name, errand.nameEn)}
            </span>
            <span className="yc-row">
              <strong className="yc-numbers">{hall.people(errand.waiting)}</strong>
              {errand.waiting > 0 ? (
                <Button size="small" onClick={() => setShown(errand)} aria-label={`${waitingSay.see} ${errand.prefix}`}>
                  {waitingSay.see}
                </Button>
              ) : null}
            </span>
            <span className="yc-muted yc-small">
              {errand.windows === 0 ? hall.noWindow : say.windows(errand.windows)}
              {errand.longestSince ? ` · ${say.longest(minutes(errand.longestSince))}` : ''}
              {errand.takes === 'full' ? ` · ${say.full}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {shown ? (
        <WaitingDialog
          outletId={outletId}
          errand={{ id: shown.id, name: pick(language, shown.name, shown.nameEn) }}
          mayWithdraw={hasRole(me, ['office'])}
          onClose={() => setShown(undefined)}
        />
      ) : null}
    </section>
  );
}

function Windows({ outletId, now }: { outletId: string; now: Overview }): ReactNode {
  const say = useWords(overviewWords);
  const [changing, setChanging] = useState<Window>();
  const [closing, setClosing] = useState<Window>();
  const zoneName = useZoneName(outletId);
  const zones = [...new Set(now.windows.map(({ zone }) => zone))];
  return (
    <section aria-labelledby="hall-windows">
      <h2 id="hall-windows">
        {say.windowsTitle}{' '}
        <span className="yc-muted yc-small">
          {say.open(now.windows.filter(({ state }) => state !== 'closed').length, now.windows.length)}
        </span>
      </h2>
      {zones.map((zone) => (
        <div key={zone}>
          <h3>{zoneName(zone)}</h3>
          <ul className="yc-plain hall-windows">
            {now.windows
              .filter((window) => window.zone === zone)
              .map((window) => (
                <OneWindow
                  key={window.id}
                  window={window}
                  now={now}
                  {...(window.mayRun ? { onDuty: () => setChanging(window), onClose: () => setClosing(window) } : {})}
                />
              ))}
          </ul>
        </div>
      ))}
      {changing ? <DutyDialog now={now} window={changing} onClose={() => setChanging(undefined)} /> : null}
      {closing ? <CloseDialog window={closing} onClose={() => setClosing(undefined)} /> : null}
    </section>
  );
}

/** Closing a window for somebody who has gone; when that would strand people, it has to be said twice. Who is called there waits again then, and counts. */
function CloseDialog({ window, onClose }: { window: Window; onClose: () => void }): ReactNode {
  const say = useWords(overviewWords);
  const [evenSo, setEvenSo] = useState(false);
  const act = useAct(hallContract.closeWindow, { changes: [hallContract.showHall] });
  return (
    <ConfirmDialog
      open
      title={say.closeTitle(window.number)}
      verb={say.close}
      onClose={onClose}
      onConfirm={() => act.send({ params: { id: window.id }, body: { evenSo } })}
    >
      <div className="yc-stack">
        <p>{say.closeWhat}</p>
        {act.error?.code === 'hall.lastForErrand' ? (
          <Checkbox checked={evenSo} onChange={({ target }) => setEvenSo(target.checked)}>
            {say.closeAlone(Number(act.error.facts.waiting))}
          </Checkbox>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}

function OneWindow(props: { window: Window; now: Overview; onDuty?: () => void; onClose?: () => void }): ReactNode {
  const { window } = props;
  const say = useWords(overviewWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const minutes = useMinutes();
  const { ticket } = window;
  const does = props.now.errands.filter(({ id }) => window.errandIds.includes(id)).map(({ prefix }) => prefix);
  return (
    <li className={`hall-window ${window.state}`}>
      <span className="yc-row">
        <strong className="yc-numbers">{window.number}</strong>
        <span className="yc-small">{say.states[window.state]}</span>
      </span>
      <span className="yc-small">{pick(language, window.name, window.nameEn)}</span>
      <span className="yc-small">{window.clerkName ?? ' '}</span>
      <span className="yc-small yc-numbers">
        {ticket ? `${ticket.number} · ${hall.states[ticket.state]} ${say.since(minutes(ticket.since))}` : ' '}
      </span>
      {window.cases.map(({ id, number }) => (
        <Link key={id} to="/cases/$id" params={{ id } as never} className="yc-small yc-numbers">
          {number}
        </Link>
      ))}
      <span className="yc-muted yc-small" title={does.join(' ')}>
        {does.length === 0 ? say.nothing : does.length === props.now.errands.length ? say.everything : does.join(' ')}
      </span>
      {props.onDuty ? (
        <span className="yc-row">
          <Button size="small" onClick={props.onDuty} aria-label={`${say.duty} ${window.number}`}>
            {say.duty}
          </Button>
          {window.state === 'closed' ? null : (
            <Button size="small" onClick={props.onClose!} aria-label={`${say.close} ${window.number}`}>
              {say.close}
            </Button>
          )}
        </span>
      ) : null}
    </li>
  );
}

function Rule({ now }: { now: Overview }): ReactNode {
  const say = useWords(overviewWords);
  return (
    <section className="yc-panel" aria-labelledby="hall-rule">
      <h2 id="hall-rule">{say.rule}</h2>
      <p>{say.ruleIs(now.settings)}</p>
      <p className="yc-muted">{say.bound(now.settings.boundMinutes)}</p>
    </section>
  );
}

export const page = definePage({ roles: ['head', 'office', 'admin', 'auditor'], Component: Halls });
