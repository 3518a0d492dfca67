/** Handing in what the other district wants: materials, and answers that are to be corrected. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedIn } from '#modules/cases/contract';
import { askedMaterials } from '#modules/catalogue/contract';
import { exchangeContract } from '#modules/exchange/contract';
import { useAct } from '#web/client/query.ts';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import { Loading } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useWords } from '#web/words/language.ts';
import type { OfferedItem } from './application-form.tsx';
import { Materials } from './materials.tsx';
import { SayProblem } from './say-refusal.tsx';
import type { Taken } from './taken-view.tsx';
import { exchangeWords } from './words.ts';

export function Supplement(props: { taken: Taken; item: OfferedItem | undefined; counter: boolean }): ReactNode {
  return props.item ? <Filled {...props} item={props.item} /> : <Loading rows={4} />;
}

function Filled(props: { taken: Taken; item: OfferedItem; counter: boolean }): ReactNode {
  const { taken, item } = props;
  const say = useWords(exchangeWords);
  const before = { ...taken.answers, ...taken.situations };
  const form = useItemForm({ form: item.body.form, situations: item.body.situations, initial: before });
  const [materials, setMaterials] = useState<readonly HandedIn[]>([]);
  const [busy, setBusy] = useState(false);
  const act = useAct(exchangeContract.supplementTaken, {
    changes: [exchangeContract.getTaken, exchangeContract.listTaken, exchangeContract.myTaken],
  });
  const { situations, answers } = form.values();
  const asked = askedMaterials(item.body, { ...answers, ...situations });
  const send = async (): Promise<void> => {
    if (!form.check()) return focusFault();
    // Only what is other than before goes over.
    const changed = Object.fromEntries(
      Object.entries(answers).filter(
        ([name, answer]) => JSON.stringify(answer) !== JSON.stringify(taken.answers[name]),
      ),
    );
    const moved = Object.fromEntries(
      Object.entries(situations).filter(([name, one]) => one !== taken.situations[name]),
    );
    await act
      .send({
        params: { id: taken.id },
        body: {
          actionId: act.key(),
          answers: changed,
          situations: moved,
          materials: materials.map((one) => ({ ...one, fileIds: [...one.fileIds] })),
        },
      })
      .catch((thrown: unknown) => {
        if (form.refuse(thrown)) focusFault();
      });
  };
  return (
    <div className="exchange-form">
      <Materials asked={asked} value={materials} onChange={setMaterials} onBusy={setBusy} counter={props.counter} />
      <details>
        <summary>{say.supplementAnswers}</summary>
        <ItemForm mode="dense" of={form} />
      </details>
      <SayProblem error={act.error} />
      <div>
        <Button type="primary" size="large" loading={act.sending} disabled={busy} onClick={() => void send()}>
          {say.supplement}
        </Button>
      </div>
    </div>
  );
}
