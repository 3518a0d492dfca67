/** Where a request stands: the page of its code, without an account. */
import '#web/ui/record.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { afterhoursContract, type RequestSeen } from '#modules/afterhours/contract';
import { stringifyPlain } from '#web/client/plain-search.ts';
import { prefetch, useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { colon, pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { askingAgain } from './again.ts';
import { askWords } from './words.ts';

function RequestPage(): ReactNode {
  const found = useOp(afterhoursContract.lookRequest, { params: { code: useParam('code') } }, { every: 30_000 });
  return <Query of={found}>{(row) => <Shown row={row} />}</Query>;
}

function Shown({ row }: { row: RequestSeen }): ReactNode {
  const say = useWords(askWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const again = askingAgain(row.outletId, asked.ticket);
  const [cancelling, setCancelling] = useState(false);
  const cancel = useAct(afterhoursContract.cancelRequest, {
    changes: [afterhoursContract.lookRequest, afterhoursContract.myRequests],
  });
  const mayCancel = row.state === 'asked' || row.state === 'granted';
  return (
    <div className="yc-record">
      <PageHeader
        title={pick(language, row.errandName, row.errandNameEn)}
        sub={`${shared.title} · ${row.number}`}
        back={{ to: again.to + stringifyPlain(again.search), say: shared.title }}
      />
      <section className="yc-record-card" aria-live="polite">
        <p className="yc-record-headline">{say.headlines[row.state]}</p>
        <p>
          {shared.when(
            sayDay(row.day, language),
            shared.periods[row.period],
            `${sayTime(row.beginsAt)}–${sayTime(row.endsAt)}`,
          )}
        </p>
        <p>
          {pick(language, row.outletName, row.outletNameEn)}
          {row.state === 'granted' && row.windowNumber ? ` · ${shared.window(row.windowNumber)}` : ''}
        </p>
        {row.reason ? (
          <p>
            {shared.reason}
            {colon()}
            {row.reason}
          </p>
        ) : null}
      </section>
      <div className="yc-row">
        {mayCancel ? <Button onClick={() => setCancelling(true)}>{say.cancel}</Button> : null}
        {row.state === 'refused' || row.state === 'unanswered' ? (
          <Link {...again} search={again.search as never} className="yc-button">
            {say.again}
          </Link>
        ) : null}
      </div>
      <p className="yc-muted yc-small">
        {say.keep} {say.code(row.code)}
      </p>
      <ConfirmDialog
        open={cancelling}
        title={say.cancel}
        verb={say.cancel}
        danger
        onClose={() => setCancelling(false)}
        onConfirm={() => cancel.send({ params: { code: row.code }, body: { actionId: cancel.key() } })}
      >
        <p>{say.cancelWhat}</p>
      </ConfirmDialog>
    </div>
  );
}

export const page = definePage({
  load: ({ params }) => prefetch(afterhoursContract.lookRequest, { params: { code: params.code! } }),
  Component: RequestPage,
});
