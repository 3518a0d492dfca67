/** The pages of an application that are not the item's own questions: for whom, materials, delivery, signature. */
import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { DrawnSignature, Signature, type Signed } from '#web/ui/signature.tsx';
import type { WizardStep } from '#web/ui/wizard.tsx';
import type { ItemFormState } from '#web/ui/item-form/use-item-form.ts';
import { generalWords } from '#web/words/general.ts';
import { pick } from '#web/words/language.ts';
import type { Language, Same } from '#web/words/words.ts';
import { deliveriesOf, materialFault, materialsFor, type Application, type Way } from './application.ts';
import { MaterialHint, MaterialStep, sayHanded } from './material-step.tsx';
import { keyOfWhom, type Choice } from './whom.ts';
import type { caseWordsChinese } from './words-zh.ts';

/** An application while it is being filled in. */
export interface Filling {
  body: ItemBody;
  application: Application;
  change: (to: Partial<Application>) => void;
  form: ItemFormState;
  /** Answers that count now. */
  values: Record<string, unknown>;
  choices: readonly Choice[];
  signed: Signed | undefined;
  setSigned: (signed: Signed | undefined) => void;
  signer: string;
  /** Where post goes unless said otherwise. */
  postTo: string;
  /** Files are under way. */
  busy: boolean;
  setBusy: (busy: boolean) => void;
  /** Steps whose faults are shown. */
  checked: ReadonlySet<string>;
  check: (key: string) => void;
  /** What the server refused, by step. */
  refused: Record<string, string>;
  accept: (key: string) => void;
  say: Same<typeof caseWordsChinese>;
  language: Language;
}

function ChoiceOf<V extends string>(props: {
  title: string;
  value: V | undefined;
  options: readonly { value: V; label: ReactNode }[];
  onChange: (value: V) => void;
  fault: string | undefined;
}): ReactNode {
  return (
    <fieldset className={`yc-field${props.fault ? ' faulty' : ''}`}>
      <legend className="yc-hidden">{props.title}</legend>
      <Radio.Group
        className="yc-choices"
        value={props.value ?? null}
        options={[...props.options]}
        onChange={({ target }) => props.onChange(target.value as V)}
      />
      {props.fault ? (
        <p className="yc-fault" role="alert">
          {props.fault}
        </p>
      ) : null}
    </fieldset>
  );
}

/** A step is right when it has no fault; asking makes its fault visible. */
const checking =
  ({ check }: Filling, key: string, fault: string | undefined) =>
  (): boolean => {
    check(key);
    return fault === undefined;
  };

/** For whom: only asked where there is a choice. */
export function stepsBefore(filling: Filling): WizardStep[] {
  const { choices, application, change, say, checked } = filling;
  if (choices.length < 2) return [];
  const chosen = choices.find(({ key }) => key === keyOfWhom(application.whom));
  const fault = chosen ? undefined : say.chooseWhom;
  const roles = { me: '', proxy: say.byProxy, organisation: say.forOrganisation };
  const label = ({ role, name }: Choice): ReactNode =>
    role === 'me' ? (
      say.myself(name)
    ) : (
      <>
        {name} <span className="yc-muted yc-small">{roles[role]}</span>
      </>
    );
  return [
    {
      key: 'whom',
      title: say.forWhom,
      check: checking(filling, 'whom', fault),
      draw: () => (
        <ChoiceOf
          title={say.forWhom}
          value={chosen?.key}
          options={choices.map((choice) => ({ value: choice.key, label: label(choice) }))}
          onChange={(key) => {
            const whom = choices.find((choice) => choice.key === key)?.whom;
            if (whom) change({ whom });
          }}
          fault={checked.has('whom') ? fault : undefined}
        />
      ),
      answers: [{ title: say.applicant, value: chosen?.name ?? generalWords[filling.language].steps.notAnswered }],
    },
  ];
}

/** Materials, delivery, signature. */
export function stepsAfter(filling: Filling): WizardStep[] {
  return [...materialSteps(filling), ...deliverySteps(filling), signatureStep(filling)];
}

function materialSteps(filling: Filling): WizardStep[] {
  const { body, values, application, change, say, language, checked, refused, busy } = filling;
  const { own, shared } = materialsFor(body, values);
  const named = ({ name, nameEn }: { name: string; nameEn?: string | undefined }): string =>
    pick(language, name, nameEn);
  const sharedNames = shared.map(named).join(language === 'en' ? ', ' : '、');
  return own.map((material, at): WizardStep => {
    const key = `m-${material.id}`;
    const handed = application.materials[material.id];
    const missing = materialFault(material, handed) ? say.needFiles : undefined;
    const fault = busy ? say.waitUpload : (refused[key] ?? missing);
    return {
      key,
      title: say.material(named(material)),
      hint: (
        <>
          <MaterialHint material={material} />
          {at === 0 && sharedNames ? <p>{say.sharedNote(sharedNames)}</p> : null}
        </>
      ),
      check: checking(filling, key, fault),
      draw: () => (
        <MaterialStep
          key={key}
          material={material}
          handed={handed}
          onChange={(to) => {
            filling.accept(key);
            change({ materials: { ...application.materials, [material.id]: to } });
          }}
          onBusy={filling.setBusy}
          into={{ fields: body.form.properties, form: filling.form }}
          fault={checked.has(key) || refused[key] ? fault : undefined}
        />
      ),
      answers: [
        { title: named(material), value: sayHanded(material, handed, say, generalWords[language].steps.notAnswered) },
      ],
    };
  });
}

function deliverySteps(filling: Filling): WizardStep[] {
  const { body, application, change, say, checked } = filling;
  const ways = deliveriesOf(body);
  const way = application.way ?? (ways.length === 1 ? ways[0] : undefined);
  const address = application.address ?? filling.postTo;
  if (ways.length === 1 && way !== 'posted') return [];
  const general = generalWords[filling.language];
  const wrongWay = way === undefined ? general.form.chooseOne : undefined;
  const wrongAddress = way === 'posted' && address.trim() === '' ? say.needAddress : undefined;
  const shown = checked.has('delivery');
  return [
    {
      key: 'delivery',
      title: say.delivery,
      check: checking(filling, 'delivery', wrongWay ?? wrongAddress),
      draw: () => (
        <div className="yc-form">
          <ChoiceOf<Way>
            title={say.delivery}
            value={way}
            options={ways.map((one) => ({ value: one, label: say.deliveries[one] }))}
            onChange={(to) => change({ way: to })}
            fault={shown ? wrongWay : undefined}
          />
          {way === 'posted' ? (
            <div className={`yc-field${shown && wrongAddress ? ' faulty' : ''}`}>
              <label htmlFor="post-to" className="yc-field-title">
                {say.address}
              </label>
              <p id="post-to-hint" className="yc-muted yc-small">
                {say.addressHint}
              </p>
              <Input.TextArea
                id="post-to"
                rows={3}
                maxLength={300}
                autoComplete="street-address"
                value={address}
                aria-describedby="post-to-hint"
                onChange={({ target }) => change({ address: target.value })}
              />
              {shown && wrongAddress ? (
                <p className="yc-fault" role="alert">
                  {wrongAddress}
                </p>
              ) : null}
            </div>
          ) : null}
        </div>
      ),
      answers: [
        {
          title: say.delivery,
          value: way
            ? `${say.deliveries[way]}${way === 'posted' ? `${filling.language === 'en' ? ': ' : '：'}${address}` : ''}`
            : general.steps.notAnswered,
        },
      ],
    },
  ];
}

function signatureStep(filling: Filling): WizardStep {
  const { say, signed, signer, checked } = filling;
  const typedWrong = signed?.kind === 'typed' && signed.name.trim() !== signer.trim();
  const fault = signed === undefined ? say.needSign : typedWrong ? say.wrongSigner(signer) : undefined;
  return {
    key: 'sign',
    title: say.sign,
    hint: <p>{say.signLine(signer)}</p>,
    check: checking(filling, 'sign', fault),
    draw: () => (
      <div className={`yc-field${checked.has('sign') && fault ? ' faulty' : ''}`}>
        <Signature value={signed} onChange={filling.setSigned} />
        {checked.has('sign') && fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
      </div>
    ),
    answers: [
      {
        title: say.signature,
        value: signed?.kind === 'drawn' ? <DrawnSignature path={signed.path} /> : (signed?.name ?? say.needSign),
      },
    ],
  };
}
