/** The pages of an application on which something is signed: what is undertaken, and the application itself. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { DrawnSignature, Signature, type Signed } from '#web/ui/signature.tsx';
import type { WizardStep } from '#web/ui/wizard.tsx';
import { pick } from '#web/words/language.ts';
import { materialsFor, undertakenOf } from './application.ts';
import { checking, type Filling } from './filling.ts';
import { promiseWords } from './promise-words.ts';

/** Whether something was uploaded that a locker can keep for the next time. */
const canKeep = ({ body, values, application: { materials } }: Filling): boolean =>
  materialsFor(body, values).own.some(
    ({ id, metBy }) => metBy && materials[id]?.how !== 'locker' && (materials[id]?.files.length ?? 0) > 0,
  );

export function signatureStep(filling: Filling): WizardStep {
  const { say, signed, setSigned, signer } = filling;
  return signing(filling, {
    key: 'sign',
    title: say.sign,
    answer: say.signature,
    hint: <p>{say.signLine(signer)}</p>,
    signed,
    onChange: setSigned,
    below: canKeep(filling) ? (
      <Checkbox
        checked={filling.application.keep ?? false}
        onChange={({ target }) => filling.change({ keep: target.checked })}
      >
        {say.keepMaterials}
      </Checkbox>
    ) : null,
  });
}

/** A page with a signature, typed or drawn. */
function signing(
  filling: Filling,
  of: {
    key: string;
    title: string;
    answer: string;
    hint: ReactNode;
    signed: Signed | undefined;
    onChange: (signed: Signed | undefined) => void;
    below?: ReactNode;
  },
): WizardStep {
  const { say, signer, checked } = filling;
  const { key, title, hint, signed } = of;
  const typedWrong = signed?.kind === 'typed' && signed.name.trim() !== signer.trim();
  const fault = signed === undefined ? say.needSign : typedWrong ? say.wrongSigner(signer) : undefined;
  return {
    key,
    title,
    hint,
    check: checking(filling, key, fault),
    draw: () => (
      <div className={`yc-field${checked.has(key) && fault ? ' faulty' : ''}`}>
        <Signature value={signed} onChange={of.onChange} />
        {of.below}
        {checked.has(key) && fault ? (
          <p className="yc-fault" role="alert">
            {fault}
          </p>
        ) : null}
      </div>
    ),
    answers: [
      {
        title: of.answer,
        value: signed?.kind === 'drawn' ? <DrawnSignature path={signed.path} /> : (signed?.name ?? say.needSign),
      },
    ],
  };
}

/** What follows later or is promised, with what comes of it if it is not kept: read before it is signed. */
export function undertakingSteps(filling: Filling): WizardStep[] {
  const { body, values, application, language } = filling;
  const say = promiseWords[language];
  const undertaken = undertakenOf(body, values, application.materials);
  if (undertaken.length === 0) return [];
  const names = (how: 'later' | 'promised'): string =>
    undertaken
      .filter((one) => one.how === how)
      .map(({ material }) => pick(language, material.name, material.nameEn))
      .join(language === 'en' ? ', ' : '、');
  const { tolerance, promise } = body;
  const limit = tolerance?.cureWithin ?? { value: 10, unit: 'workingDay' as const };
  const [later, promised] = [names('later'), names('promised')];
  const consequences = (list: readonly ('withhold' | 'revoke' | 'record')[], months: number): ReactNode => (
    <ul>
      {list.map((one) => (
        <li key={one}>{one === 'record' ? say.consequenceRecord(months) : say.consequences[one]}</li>
      ))}
    </ul>
  );
  return [
    signing(filling, {
      key: 'undertake',
      title: say.undertakeTitle,
      answer: say.undertakeSigned,
      hint: (
        <>
          {later ? (
            <>
              <p>{say.undertakeLater(later, say.limitOf(limit.value, limit.unit))}</p>
              {consequences(tolerance?.consequences ?? ['withhold', 'record'], tolerance?.barMonths ?? 12)}
            </>
          ) : null}
          {promised ? (
            <>
              <p>{say.undertakePromise(promised)}</p>
              {consequences(promise?.consequences ?? ['revoke', 'record'], promise?.barMonths ?? 12)}
            </>
          ) : null}
        </>
      ),
      signed: filling.undertaking,
      onChange: filling.setUndertaking,
    }),
  ];
}
