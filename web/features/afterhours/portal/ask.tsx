/** Asking for a time beyond the hours of a hall: a hall, what for, when. With the code of a ticket in the address no account is needed. */
import '#web/ui/record.css';
import '../afterhours.css';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { afterhoursContract, keptDays, type TimeSeen } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { fieldsOfProblem } from '#web/client/say-problem.ts';
import { useMe } from '#web/client/session.tsx';
import { ByTicket } from '#web/ui/by-ticket.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Loading, ProblemNote, Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { MyRequests } from './mine.tsx';
import { askWords } from './words.ts';

function Ask(): ReactNode {
  const say = useWords(askWords);
  const shared = useWords(afterhoursWords);
  const me = useMe();
  return (
    <div className="yc-record">
      <PageHeader title={shared.title} sub={say.line} back={{ to: '/queue', say: say.back }} />
      <ByTicket
        say={say}
        own={<WithAccount />}
        byTicket={({ outletId }, code) => <Form outletId={outletId} ticketCode={code} />}
      />
      {me ? <MyRequests /> : null}
    </div>
  );
}

function WithAccount(): ReactNode {
  const say = useWords(askWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const places = useOp(hallContract.listPlaces, {});
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={<Empty title={say.noHalls} />}>
      {(all) => {
        const hall = all.find(({ outletId }) => outletId === asked.hall) ?? all[0]!;
        return (
          <>
            <div className="yc-record-form">
              <EditSelect
                label={say.hall}
                value={hall.outletId}
                onChange={(chosen) => ask({ hall: chosen })}
                options={all.map(({ outletId, name, nameEn }) => ({
                  value: outletId,
                  label: pick(language, name, nameEn),
                }))}
              />
            </div>
            <Form key={hall.outletId} outletId={hall.outletId} />
          </>
        );
      }}
    </Query>
  );
}

function Form({ outletId, ticketCode }: { outletId: string; ticketCode?: string }): ReactNode {
  const say = useWords(askWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [errandId, setErrand] = useState<string>();
  const [time, setTime] = useState<TimeSeen>();
  const [wish, setWish] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [checked, setChecked] = useState(false);
  const times = useOp(afterhoursContract.listTimes, { params: { id: outletId } });
  const place = useOp(hallContract.showPlace, { params: { id: outletId } });
  const changes = [afterhoursContract.listTimes, afterhoursContract.myRequests];
  const own = useAct(afterhoursContract.askForTime, { changes });
  const byTicket = useAct(afterhoursContract.askWithTicket, { changes });
  // What the server refused, at its field.
  const wrong = fieldsOfProblem(own.error ?? byTicket.error, language);
  const faults = {
    errand: !ticketCode && !errandId ? shared.choose(say.errand) : '',
    time: time ? '' : shared.choose(say.time),
    phone: ticketCode && phone.trim() === '' ? shared.need(say.phone) : '',
  };
  const send = async (): Promise<void> => {
    setChecked(true);
    if (faults.errand || faults.time || faults.phone) return focusFault();
    const { period, day } = time!;
    const about = { period, day, wish };
    const made = await (ticketCode
      ? byTicket.send({ body: { ...about, actionId: byTicket.key(), ticketCode, name, phone } })
      : own.send({ body: { ...about, actionId: own.key(), errandId: errandId!, phone } }));
    // The ticket goes along: with it another time can be asked for.
    const search = (ticketCode ? { ticket: ticketCode } : {}) as never;
    void navigate({ to: '/after-hours/$code', params: { code: made.code } as never, search });
  };
  const said = (key: keyof typeof faults): string | undefined => (checked && faults[key] ? faults[key] : undefined);
  return (
    <Query
      of={times}
      loading={<Loading rows={4} />}
      isEmpty={(all) => all.length === 0}
      empty={<Empty title={say.noTimes}>{say.noTimesLine}</Empty>}
    >
      {(all) => (
        <form
          className="yc-record-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send().catch(focusFault);
          }}
        >
          {ticketCode ? null : (
            <EditSelect
              label={say.errand}
              value={errandId}
              onChange={setErrand}
              options={(place.data?.errands ?? []).map((one) => ({
                value: one.id,
                label: pick(language, one.name, one.nameEn),
              }))}
              fault={said('errand')}
            />
          )}
          <fieldset className="yc-field">
            <legend className="yc-field-title">{say.time}</legend>
            <div className="stay-times">
              {all.map((one) => (
                <button
                  key={one.beginsAt + one.period}
                  type="button"
                  aria-pressed={time?.beginsAt === one.beginsAt}
                  disabled={one.left === 0}
                  onClick={() => setTime(one)}
                >
                  <strong>
                    {sayDay(one.day, language)} {shared.periods[one.period]}
                  </strong>
                  <span className="yc-numbers yc-small">
                    {sayTime(one.beginsAt)}–{sayTime(one.endsAt)} · {say.left(one.left)}
                  </span>
                </button>
              ))}
            </div>
            {said('time') ? (
              <p className="yc-fault" role="alert">
                {said('time')}
              </p>
            ) : null}
          </fieldset>
          {ticketCode ? (
            <EditText
              label={say.name}
              optional="unsaid"
              maxLength={40}
              value={name}
              onChange={setName}
              fault={wrong.name}
            />
          ) : null}
          <EditText
            label={ticketCode ? say.phone : say.phoneOptional}
            optional={ticketCode ? false : 'unsaid'}
            wide
            kind="tel"
            autoComplete="tel"
            maxLength={30}
            value={phone}
            onChange={setPhone}
            fault={said('phone') ?? (wrong.phone ? shared.phoneForm : undefined)}
          />
          <EditText
            label={say.wish}
            optional="unsaid"
            rows={2}
            maxLength={300}
            value={wish}
            onChange={setWish}
            fault={wrong.wish}
          />
          <p className="yc-muted yc-small">{say.kept(keptDays)}</p>
          <ProblemNote error={own.error ?? byTicket.error} />
          <div>
            <Button type="primary" size="large" htmlType="submit" loading={own.sending || byTicket.sending}>
              {say.send}
            </Button>
          </div>
        </form>
      )}
    </Query>
  );
}

export const page = definePage({ Component: Ask });
