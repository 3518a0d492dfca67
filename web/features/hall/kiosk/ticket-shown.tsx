/** A number, as large as it is important: where to wait, how long, and what becomes of it on paper. */
import type { ReactNode } from 'react';
import type { TicketSeen } from '#modules/hall/contract';
import type { kiosksContract } from '#modules/kiosks/contract';
import type { ReplyOf } from '#platform/contract';
import { Finished, KioskPage, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { sayTime } from '#web/words/dates.ts';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { usePrintOut } from '../print-out.ts';
import { hallWords } from '../words.ts';
import { kioskHallWords } from './words.ts';

export type Taken = ReplyOf<typeof kiosksContract.takeTicketHere>;

export function TicketShown(props: Taken & { step: readonly [number, number] }): ReactNode {
  const { ticket, printId, step } = props;
  const say = useWords(kioskHallWords);
  const hall = useWords(hallWords);
  const language = useLanguage();
  const { portal } = useMachine();
  const zoneName = useZoneName(ticket.outletId);
  return (
    <KioskPage
      title={
        <>
          {say.yourNumber} <Number of={ticket} />
        </>
      }
      step={step}
      sub={pick(language, ticket.errandName, ticket.errandNameEn)}
    >
      <div className="kiosk-scan">
        <QrCode text={`${portal}/tickets/${ticket.code}`} what={say.code} size={300} />
        <div className="kiosk-lines">
          {ticket.windowNumber ? (
            <p className="kiosk-note">{say.window(ticket.windowNumber)}</p>
          ) : ticket.zone ? (
            <p>{say.zone(zoneName(ticket.zone))}</p>
          ) : null}
          {ticket.slotAt ? <p>{say.slot(sayTime(ticket.slotAt))}</p> : null}
          {ticket.ahead === null ? null : ticket.wait === null ? (
            <p>{say.noWindowYet}</p>
          ) : (
            <p>
              {say.ahead(ticket.ahead)} · {hall.range(ticket.wait)}
            </p>
          )}
          {printId === null ? <p className="yc-muted">{say.remember}</p> : <OnPaper printId={printId} />}
        </div>
      </div>
      <Finished />
    </KioskPage>
  );
}

/** Marked, so that it is said where the page is read aloud. */
const Number = ({ of: { number, windowNumber } }: { of: TicketSeen }): ReactNode => (
  <span className="kiosk-ticket yc-numbers" data-number={number} data-window={windowNumber ?? undefined}>
    {number}
  </span>
);

/** Whether the slip has come out; when it does not, the number on the screen is as good. */
function OnPaper({ printId }: { printId: string }): ReactNode {
  const say = useWords(kioskHallWords);
  const how = usePrintOut(printId);
  if (how === 'wait') return <p role="status">{say.printing}</p>;
  return (
    <p className={`kiosk-note${how === 'not' ? ' amber' : ''}`} role="status">
      {how === 'out' ? say.printed : say.notPrinted}
    </p>
  );
}
