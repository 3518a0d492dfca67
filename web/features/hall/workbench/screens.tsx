/** The screens of a hall: what each shows, since when one is dark, how calls are said, and what is posted. */
import './halls.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { hallContract, type ScreenLine } from '#modules/hall/contract';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { Postings } from './postings.tsx';
import { ScreenDialog } from './screen-dialog.tsx';
import { useZoneName } from '../zone-names.ts';
import { screensWords } from './screens-words.ts';
import { VoiceForm } from './voice-form.tsx';

const changes = [hallContract.listScreens];

function Screens(): ReactNode {
  const say = useWords(screensWords);
  const id = useParam('id');
  const me = useMe();
  const mayChange = hasRole(me, ['office', 'admin']);
  const [editing, setEditing] = useState<ScreenLine | 'new'>();
  const zoneName = useZoneName(id);
  const found = useOp(hallContract.listScreens, { params: { id } }, { every: 15_000 });
  return (
    <div className="hall-page">
      <PageHeader
        title={say.title}
        sub={say.sub}
        back={{ to: '/hall', search: { hall: id }, say: say.back }}
        actions={
          mayChange ? (
            <Button type="primary" onClick={() => setEditing('new')}>
              {say.add}
            </Button>
          ) : null
        }
      />
      <Query of={found}>
        {({ screens, voice, zones }) => (
          <>
            {screens.length === 0 ? <Empty title={say.none}>{say.noneWhat}</Empty> : null}
            <ul className="yc-plain hall-screens">
              {screens.map((screen) => (
                <OneScreen
                  key={screen.id}
                  screen={screen}
                  zoneName={zoneName}
                  {...(mayChange ? { onEdit: () => setEditing(screen) } : {})}
                />
              ))}
            </ul>
            <VoiceForm key={JSON.stringify(voice)} outletId={id} voice={voice} mayChange={mayChange} />
            <Postings outletId={id} mayChange={mayChange} />
            {editing ? (
              <ScreenDialog
                outletId={id}
                zones={zones}
                screen={editing === 'new' ? undefined : editing}
                onClose={() => setEditing(undefined)}
              />
            ) : null}
          </>
        )}
      </Query>
    </div>
  );
}

function OneScreen(props: { screen: ScreenLine; zoneName: (zone: string) => string; onEdit?: () => void }): ReactNode {
  const { screen, zoneName, onEdit } = props;
  const say = useWords(screensWords);
  const language = useLanguage();
  const [retiring, setRetiring] = useState(false);
  const renew = useAct(hallContract.renewScreenCode, { changes });
  const retire = useAct(hallContract.retireScreen, { changes });
  const { shows, zone, windowNumber, code, seenAt, darkSince, openedAt } = screen;
  return (
    <li className={darkSince ? 'hall-screen dark' : 'hall-screen'}>
      <strong>{screen.name}</strong>
      <span>{say.showsWhat(shows, zone && zoneName(zone), windowNumber)}</span>
      <span className="yc-small">
        {darkSince
          ? say.dark(sayInstant(darkSince, language))
          : seenAt
            ? say.seen(sayInstant(seenAt, language))
            : openedAt
              ? ''
              : say.never}
        {shows === 'zone' ? ` · ${screen.sound ? say.withSound : say.mute}` : ''}
      </span>
      {code ? (
        <span>
          {say.code} <strong className="yc-numbers hall-code">{code.replace(/(.{4})/, '$1 ')}</strong>
          <span className="yc-muted yc-small"> {say.codeWhere(`${location.origin}/hall/wall`)}</span>
        </span>
      ) : null}
      {onEdit ? (
        <span className="yc-row">
          <Button size="small" onClick={onEdit} aria-label={`${say.change} ${screen.name}`}>
            {say.change}
          </Button>
          <Button
            size="small"
            loading={renew.sending}
            onClick={() => void renew.send({ params: { id: screen.id } }).catch(() => {})}
            aria-label={`${say.newCode} ${screen.name}`}
          >
            {say.newCode}
          </Button>
          <Button size="small" onClick={() => setRetiring(true)} aria-label={`${say.retire} ${screen.name}`}>
            {say.retire}
          </Button>
        </span>
      ) : null}
      <ProblemNote error={renew.error} />
      <ConfirmDialog
        open={retiring}
        title={say.retireTitle(screen.name)}
        verb={say.retire}
        danger
        onClose={() => setRetiring(false)}
        onConfirm={() => retire.send({ params: { id: screen.id } })}
      >
        <p>{say.retireWhat}</p>
      </ConfirmDialog>
    </li>
  );
}

export const page = definePage({
  roles: ['head', 'office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(hallContract.listScreens, { params: { id: params.id! } }),
  Component: Screens,
});
