/** A number, as large as it is important: where to wait, how long, and what becomes of it on paper. */
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import type { kiosksContract } from '#modules/kiosks/contract';
import type { ReplyOf } from '#platform/contract';
import { useOp } from '#web/client/query.ts';
import { KioskPage, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { kioskHallWords } from './words.ts';

export type Taken = ReplyOf<typeof kiosksContract.takeTicketHere>;

export function TicketShown(props: Taken & { step: readonly [number, number] }): ReactNode {
  const { ticket, printId, step } = props;
  const say = useWords(kioskHallWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const { portal } = useMachine();
  return (
    <KioskPage
      title={
        <>
          {say.yourNumber} <span className="kiosk-ticket yc-numbers">{ticket.number}</span>
        </>
      }
      step={step}
      sub={pick(language, ticket.errandName, ticket.errandNameEn)}
    >
      <div className="kiosk-scan">
        <QrCode text={`${portal}/tickets/${ticket.code}`} what={say.code} size={300} />
        <div className="kiosk-lines">
          {ticket.zone ? <p>{say.zone(ticket.zone)}</p> : null}
          {ticket.slotAt ? <p>{say.slot(sayTime(ticket.slotAt))}</p> : null}
          {ticket.ahead === null ? null : <p>{say.ahead(ticket.ahead)}</p>}
          <p>{ticket.wait === null ? hall.noWindow : hall.range(ticket.wait)}</p>
          {printId === null ? <p className="yc-muted">{say.remember}</p> : <OnPaper printId={printId} />}
        </div>
      </div>
    </KioskPage>
  );
}

/** Whether the slip has come out; when it does not, the number on the screen is as good. */
function OnPaper({ printId }: { printId: string }): ReactNode {
  const say = useWords(kioskHallWords);
  const found = useOp(hallContract.showPrint, { params: { id: printId } }, { every: 2_000 });
  const state = found.data?.state;
  const stuck = state === 'failed' || ['paperOut', 'coverOpen', 'fault', 'offline'].includes(found.data?.printer ?? '');
  if (state === 'printed')
    return (
      <p className="kiosk-note" role="status">
        {say.printed}
      </p>
    );
  return stuck || found.error ? (
    <p className="kiosk-note amber" role="status">
      {say.notPrinted}
    </p>
  ) : (
    <p role="status">{say.printing}</p>
  );
}
