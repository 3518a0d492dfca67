/** The door of a page that one opens with the code of a ticket, for which no account is needed, or else signed in. */
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hallContract } from '#modules/hall/contract';
import type { ReplyOf } from '#platform/contract';
import { useOp } from '../client/query.ts';
import { useMe } from '../client/session.tsx';
import { useAsked } from './page.tsx';
import { Query } from './states.tsx';

interface Ways {
  say: { withTicket: (number: string) => string; signIn: string; signInNow: string };
  /** What whoever is signed in sees. */
  own: ReactNode;
  /** What whoever has the ticket sees. */
  byTicket: (ticket: ReplyOf<typeof hallContract.lookTicket>, code: string) => ReactNode;
}

/** The code lies in the address as `ticket`. */
export function ByTicket(props: Ways): ReactNode {
  const me = useMe();
  const { href } = useLocation();
  const [asked] = useAsked();
  if (asked.ticket) return <WithTicket code={asked.ticket} {...props} />;
  if (me) return props.own;
  return (
    <p>
      {props.say.signIn}{' '}
      <Link to="/sign-in" search={{ next: href } as never}>
        {props.say.signInNow}
      </Link>
    </p>
  );
}

function WithTicket({ code, say, byTicket }: Ways & { code: string }): ReactNode {
  const found = useOp(hallContract.lookTicket, { params: { code } });
  return (
    <Query of={found}>
      {(ticket) => (
        <>
          <p>{say.withTicket(ticket.number)}</p>
          {byTicket(ticket, code)}
        </>
      )}
    </Query>
  );
}
