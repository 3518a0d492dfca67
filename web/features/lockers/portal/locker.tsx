/** The locker of a person, and of a company for which they act: papers, who used them, who may. */
import '../lockers.css';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type LockerEntry } from '#modules/lockers/contract';
import { call } from '#web/client/client.ts';
import { prefetch, readAgain, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayName } from '../say-entry.ts';
import { lockerWords } from '../words.ts';
import { AddEntry } from './add-entry.tsx';
import { Consents } from './consents.tsx';
import { EntryCard } from './entry-card.tsx';
import { Usages } from './usages.tsx';

const piece = 60;
const views = ['papers', 'usages', 'consents'] as const;

function Locker(): ReactNode {
  const say = useWords(lockerWords);
  const me = useMe();
  const [asked, ask] = useAsked();
  // Only companies for which one acts in all matters: an authority for one item opens no locker.
  const companies = (me?.mayActFor ?? []).filter(({ principal, itemCodes }) => principal.kind === 'organisation' && itemCodes === null); // prettier-ignore
  const choices = [
    ...(me?.person ? [{ value: '', label: say.myself(me.person.name) }] : []),
    ...[...new Map(companies.map(({ principal }) => [principal.id, principal.name]))].map(([value, label]) => ({
      value,
      label,
    })),
  ];
  const chosen = choices.find(({ value }) => value === (asked.of ?? '')) ?? choices[0];
  const owner = chosen && chosen.value !== '' ? { organisationId: chosen.value } : {};
  const view = views.find((one) => one === asked.view) ?? 'papers';
  return (
    <div className="lockers">
      <PageHeader title={say.title} sub={say.line} back={{ to: '/mine', say: say.backMine }} />
      {chosen ? (
        <>
          {choices.length > 1 ? (
            <Radio.Group
              className="lockers-whose"
              aria-label={say.whose}
              optionType="button"
              value={chosen.value}
              options={choices}
              onChange={({ target }) => ask({ of: target.value as string, entry: '' })}
            />
          ) : null}
          <Radio.Group
            aria-label={say.tabs}
            optionType="button"
            buttonStyle="solid"
            value={view}
            options={views.map((value) => ({ value, label: say[value] }))}
            onChange={({ target }) => ask({ view: target.value as string, entry: '' })}
          />
          {view === 'papers' ? (
            <Papers key={chosen.value} owner={owner} onUsages={(entry) => ask({ view: 'usages', entry: entry.id })} />
          ) : view === 'usages' ? (
            <Usages
              key={chosen.value}
              owner={owner}
              entryId={asked.entry || undefined}
              onAll={() => ask({ entry: '' })}
            />
          ) : (
            <Consents key={chosen.value} owner={owner} />
          )}
        </>
      ) : (
        <Empty title={say.noPerson}>{say.noPersonLine}</Empty>
      )}
    </div>
  );
}

function Papers(props: { owner: { organisationId?: string }; onUsages: (entry: LockerEntry) => void }): ReactNode {
  const { owner } = props;
  const say = useWords(lockerWords);
  const language = useLanguage();
  const [limit, setLimit] = useState(piece);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  const [removing, setRemoving] = useState<LockerEntry>();
  const found = useOp(lockersContract.myLocker, { query: { ...owner, limit } }, { keepPrevious: true });
  const expiring = found.data?.rows.filter((entry) => entry.expiring).length ?? 0;
  return (
    <section className="lockers" aria-label={say.papers}>
      {expiring > 0 ? <p className="lockers-note">{say.expiringSoon(expiring)}</p> : null}
      {added ? (
        <p role="status" className="lockers-said">
          {say.added(added)}
        </p>
      ) : null}
      {adding ? (
        <AddEntry
          owner={owner}
          onAdded={(name) => {
            setAdded(name);
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{say.add}</Button>
        </div>
      )}
      <Query of={found} isEmpty={({ total }) => total === 0} empty={<Empty title={say.none}>{say.noneLine}</Empty>}>
        {({ rows, total }) => (
          <>
            <ul className="yc-plain lockers-grid">
              {rows.map((entry) => (
                <li key={entry.id}>
                  <EntryCard entry={entry} onUsages={props.onUsages} onRemove={setRemoving} />
                </li>
              ))}
            </ul>
            {rows.length < total ? (
              <div>
                <Button loading={found.isFetching} onClick={() => setLimit(limit + piece)}>
                  {say.more}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Query>
      <ConfirmDialog
        open={removing !== undefined}
        title={say.removeTitle(removing ? sayName(removing, language) : '')}
        verb={say.remove}
        danger
        onConfirm={async () => {
          await call(lockersContract.removeEntry, { params: { id: removing!.id } });
          await readAgain(lockersContract.myLocker, lockersContract.fittingEntries);
        }}
        onClose={() => setRemoving(undefined)}
      >
        {say.removeLine}
      </ConfirmDialog>
    </section>
  );
}

export const page = definePage({
  roles: ['resident'],
  load: () => prefetch(lockersContract.myLocker, { query: { limit: piece } }),
  Component: Locker,
});
