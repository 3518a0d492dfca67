/** Who may act for a person or a company, and for whom a person may: recorded from the paper, and revoked. */
import { App, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract, type AuthorityShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { Query } from '#web/ui/states.tsx';
import { sayDay, today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { WindowAuthority } from './window-authority.tsx';
import { windowWords } from './window-words.ts';

/** Whose authorities they are: the principal of those that are recorded here. */
export interface WindowParty {
  kind: 'person' | 'organisation';
  id: string;
}

export function WindowAuthorities({ party }: { party: WindowParty }): ReactNode {
  const say = useWords(windowWords);
  const { message } = App.useApp();
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<AuthorityShape>();
  const query = party.kind === 'person' ? { personId: party.id } : { organisationId: party.id };
  const found = useOp(peopleContract.listAuthorities, { query });
  useHotkeys([{ key: 'g', say: say.authority, run: () => setRecording(true) }]);
  const changed = async (said: string): Promise<void> => {
    await readAgain(peopleContract.listAuthorities);
    void message.success(said);
  };
  return (
    <section className="window-desk" aria-labelledby="window-authorities">
      <div className="yc-row">
        <h3 id="window-authorities">{say.authorities}</h3>
        <Button onClick={() => setRecording(true)}>
          {say.authority} <Key name="g" />
        </Button>
      </div>
      <Query
        of={found}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="yc-muted">{say.noAuthorities}</p>}
      >
        {({ rows }) => (
          <ul className="yc-plain window-lines">
            {rows.map((row) => (
              <AuthorityLine key={row.id} row={row} party={party} onRevoke={() => setEnding(row)} />
            ))}
          </ul>
        )}
      </Query>
      {recording ? (
        <WindowAuthority party={party} onClose={() => setRecording(false)} onDone={() => changed(say.done.authority)} />
      ) : null}
      <ConfirmDialog
        open={ending !== undefined}
        title={say.revokeTitle(ending?.agent.name ?? '')}
        verb={say.revoke}
        danger
        reason="needed"
        reasonLabel={say.revokeWhy}
        onClose={() => setEnding(undefined)}
        onConfirm={async (reason) => {
          await call(peopleContract.revokeAuthority, {
            params: { id: ending!.id },
            body: { reason: reason.slice(0, 300) },
          });
          await changed(say.done.revoke);
        }}
      >
        <p>{say.revokeWhat}</p>
      </ConfirmDialog>
    </section>
  );
}

function AuthorityLine(props: { row: AuthorityShape; party: WindowParty; onRevoke: () => void }): ReactNode {
  const { row, party } = props;
  const say = useWords(windowWords);
  const language = useLanguage();
  const received = party.kind === 'person' && row.agent.id === party.id;
  const over = row.revokedAt !== null || (row.untilOn !== null && row.untilOn < today());
  return (
    <li>
      <span>
        <strong>{received ? say.givenBy(row.principal.name) : say.givenTo(row.agent.name)}</strong>{' '}
        <Tag>{say.kinds[row.kind]}</Tag>
        {over ? <Tag>{say.ended}</Tag> : null}
        <span className="yc-muted yc-small">
          {row.itemCodes === null ? say.allItems : say.someItems(row.itemCodes.length)} ·{' '}
          {row.untilOn === null ? say.noEnd : say.until(sayDay(row.untilOn, language))}
        </span>
      </span>
      {over ? null : <Button onClick={props.onRevoke}>{say.revoke}</Button>}
    </li>
  );
}
