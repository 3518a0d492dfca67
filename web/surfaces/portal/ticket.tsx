/** The page of a ticket, with the rating of the visit once it is over. */
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import { TicketPage } from '#web/features/hall/portal/ticket.tsx';
import { RateVisit } from '#web/features/ratings/portal/rate-box.tsx';
import { prefetch } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';

const RatedTicket = (): ReactNode => <TicketPage rating={(code) => <RateVisit code={code} />} />;

export const page = definePage({
  load: ({ params }) => prefetch(hallContract.lookTicket, { params: { code: params.code! } }),
  Component: RatedTicket,
});
