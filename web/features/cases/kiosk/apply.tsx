/** A simple item at a kiosk: the questions on one page, what is needed out of the locker, a signature, sent once. */
import { useState, type ReactNode } from 'react';
import { catalogueContract, type Guide, type Material } from '#modules/catalogue/contract';
import type { Submission } from '#modules/cases/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import type { ReplyOf } from '#platform/contract';
import { asProblem, call, newKey } from '#web/client/client.ts';
import { isKeyUsed } from '#web/client/problem-error.ts';
import { useOp } from '#web/client/query.ts';
import type { Me } from '#web/client/session.tsx';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import { Big, Finished, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { Signature, type Signed } from '#web/ui/signature.tsx';
import { Empty, ProblemNote, Query } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { handedIn, materialFault, materialsFor, waysOf, type Application } from '../portal/application.ts';
import { useMirrorOf } from '../portal/mirror-form.ts';
import { knownOf } from '../portal/whom.ts';
import type { Offer } from '../portal/filling.ts';
import { caseWords } from '../portal/words.ts';
import { kioskCaseWords } from './words.ts';

type Sent = ReplyOf<typeof kiosksContract.submitHere>;

/** `offer` draws what the locker of the person has for a material. */
export function ApplyHere(props: { me: Me; offer: (itemId: string) => Offer }): ReactNode {
  const [itemId, setItemId] = useState<string>();
  if (itemId === undefined) return <Items onChoose={setItemId} />;
  return <Item itemId={itemId} me={props.me} offer={props.offer(itemId)} onBack={() => setItemId(undefined)} />;
}

function Items(props: { onChoose: (itemId: string) => void }): ReactNode {
  const say = useWords(kioskCaseWords);
  const language = useLanguage();
  const found = useOp(kiosksContract.listItemsHere, {});
  return (
    <KioskPage title={say.items} step={[1, 3]}>
      <Query of={found} isEmpty={(all) => all.length === 0} empty={<Empty title={say.noItems} />}>
        {(all) => (
          <Tiles label={say.items}>
            {all.map(({ itemId, name, nameEn, plainName, plainNameEn }) => (
              <Tile
                key={itemId}
                title={pick(language, plainName ?? name, plainNameEn ?? nameEn)}
                // The official name, where the reader's language has one.
                line={plainName && (language !== 'en' || nameEn) ? pick(language, name, nameEn) : undefined}
                onPress={() => props.onChoose(itemId)}
              />
            ))}
          </Tiles>
        )}
      </Query>
    </KioskPage>
  );
}

function Item(props: { itemId: string; me: Me; offer: Offer; onBack: () => void }): ReactNode {
  const found = useOp(catalogueContract.getGuide, { params: { id: props.itemId }, query: {} });
  return <Query of={found}>{(guide) => <Fill guide={guide} {...props} />}</Query>;
}

function Fill(props: { guide: Guide; me: Me; offer: Offer; onBack: () => void }): ReactNode {
  const { guide, me } = props;
  const { body, itemId } = guide;
  const say = useWords(kioskCaseWords);
  const general = useWords(caseWords);
  const language = useLanguage();
  const machine = useMachine();
  const [actionId, setActionId] = useState(newKey);
  const [materials, setMaterials] = useState<Application['materials']>({});
  const [signed, setSigned] = useState<Signed>();
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [sent, setSent] = useState<Sent>();
  const form = useItemForm({ form: body.form, situations: body.situations, known: knownOf(me, { kind: 'me' }) });
  const { situations, answers } = form.values();
  const values: Record<string, unknown> = { ...situations, ...answers };
  const { own } = materialsFor(body, values);
  const title = pick(language, body.plainName ?? body.name, body.plainNameEn ?? body.nameEn);
  useMirrorOf(form, { itemId, title, at: '', language });
  // What may stay away stays away: nothing is uploaded here.
  const chosen = Object.fromEntries(
    own.map((material) => [
      material.id,
      materials[material.id] ?? { files: [], ...(waysOf(material).includes('missing') ? { how: 'missing' as const } : {}) }, // prettier-ignore
    ]),
  );
  const lacks = (material: Material): boolean => materialFault(material, chosen[material.id]) !== undefined;

  const send = async (): Promise<void> => {
    setTried(true);
    if (!form.check() || !signed || own.some(lacks)) return focusFault();
    setSending(true);
    setError(undefined);
    const way = body.result?.deliveries.includes('electronic') === false ? 'collected' : 'electronic';
    const signature: Submission['signature'] =
      signed.kind === 'drawn' ? { way: 'drawn', drawing: signed.path } : { way: 'confirmed' };
    try {
      const sittingId = await machine.used();
      const whole = { actionId, itemId, applicant: {}, situations, answers, signature, delivery: { way } as const };
      const materials = handedIn(body, values, chosen);
      setSent(await call(kiosksContract.submitHere, { body: { sittingId, ...whole, materials } }));
    } catch (thrown) {
      setError(thrown);
      form.refuse(thrown);
      // The answer to an earlier press was lost, and the form was changed since.
      if (isKeyUsed(thrown)) setActionId(newKey());
      setSending(false);
    }
  };
  if (sent) return <Done sent={sent} title={title} />;
  return (
    <KioskPage title={title} sub={body.plainName ? body.name : null} step={[2, 3]} back={props.onBack}>
      {/* First: whoever lacks one of them fills in nothing in vain. */}
      {own.map((material) => (
        <section key={material.id} className="kiosk-form">
          <h2>{pick(language, material.name, material.nameEn)}</h2>
          {props.offer({
            applicant: {},
            materialId: material.id,
            entryId: materials[material.id]?.entryId,
            onUse: (entryId) => setMaterials((now) => ({ ...now, [material.id]: { how: 'locker', entryId, files: [] } })), // prettier-ignore
            onDrop: () => setMaterials(({ [material.id]: _, ...rest }) => rest),
            none: <p className="kiosk-note amber">{lacks(material) ? say.needNone : say.notNeeded}</p>,
          })}
          {tried && lacks(material) ? (
            <p className="yc-fault" role="alert">
              {say.needOne}
            </p>
          ) : null}
        </section>
      ))}
      {form.situations.length + form.fields.length > 0 ? (
        <section aria-label={say.fill} className="kiosk-form">
          <ItemForm mode="dense" of={form} />
        </section>
      ) : (
        <p>{say.nothingToFill}</p>
      )}
      <section className="kiosk-form">
        <h2>{say.sign}</h2>
        <p>{general.signLine(me.person?.name ?? me.name)}</p>
        <Signature value={signed} onChange={setSigned} />
        {tried && !signed ? (
          <p className="yc-fault" role="alert">
            {say.signFirst}
          </p>
        ) : null}
      </section>
      {error !== undefined && asProblem(error).status === 0 ? (
        <p className="kiosk-note amber" role="alert">
          {say.unsure}
        </p>
      ) : (
        <ProblemNote error={error} />
      )}
      <Big primary disabled={sending} onPress={() => void send()}>
        {say.send}
      </Big>
    </KioskPage>
  );
}

function Done({ sent, title }: { sent: Sent; title: string }): ReactNode {
  const say = useWords(kioskCaseWords);
  const { portal, open } = useMachine();
  return (
    <KioskPage title={say.sent} sub={title} step={[3, 3]}>
      <div className="kiosk-scan">
        <QrCode text={`${portal}/track/${sent.trackCode}`} what={say.follow} size={300} />
        <div className="kiosk-lines">
          <p className="yc-numbers">
            <strong>{say.number(sent.number)}</strong>
          </p>
          <p className="yc-numbers">{say.code(sent.trackCode)}</p>
          <p>{say.sentWhat}</p>
          {open ? null : <p>{say.atHour}</p>}
        </div>
      </div>
      <Finished />
    </KioskPage>
  );
}
