/** Who may use what is in the locker: given for a department, taken back at any time. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { lockersContract, type LockerConsent } from '#modules/lockers/contract';
import { call } from '#web/client/client.ts';
import { readAgain, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { sayInstant } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { lockerWords } from '../words.ts';
import { GiveConsent } from './give-consent.tsx';

export function Consents(props: { owner: { organisationId?: string } }): ReactNode {
  const { owner } = props;
  const say = useWords(lockerWords);
  const language = useLanguage();
  const found = useOp(lockersContract.listConsents, { query: { ...owner, limit: 100 } });
  const [ending, setEnding] = useState<LockerConsent>();
  const nameOf = (consent: LockerConsent): string =>
    [
      consent.departmentName ? pick(language, consent.departmentName, consent.departmentNameEn) : '',
      consent.itemName ? pick(language, consent.itemName, consent.itemNameEn) : '',
    ]
      .filter((name) => name !== '')
      .join(' · ');
  return (
    <section className="lockers" aria-label={say.consents}>
      <p className="yc-muted">{say.consentLine}</p>
      <GiveConsent owner={owner} />
      <Query of={found} isEmpty={({ total }) => total === 0} empty={<Empty title={say.noConsents} />}>
        {({ rows }) => (
          <ul className="yc-plain lockers-lines">
            {rows.map((consent) => (
              <li key={consent.id}>
                <div className="yc-row">
                  <strong>{nameOf(consent)}</strong>
                  {consent.stands ? (
                    <Button aria-label={`${say.takeBack} ${nameOf(consent)}`} onClick={() => setEnding(consent)}>
                      {say.takeBack}
                    </Button>
                  ) : (
                    <span className="yc-muted">
                      {consent.withdrawnAt ? say.endedOn(sayInstant(consent.withdrawnAt, language)) : say.ended}
                    </span>
                  )}
                </div>
                <p className="yc-muted yc-small">
                  {say[consent.scope]} · {say.ways[consent.how]} · {say.givenOn(sayInstant(consent.givenAt, language))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Query>
      <ConfirmDialog
        open={ending !== undefined}
        title={say.takeBackTitle(ending ? nameOf(ending) : '')}
        verb={say.takeBack}
        onConfirm={async () => {
          await call(lockersContract.withdrawConsent, { params: { id: ending!.id } });
          await readAgain(lockersContract.listConsents);
        }}
        onClose={() => setEnding(undefined)}
      >
        {say.takeBackLine}
      </ConfirmDialog>
    </section>
  );
}
