/** A new authority: on whose behalf, who may act, for what, until when. */
import './people.css';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { peopleContract, type IdKind } from '#modules/people/contract';
import { useAct } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { today } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import { ChoiceField, IdKindField, TextField } from './fields.tsx';
import { sayIdFault } from './id-fault.ts';
import { ItemPicker, type PickedItem } from './item-picker.tsx';
import { peopleWords } from './words.ts';

const spans = { month: 1, halfYear: 6, year: 12 } as const;
type Until = keyof typeof spans | 'otherDay';

/** The same day some months on; the last of the month where there is no such day. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function Grant(): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const [principal, setPrincipal] = useState('me');
  const [idKind, setIdKind] = useState<IdKind>('residentCard');
  const [idNumber, setIdNumber] = useState('');
  const [name, setName] = useState('');
  const [items, setItems] = useState<readonly PickedItem[]>([]);
  const [until, setUntil] = useState<Until>('halfYear');
  const [otherDay, setOtherDay] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(peopleContract.grantAuthority, { changes: [peopleContract.myAuthorities] });

  const represented = (me?.mayActFor ?? []).filter(({ kind }) => kind === 'legalRepresentative');
  const lastDay = until === 'otherDay' ? otherDay : monthsOn(today(), spans[until]);
  const wrongNumber = sayIdFault(idKind, idNumber, language);
  const wrongName = name.trim() ? undefined : say.need(say.fullName);
  const wrongDay = lastDay >= today() && lastDay <= monthsOn(today(), 60) ? undefined : say.wrongLastDay;
  const send = async (): Promise<void> => {
    setChecked(true);
    if (wrongNumber || wrongName || wrongDay) return focusFault();
    const done = await act
      .send({
        body: {
          ...(principal === 'me' ? {} : { organisationId: principal }),
          agent: { idKind, idNumber: idNumber.trim(), name: name.trim() },
          itemCodes: items.length > 0 ? items.map(({ code }) => code) : null,
          untilOn: lastDay,
        },
      })
      .catch(() => undefined);
    if (done) void navigate({ to: '/mine/acting', search: { granted: done.agent.name } as never, replace: true });
  };
  return (
    <div className="people-narrow">
      <PageHeader title={say.grantTitle} sub={say.grantLine} back={{ to: '/mine/acting', say: say.acting }} />
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {represented.length > 0 ? (
          <ChoiceField
            label={say.grantFor}
            value={principal}
            onChange={setPrincipal}
            options={[
              { value: 'me', label: say.me },
              ...represented.map((one) => ({ value: one.principal.id, label: one.principal.name })),
            ]}
          />
        ) : null}
        <p className="yc-muted">{say.agentHint}</p>
        <TextField
          label={`${say.agent}${colon()}${say.fullName}`}
          value={name}
          onChange={setName}
          maxLength={60}
          fault={checked ? wrongName : undefined}
        />
        <IdKindField value={idKind} onChange={setIdKind} />
        <TextField
          label={say.idNumber}
          value={idNumber}
          onChange={setIdNumber}
          capitals
          maxLength={40}
          fault={checked || idNumber.length >= 18 ? wrongNumber : undefined}
        />
        <ItemPicker label={say.what} hint={say.whatHint} value={items} onChange={setItems} />
        <ChoiceField<Until>
          label={say.until}
          value={until}
          onChange={setUntil}
          options={(['month', 'halfYear', 'year', 'otherDay'] as const).map((one) => ({ value: one, label: say[one] }))}
        />
        {until === 'otherDay' ? (
          <TextField
            label={say.lastDay}
            type="date"
            value={otherDay}
            onChange={setOtherDay}
            short
            fault={checked ? wrongDay : undefined}
          />
        ) : null}
        <ProblemNote error={act.error} />
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={act.sending} className="yc-wizard-go">
            {say.grantVerb}
          </Button>
        </div>
      </form>
    </div>
  );
}

export const page = definePage({ roles: ['resident'], Component: Grant });
