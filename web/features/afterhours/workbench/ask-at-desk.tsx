/** Asking for somebody who stands at the information desk; the code goes with them. */
import { Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { afterhoursContract, type RequestSeen, type TimeSeen } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
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
      <Modal open={made !== undefined} title={say.atDesk} footer={null} onCancel={() => setMade(undefined)}>
        {made ? (
          <div className="yc-stack">
            <p role="status">{say.atDeskCode(made.code)}</p>
            <QrCode text={`${location.origin}/after-hours/${made.code}`} what={say.atDesk} size={180} />
          </div>
        ) : null}
      </Modal>
    </>
  );
}

function Form({ onClose, onMade }: { onClose: () => void; onMade: (made: RequestSeen) => void }): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
  const id = useId();
  const [chosenHall, setHall] = useState<string>();
  const [errandId, setErrand] = useState<string>();
  const [time, setTime] = useState<string>();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [wish, setWish] = useState('');
  const [checked, setChecked] = useState(false);
  const places = useOp(hallContract.listPlaces, {});
  const hall = chosenHall ?? places.data?.[0]?.outletId;
  const act = useAct(afterhoursContract.askAtDesk, {
    changes: [afterhoursContract.listRequests, afterhoursContract.countRequests],
  });
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
      <Choice id={`${id}-hall`} label={say.hall} value={hall} set={(next) => { setHall(next); setErrand(undefined); setTime(undefined); }} options={(places.data ?? []).map((one) => ({ value: one.outletId, label: pick(language, one.name, one.nameEn) }))} />
      {hall ? <OfHall key={hall} hall={hall} id={id} errandId={errandId} setErrand={setErrand} time={time} setTime={setTime} /> : null}
      <Line id={`${id}-name`} label={say.name} value={name} set={setName} max={40} />
      <Line id={`${id}-phone`} label={say.phone} value={phone} set={setPhone} max={30} />
      <Line id={`${id}-wish`} label={say.wish} value={wish} set={setWish} max={300} />
      {checked && faults.length > 0 ? (
        <p className="yc-fault" role="alert">
          {faults.join(' ')}
        </p>
      ) : null}
    </ConfirmDialog>
  );
} // prettier-ignore

function OfHall(props: {
  hall: string;
  id: string;
  errandId: string | undefined;
  setErrand: (id: string) => void;
  time: string | undefined;
  setTime: (time: string) => void;
}): ReactNode {
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const language = useLanguage();
    const place = useOp(hallContract.showPlace, { params: { id: props.hall } });
    const times = useOp(afterhoursContract.listTimes, { params: { id: props.hall } });
    return (
      <>
        <Choice id={`${props.id}-errand`} label={say.errand} value={props.errandId} set={props.setErrand} options={(place.data?.errands ?? []).map((one) => ({ value: one.id, label: pick(language, one.name, one.nameEn) }))} />
        <Choice id={`${props.id}-time`} label={say.time} value={props.time} set={props.setTime} options={(times.data ?? []).map((one) => ({ value: `${one.period} ${one.day}`, label: `${sayDay(one.day, language)} ${shared.periods[one.period]} ${sayTime(one.beginsAt)}–${sayTime(one.endsAt)}`, disabled: one.left === 0 }))} />
      </>
    );
} // prettier-ignore

export function Choice(props: {
  id: string;
  label: string;
  value: string | undefined;
  set: (value: string) => void;
  options: readonly { value: string; label: string; disabled?: boolean }[];
}): ReactNode {
  return (
    <div className="yc-field">
      <label className="yc-field-title" htmlFor={props.id}>
        {props.label}
      </label>
      <Select
        id={props.id}
        value={props.value ?? null}
        onChange={(value: string | null) => value && props.set(value)}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...props.options]}
      />
    </div>
  );
}

function Line(props: {
  id: string;
  label: string;
  value: string;
  set: (value: string) => void;
  max: number;
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
      />
    </div>
  );
}
