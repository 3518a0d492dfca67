/** Asking for somebody who stands at the information desk; the code goes with them. */
import { useState, type ReactNode } from 'react';
import { afterhoursContract, type RequestSeen, type TimeSeen } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { startAt, worksAt } from '#web/client/own-outlets.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { fieldsOfProblem } from '#web/client/say-problem.ts';
import { useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { GivenCode } from '#web/ui/given-code.tsx';
import { sayDay, sayTime } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { stayWords } from './words.ts';

export function AskAtDesk({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const [made, setMade] = useState<RequestSeen>();
  const say = useWords(stayWords);
  return (
    <>
      {open ? <Form onClose={onClose} onMade={setMade} /> : null}
      <GivenCode
        open={made !== undefined}
        title={say.atDesk}
        line={say.atDeskCode(made?.code ?? '')}
        at={`/after-hours/${made?.code ?? ''}`}
        what={say.atDesk}
        onClose={() => setMade(undefined)}
      />
    </>
  );
}

function Form({ onClose, onMade }: { onClose: () => void; onMade: (made: RequestSeen) => void }): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const [chosenHall, setHall] = useState<string>();
  const [errandId, setErrand] = useState<string>();
  const [time, setTime] = useState<string>();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [wish, setWish] = useState('');
  const [checked, setChecked] = useState(false);
  const places = useOp(hallContract.listPlaces, {});
  const me = useMe();
  // A clerk asks at the own desk alone.
  const halls = (places.data ?? []).filter(({ outletId }) => worksAt(me, outletId));
  const hall = chosenHall ?? startAt(halls, me)?.outletId;
  const act = useAct(afterhoursContract.askAtDesk, {
    changes: [afterhoursContract.listRequests, afterhoursContract.countRequests],
  });
  // What the server refused, at its field.
  const wrong = fieldsOfProblem(act.error, language);
  const faults = [errandId ? '' : shared.choose(say.errand), time ? '' : shared.choose(say.time), name.trim() ? '' : shared.need(say.name)].filter(Boolean); // prettier-ignore
  return (
    <ConfirmDialog
      open
      title={say.atDesk}
      verb={say.atDesk}
      onClose={onClose}
      onConfirm={async () => {
        setChecked(true);
        if (faults.length > 0) return false;
        const [period, day] = time!.split(' ') as [TimeSeen['period'], string];
        onMade(await act.send({ body: { actionId: act.key(), errandId: errandId!, period, day, name, phone, wish } }));
        return true;
      }}
    >
      <p className="yc-muted">{say.atDeskLine}</p>
      <EditSelect
        label={say.hall}
        value={hall}
        onChange={(next) => {
          setHall(next);
          setErrand(undefined);
          setTime(undefined);
        }}
        options={halls.map((one) => ({
          value: one.outletId,
          label: pick(language, one.name, one.nameEn),
        }))}
      />
      {hall ? (
        <OfHall key={hall} hall={hall} errandId={errandId} setErrand={setErrand} time={time} setTime={setTime} />
      ) : null}
      <EditText label={say.name} maxLength={40} value={name} onChange={setName} fault={wrong.name} />
      <EditText
        label={say.phone}
        optional="unsaid"
        kind="tel"
        maxLength={30}
        value={phone}
        onChange={setPhone}
        fault={wrong.phone ? shared.phoneForm : undefined}
      />
      <EditText label={say.wish} optional="unsaid" maxLength={300} value={wish} onChange={setWish} fault={wrong.wish} />
      {checked && faults.length > 0 ? (
        <p className="yc-fault" role="alert">
          {faults.join(' ')}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

function OfHall(props: {
  hall: string;
  errandId: string | undefined;
  setErrand: (id: string | undefined) => void;
  time: string | undefined;
  setTime: (time: string | undefined) => void;
}): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const place = useOp(hallContract.showPlace, { params: { id: props.hall } });
  const times = useOp(afterhoursContract.listTimes, { params: { id: props.hall } });
  return (
    <>
      <EditSelect
        label={say.errand}
        value={props.errandId}
        onChange={props.setErrand}
        options={(place.data?.errands ?? []).map((one) => ({
          value: one.id,
          label: pick(language, one.name, one.nameEn),
        }))}
      />
      <EditSelect
        label={say.time}
        value={props.time}
        onChange={props.setTime}
        options={(times.data ?? []).map((one) => ({
          value: `${one.period} ${one.day}`,
          label: `${sayDay(one.day, language)} ${shared.periods[one.period]} ${sayTime(one.beginsAt)}–${sayTime(one.endsAt)}`,
          disabled: one.left === 0,
        }))}
      />
    </>
  );
}
