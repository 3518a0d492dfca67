/** A ticket as the browser prints it, 80 mm wide. */
import type { ReactNode } from 'react';
import type { TicketSeen } from '#modules/hall/contract';
import { QrCode } from '#web/ui/qr-code.tsx';
import { exactInstant } from '#web/words/dates.ts';
import { useZoneName } from '../zone-names.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { deskWords } from './words.ts';

export function Slip({ ticket }: { ticket: TicketSeen }): ReactNode {
  const say = useWords(deskWords);
  const language = useLanguage();
  const zoneName = useZoneName(ticket.outletId);
  return (
    <div className="hall-slip">
      <p>{pick(language, ticket.outletName, ticket.outletNameEn)}</p>
      <p className="hall-slip-number">{ticket.number}</p>
      <p>
        {pick(language, ticket.errandName, ticket.errandNameEn)} · {zoneName(ticket.zone)}
      </p>
      <p>{say.slipAhead(ticket.ahead ?? 0)}</p>
      <QrCode text={`${location.origin}/tickets/${ticket.code}`} what={say.slipScan} size={150} />
      <p>{say.slipScan}</p>
      <p>{say.slipCode(ticket.code)}</p>
      <p>{exactInstant(ticket.takenAt)}</p>
    </div>
  );
}
