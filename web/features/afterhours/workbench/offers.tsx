/** What a hall offers beyond its hours: its own rule, and said to be. */
import { App, Button, Input, InputNumber, Modal } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { afterhoursContract, periods, type OfferSeen, type Period } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { afterhoursWords } from '../words.ts';
import { stayWords } from './words.ts';

const usual: Record<Period, Omit<OfferSeen, 'period'>> = {
  noon: { opens: '12:00', closes: '13:30', places: 0, daysAhead: 5, noticeMinutes: 60 },
  evening: { opens: '17:30', closes: '19:00', places: 0, daysAhead: 5, noticeMinutes: 120 },
  saturday: { opens: '09:00', closes: '12:00', places: 0, daysAhead: 14, noticeMinutes: 960 },
};

export function Offers({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(stayWords);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const places = useOp(hallContract.listPlaces, {});
  const hall = chosen ?? places.data?.[0]?.outletId;
  return (
    <Modal open title={say.offers} footer={null} onCancel={onClose} width={720}>
      <div className="yc-stack">
        <p className="yc-muted">{say.offersLine}</p>
        <EditSelect
          label={say.hall}
          value={hall}
          onChange={setChosen}
          options={(places.data ?? []).map((one) => ({
            value: one.outletId,
            label: pick(language, one.name, one.nameEn),
          }))}
        />
        {hall ? <OfHall key={hall} hall={hall} /> : null}
      </div>
    </Modal>
  );
}

function OfHall({ hall }: { hall: string }): ReactNode {
  const found = useOp(afterhoursContract.listOffers, { params: { id: hall } });
  if (!found.data) return null;
  return periods.map((period) => (
    <OneOffer key={period} hall={hall} period={period} offer={found.data?.find((one) => one.period === period)} />
  ));
}

function OneOffer(props: { hall: string; period: Period; offer: OfferSeen | undefined }): ReactNode {
  const { hall, period, offer } = props;
  const say = useWords(stayWords);
  const shared = useWords(afterhoursWords);
  const { message } = App.useApp();
  const id = useId();
  const [now, setNow] = useState(offer ?? { period, ...usual[period] });
  useEffect(() => {
    if (offer) setNow(offer);
  }, [offer]);
  const act = useAct(afterhoursContract.saveOffer, { changes: [afterhoursContract.listOffers, afterhoursContract.listTimes] }); // prettier-ignore
  const save = async (): Promise<void> => {
    const { period: _, ...body } = now;
    await act.send({ params: { id: hall, period }, body });
    void message.success(say.saved);
  };
  const number = (key: 'places' | 'daysAhead' | 'noticeMinutes', label: string, max: number): ReactNode => (
    <div>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <div>
        <InputNumber id={`${id}-${key}`} min={0} max={max} value={now[key]} onChange={(value) => setNow({ ...now, [key]: value ?? 0 })} />
      </div>
    </div>
  ); // prettier-ignore
  const clock = (key: 'opens' | 'closes', label: string): ReactNode => (
    <div>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <Input id={`${id}-${key}`} type="time" value={now[key]} onChange={({ target }) => setNow({ ...now, [key]: target.value })} />
    </div>
  ); // prettier-ignore
  return (
    <fieldset className="yc-panel">
      <legend>{shared.periods[period]}</legend>
      <div className="stay-offers">
        {clock('opens', say.opens)}
        {clock('closes', say.closes)}
        {number('places', say.places, 500)}
        {number('daysAhead', say.daysAhead, 60)}
        {number('noticeMinutes', say.notice, 10_080)}
      </div>
      <ProblemNote error={act.error} />
      <Button loading={act.sending} onClick={() => void save().catch(() => {})}>
        {say.save}
        <span className="yc-hidden"> {shared.periods[period]}</span>
      </Button>
    </fieldset>
  );
}
