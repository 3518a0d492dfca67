/** Asking for a time beyond the hours of a hall: a hall, what for, when. With the code of a ticket in the address no account is needed. */
import '../afterhours.css';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { afterhoursContract, type TimeSeen } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';
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
  const { href } = useLocation();
  const [asked] = useAsked();
  const code = asked.ticket;
  return (
    <div className="stay-page">
      <PageHeader title={shared.title} sub={say.line} back={{ to: '/queue', say: say.back }} />
      {code ? <WithTicket code={code} /> : null}
      {!code && !me ? (
        <p>
          {say.signIn}{' '}
          <Link to="/sign-in" search={{ next: href } as never}>
            {say.signInNow}
          </Link>
        </p>
      ) : null}
      {!code && me ? <WithAccount /> : null}
      {me ? <MyRequests /> : null}
    </div>
  );
}

function WithTicket({ code }: { code: string }): ReactNode {
  const say = useWords(askWords);
  const found = useOp(hallContract.lookTicket, { params: { code } });
  return (
    <Query of={found}>
      {({ number, outletId }) => (
        <>
          <p>{say.withTicket(number)}</p>
          <Form outletId={outletId} ticketCode={code} />
        </>
      )}
    </Query>
  );
}

function WithAccount(): ReactNode {
  const say = useWords(askWords);
  const language = useLanguage();
  const id = useId();
  const [asked, ask] = useAsked();
  const places = useOp(hallContract.listPlaces, {});
  return (
    <Query of={places} isEmpty={(all) => all.length === 0} empty={<Empty title={say.noHalls} />}>
      {(all) => {
        const hall = all.find(({ outletId }) => outletId === asked.hall) ?? all[0]!;
        return (
          <>
            <div className="yc-field stay-form">
              <label className="yc-field-title" htmlFor={id}>
                {say.hall}
              </label>
              <Select
                id={id}
                value={hall.outletId}
                onChange={(chosen: string) => ask({ hall: chosen })}
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
  const id = useId();
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
    void navigate({ to: '/after-hours/$code', params: { code: made.code } as never });
  };
  const fault = (key: keyof typeof faults): ReactNode =>
    checked && faults[key] ? (
      <p id={`${id}-${key}-fault`} className="yc-fault" role="alert">
        {faults[key]}
      </p>
    ) : null;
  const tied = (key: keyof typeof faults) =>
    checked && faults[key]
      ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-${key}-fault` }
      : {};
  return (
    <Query
      of={times}
      loading={<Loading rows={4} />}
      isEmpty={(all) => all.length === 0}
      empty={<Empty title={say.noTimes}>{say.noTimesLine}</Empty>}
    >
      {(all) => (
        <form
          className="stay-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send().catch(() => {});
          }}
        >
          {ticketCode ? null : (
            <div className="yc-field">
              <label className="yc-field-title" htmlFor={`${id}-errand`}>
                {say.errand}
              </label>
              <Select
                id={`${id}-errand`}
                value={errandId ?? null}
                onChange={(chosen: string | null) => setErrand(chosen ?? undefined)}
                showSearch={{ optionFilterProp: 'label' }}
                options={(place.data?.errands ?? []).map((one) => ({
                  value: one.id,
                  label: pick(language, one.name, one.nameEn),
                }))}
                {...tied('errand')}
              />
              {fault('errand')}
            </div>
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
            {fault('time')}
          </fieldset>
          {ticketCode ? <Text label={say.name} id={`${id}-name`} value={name} set={setName} max={40} /> : null}
          <Text
            label={ticketCode ? say.phone : say.phoneOptional}
            id={`${id}-phone`}
            value={phone}
            set={setPhone}
            max={30}
            more={{ type: 'tel', autoComplete: 'tel', ...tied('phone') }}
          >
            {fault('phone')}
          </Text>
          <div className="yc-field">
            <label className="yc-field-title" htmlFor={`${id}-wish`}>
              {say.wish}
            </label>
            <Input.TextArea
              id={`${id}-wish`}
              rows={2}
              maxLength={300}
              value={wish}
              onChange={({ target }) => setWish(target.value)}
            />
          </div>
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

function Text(props: {
  label: string;
  id: string;
  value: string;
  set: (value: string) => void;
  max: number;
  more?: object;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={props.id}>
        {props.label}
      </label>
      <Input
        id={props.id}
        maxLength={props.max}
        value={props.value}
        onChange={({ target }) => props.set(target.value)}
        {...props.more}
      />
      {props.children}
    </div>
  );
}

export const page = definePage({ Component: Ask });
