/** The pages of an application that are not the item's own questions: for whom, materials, delivery, signature. */
import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { WizardStep } from '#web/ui/wizard.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick } from '#web/words/language.ts';
import { deliveriesOf, materialFault, materialsFor, withoutLocker, type Handed, type Way } from './application.ts';
import { MaterialHint, MaterialStep, sayHanded } from './material-step.tsx';
import { checking, type Filling } from './filling.ts';
import { signatureStep, undertakingSteps } from './sign-steps.tsx';
import { applicantOf, keyOfWhom, type Choice } from './whom.ts';

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
            if (whom) change({ whom, materials: withoutLocker(application.materials) });
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
  return [...materialSteps(filling), ...undertakingSteps(filling), ...deliverySteps(filling), signatureStep(filling)];
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
    const hand = (to: Handed): void => {
      filling.accept(key);
      change({ materials: { ...application.materials, [material.id]: to } });
    };
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
          onChange={hand}
          offer={
            material.metBy && application.whom
              ? filling.offer?.({
                  applicant: applicantOf(application.whom),
                  materialId: material.id,
                  entryId: handed?.how === 'locker' ? handed.entryId : undefined,
                  onUse: (entryId) => hand({ files: handed?.files ?? [], how: 'locker', entryId }),
                  onDrop: () => hand({ files: handed?.files ?? [] }),
                })
              : null
          }
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
