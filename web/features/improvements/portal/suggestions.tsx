/** Suggesting an improvement, and what became of what one has suggested. */
import '../improvements.css';
import '../live.ts';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { improvementsContract, type SuggestionLine } from '#modules/improvements/contract';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { Instant } from '#web/ui/due.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Loading, Query } from '#web/ui/states.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { SuggestForm } from '../suggest-form.tsx';
import { improvementWords } from '../words.ts';

function Answers({ id }: { id: string }): ReactNode {
  const say = useWords(improvementWords);
  const language = useLanguage();
  const found = useOp(improvementsContract.getSuggestion, { params: { id } });
  return (
    <Query of={found} loading={<Loading rows={2} />}>
      {({ body, steps }) => (
        <>
          <p className="improvement-body">{body}</p>
          {steps.map(({ kind, at, text, plannedOn }) =>
            text || plannedOn ? (
              <div key={at} className="suggest-answer">
                <span className="yc-muted yc-small">
                  {say.kinds[kind]} <Instant at={at} /> {plannedOn ? say.planned(sayDay(plannedOn, language)) : ''}
                </span>
                <p>{text}</p>
              </div>
            ) : null,
          )}
        </>
      )}
    </Query>
  );
}

function Card({ row }: { row: SuggestionLine }): ReactNode {
  const say = useWords(improvementWords);
  const [open, setOpen] = useState(false);
  return (
    <article className="suggest-card">
      <h3>{row.title}</h3>
      <p className="yc-muted yc-small">
        {say.ownStates[row.state]} · {row.number} · <Instant at={row.suggestedAt} />
        {row.itemName ? ` · ${say.about(row.itemName)}` : ''}
      </p>
      {open ? <Answers id={row.id} /> : null}
      {open ? null : (
        <Button type="link" className="yc-flush" onClick={() => setOpen(true)}>
          {say.looks}
          <span className="yc-hidden"> {row.title}</span>
        </Button>
      )}
    </article>
  );
}

function Mine(): ReactNode {
  const say = useWords(improvementWords);
  const found = useOp(improvementsContract.mySuggestions, { query: { limit: 50 } });
  return (
    <section className="suggest-mine" aria-labelledby="my-suggestions">
      <h2 id="my-suggestions">{say.mine}</h2>
      <Query
        of={found}
        loading={<Loading rows={3} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={say.mineNone} />}
      >
        {({ rows }) => rows.map((row) => <Card key={row.id} row={row} />)}
      </Query>
    </section>
  );
}

function Suggestions(): ReactNode {
  const say = useWords(improvementWords);
  const me = useMe();
  const [asked] = useAsked();
  const { message } = App.useApp();
  return (
    <div>
      <PageHeader title={say.title} sub={say.portalLine} />
      {me ? (
        <>
          <SuggestForm itemId={asked.itemId} onSent={() => void message.success(say.sent)} />
          <Mine />
        </>
      ) : (
        <p>
          <Link to="/sign-in" search={{ next: '/suggestions' } as never}>
            {say.signIn}
          </Link>
        </p>
      )}
    </div>
  );
}

export const page = definePage({ Component: Suggestions });
