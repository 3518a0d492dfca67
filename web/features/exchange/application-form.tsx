/** The form, materials and signature for an item of another district; at a window and on the portal. */
import './exchange.css';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedIn } from '#modules/cases/contract';
import { askedMaterials } from '#modules/catalogue/contract';
import { exchangeContract, type TakenLine } from '#modules/exchange/contract';
import type { ReplyOf } from '#platform/contract';
import { useAct } from '#web/client/query.ts';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import { Signature, type Signed } from '#web/ui/signature.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useWords } from '#web/words/language.ts';
import { Materials } from './materials.tsx';
import { SayProblem } from './say-refusal.tsx';
import { exchangeWords } from './words.ts';

export type OfferedItem = ReplyOf<typeof exchangeContract.getPartnerItem>;
export interface Applies {
  name: string;
  idNumber: string;
  phone: string;
}

export function ApplicationForm(props: {
  item: OfferedItem;
  /** Whoever came to the window; without it one applies for oneself. */
  applicant?: Applies;
  known?: Readonly<Record<string, string | null | undefined>>;
  onDone: (taken: TakenLine) => void;
}): ReactNode {
  const { item, applicant } = props;
  const say = useWords(exchangeWords);
  const form = useItemForm({
    form: item.body.form,
    situations: item.body.situations,
    known: applicant ? { ...applicant } : (props.known ?? {}),
  });
  const [materials, setMaterials] = useState<readonly HandedIn[]>([]);
  const [confirmed, setConfirmed] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [signed, setSigned] = useState<Signed>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const act = useAct(exchangeContract.takeIn, { changes: [exchangeContract.listTaken, exchangeContract.myTaken] });
  const { situations, answers } = form.values();
  const asked = askedMaterials(item.body, { ...answers, ...situations });
  const send = async (): Promise<void> => {
    setFault(undefined);
    if (!form.check()) return focusFault();
    if (busy) return setFault(say.busyFiles);
    if (!confirmed && signed === undefined) return setFault(say.notSigned);
    const ids = new Set(asked.map(({ id }) => id));
    try {
      const taken = await act.send({
        body: {
          actionId: act.key(),
          partnerId: item.partnerId,
          itemId: item.itemId,
          ...(applicant ? { applicant: applicantOf(applicant) } : {}),
          answers,
          situations,
          materials: materials
            .filter(({ materialId }) => ids.has(materialId))
            .map((one) => ({ ...one, fileIds: [...one.fileIds] })),
          signature: signed?.kind === 'drawn' ? { way: 'drawn', drawing: signed.path } : { way: 'confirmed' },
        },
      });
      props.onDone(taken);
    } catch (thrown) {
      if (form.refuse(thrown)) focusFault();
    }
  };
  return (
    <div className="exchange-form">
      <section className="exchange-part" aria-label={say.form}>
        <h2>{say.form}</h2>
        <ItemForm mode="dense" of={form} />
      </section>
      <section className="exchange-part" aria-label={say.materials}>
        <h2>{say.materials}</h2>
        <Materials
          asked={asked}
          value={materials}
          onChange={(next) => {
            setMaterials(next);
            act.reset();
          }}
          onBusy={setBusy}
          counter={applicant !== undefined}
        />
      </section>
      <section className="exchange-part">
        <div>
          <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
            {say.sign}
          </Checkbox>
          <Button type="link" onClick={() => setDrawing(!drawing)} aria-expanded={drawing}>
            {say.draw}
          </Button>
        </div>
        {drawing ? <Signature value={signed} onChange={setSigned} /> : null}
        {fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <SayProblem error={act.error} />
        <div>
          <Button type="primary" size="large" loading={act.sending} disabled={busy} onClick={() => void send()}>
            {say.send}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** A number that is no mobile number is not sent: the other district could not send a message to it. */
const applicantOf = ({ name, idNumber, phone }: Applies) => ({
  name,
  idNumber,
  ...(/^1[0-9]{10}$/.test(phone) ? { phone } : {}),
});
