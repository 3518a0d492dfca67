/** Acting for others: for whom I may act, who may act for me, my organisations. */
import './people.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type AuthorityShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useAct, useOp } from '#web/client/query.ts';
import { useMe, useSession } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote, Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { TextField } from './fields.tsx';
import { sayCreditFault } from './id-fault.ts';
import { peopleWords } from './words.ts';

function Acting(): ReactNode {
  const say = useWords(peopleWords);
  const me = useMe();
  const [asked] = useAsked();
  const found = useOp(peopleContract.myAuthorities, {}, { enabled: Boolean(me?.person) });
  const [ending, setEnding] = useState<{ authority: AuthorityShape; mine: boolean }>();
  const { changed } = useSession();
  const lines = (list: readonly AuthorityShape[], mine: boolean): ReactNode => (
    <ul className="yc-plain people-lines">
      {list.map((authority) => (
        <li key={authority.id}>
          <AuthorityLine authority={authority} name={mine ? authority.principal.name : authority.agent.name} />
          {authority.inForce && authority.kind !== 'legalRepresentative' ? (
            <Button onClick={() => setEnding({ authority, mine })}>{mine ? say.giveUp : say.revoke}</Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
  const who = ending && (ending.mine ? ending.authority.principal.name : ending.authority.agent.name);
  return (
    <div className="people-narrow">
      <PageHeader title={say.acting} sub={say.actingLine} back={{ to: '/mine', say: say.backMine }} />
      {asked.granted ? (
        <p className="people-said" role="status">
          {say.granted(asked.granted)}
        </p>
      ) : null}
      {asked.added ? (
        <p className="people-said" role="status">
          {say.added(asked.added)}
        </p>
      ) : null}
      {me?.person ? (
        <Query of={found}>
          {({ received, given: all }) => {
            // Oneself, at the head of one's own company, is nobody else.
            const given = all.filter(({ agent }) => agent.id !== me.person?.id);
            return (
              <>
                <section className="people-part" aria-labelledby="may-for">
                  <h2 id="may-for">{say.mayFor}</h2>
                  {received.length === 0 ? <p className="yc-muted">{say.mayForNone}</p> : lines(received, true)}
                </section>
                <section className="people-part" aria-labelledby="given">
                  <h2 id="given">{say.given}</h2>
                  {given.length === 0 ? <p className="yc-muted">{say.givenNone}</p> : lines(given, false)}
                  <div>
                    <Link to="/mine/acting/new" className="yc-button">
                      {say.grant}
                    </Link>
                  </div>
                </section>
                <AddOrganisation />
              </>
            );
          }}
        </Query>
      ) : (
        <p>{say.mayForNone}</p>
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title={ending?.mine ? say.giveUpTitle(who ?? '') : say.revokeTitle(who ?? '')}
        verb={ending?.mine ? say.giveUp : say.revoke}
        danger
        onConfirm={async () => {
          await call(peopleContract.revokeAuthority, { params: { id: ending!.authority.id }, body: { reason: '' } });
          await readAgain(peopleContract.myAuthorities);
          await changed();
        }}
        onClose={() => setEnding(undefined)}
      >
        <p>{say.revokeLine}</p>
      </ConfirmDialog>
    </div>
  );
}

function AuthorityLine(props: { authority: AuthorityShape; name: string }): ReactNode {
  const { authority, name } = props;
  const say = useWords(peopleWords);
  const language = useLanguage();
  const { kind, itemCodes, untilOn, inForce, principal } = authority;
  const parts = [
    say.kinds[kind],
    principal.kind === 'organisation' && principal.name !== name ? principal.name : '',
    itemCodes ? say.someItems(itemCodes.length) : say.allItems,
    untilOn ? say.untilDay(sayDay(untilOn, language)) : say.noEnd,
    inForce ? '' : say.ended,
  ].filter(Boolean);
  return (
    <div>
      <strong>{name}</strong>
      <div className="yc-muted yc-small">{parts.join(' · ')}</div>
    </div>
  );
}

/** The organisation whose legal representative one is, by its credit code. */
function AddOrganisation(): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const { changed } = useSession();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(peopleContract.addOrganisation, { changes: [peopleContract.myAuthorities] });
  const wrongCode = sayCreditFault(code, language);
  const wrongName = name.trim() ? undefined : say.need(say.organisationName);
  const send = async (): Promise<void> => {
    setChecked(true);
    if (wrongCode || wrongName) return focusFault();
    const done = await act.send({ body: { creditCode: code.trim(), name: name.trim() } }).catch(() => undefined);
    if (!done) return;
    await changed();
    // In the address: reading the session again draws this form anew.
    void navigate({ to: '.', search: { added: done.name } as never, replace: true });
    scrollTo(0, 0);
  };
  return (
    <section className="people-part" aria-labelledby="add-organisation">
      <h2 id="add-organisation">{say.addOrganisation}</h2>
      <p className="yc-muted">{say.addOrganisationLine}</p>
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={say.creditCode}
          hint={say.creditHint}
          value={code}
          onChange={setCode}
          capitals
          maxLength={24}
          fault={checked || code.length >= 18 ? wrongCode : undefined}
        />
        <TextField
          label={say.organisationName}
          value={name}
          onChange={setName}
          autoComplete="organization"
          fault={checked ? wrongName : undefined}
        />
        <ProblemNote error={act.error} />
        <div>
          <Button htmlType="submit" loading={act.sending}>
            {say.add}
          </Button>
        </div>
      </form>
    </section>
  );
}

export const page = definePage({ roles: ['resident'], Component: Acting });
