/** Registering: who you are, how to reach you, a password. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { checkIdNumber, peopleContract, type IdKind } from '#modules/people/contract';
import { asProblem } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { useSession } from '#web/client/session.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { Wizard, type WizardStep } from '#web/ui/wizard.tsx';
import { today } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { IdKindField, PasswordField, TextField } from './fields.tsx';
import { plainPhone, sayEmailFault, sayIdFault, sayPasswordFault, sayPhoneFault } from './id-fault.ts';
import { safeNext } from './sign-in.tsx';
import { peopleWords } from './words.ts';

const empty = {
  idKind: 'residentCard' as IdKind,
  idNumber: '',
  name: '',
  bornOn: '',
  phone: '',
  email: '',
  password: '',
};
type Given = typeof empty;

/** Where the server's refusal belongs. */
const stepOf: Record<string, string> = {
  'people.identityTaken': 'identity',
  'people.wrongIdNumber': 'identity',
  'people.phoneTaken': 'phone',
  'people.weakPassword': 'password',
};

function Register(): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [asked] = useAsked();
  const { changed } = useSession();
  const [given, setGiven] = useState<Given>(empty);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const act = useAct(peopleContract.register);
  const set = (change: Partial<Given>): void => setGiven((before) => ({ ...before, ...change }));

  const checked = checkIdNumber(given.idKind, given.idNumber, today());
  const saysBirth = checked.ok && checked.bornOn !== undefined;
  const faults: Record<string, Record<string, string | undefined>> = {
    identity: {
      idNumber: sayIdFault(given.idKind, given.idNumber, language),
      name: given.name.trim() ? undefined : say.need(say.fullName),
    },
    phone: { phone: sayPhoneFault(given.phone, language), email: sayEmailFault(given.email, language) },
    password: { password: sayPasswordFault(given.password, [plainPhone(given.phone)], language) },
  };
  const check = (step: string) => (): boolean => {
    setShown((before) => new Set([...before, step]));
    return Object.values(faults[step] ?? {}).every((fault) => fault === undefined);
  };
  const fault = (step: string, name: string): string | undefined =>
    shown.has(step) ? faults[step]?.[name] : undefined;

  const send = async (): Promise<void> => {
    const { idKind, idNumber, name, bornOn, phone, email, password } = given;
    try {
      await act.send({
        body: {
          password,
          phone: plainPhone(phone),
          ...(email.trim() ? { email: email.trim() } : {}),
          person: { idKind, idNumber: idNumber.trim(), name: name.trim(), ...(bornOn && !saysBirth ? { bornOn } : {}) },
        },
      });
    } catch (thrown) {
      const step = stepOf[asProblem(thrown).code];
      if (step) void navigate({ to: '.', search: { ...asked, step, after: 'check' } as never });
      return;
    }
    await changed();
    void navigate({ href: safeNext(asked.next), replace: true });
  };
  const refused = act.error ? stepOf[act.error.code] : undefined;
  const steps: WizardStep[] = [
    {
      key: 'identity',
      title: say.idStep,
      hint: say.idHint,
      check: check('identity'),
      draw: () => (
        <div className="people-form">
          <IdKindField value={given.idKind} onChange={(idKind) => set({ idKind })} />
          <TextField
            label={say.idNumber}
            value={given.idNumber}
            onChange={(idNumber) => set({ idNumber })}
            capitals
            maxLength={40}
            fault={
              fault('identity', 'idNumber') ?? (given.idNumber.length >= 18 ? faults.identity?.idNumber : undefined)
            }
          />
          <TextField
            label={say.fullName}
            hint={say.fullNameHint}
            value={given.name}
            onChange={(name) => set({ name })}
            autoComplete="name"
            maxLength={60}
            fault={fault('identity', 'name')}
          />
          {checked.ok && !saysBirth ? (
            <TextField
              label={say.bornOn}
              optional
              type="date"
              autoComplete="bday"
              value={given.bornOn}
              onChange={(bornOn) => set({ bornOn })}
              short
            />
          ) : null}
        </div>
      ),
      answers: [
        { title: say.idKinds[given.idKind], value: given.idNumber },
        { title: say.fullName, value: given.name },
      ],
    },
    {
      key: 'phone',
      title: say.phoneStep,
      hint: say.phoneHint,
      check: check('phone'),
      draw: () => (
        <div className="people-form">
          <TextField
            label={say.phone}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={given.phone}
            onChange={(phone) => set({ phone })}
            maxLength={24}
            short
            fault={fault('phone', 'phone')}
          />
          <TextField
            label={say.email}
            optional
            type="email"
            inputMode="email"
            autoComplete="email"
            value={given.email}
            onChange={(email) => set({ email })}
            fault={fault('phone', 'email')}
          />
        </div>
      ),
      answers: [
        { title: say.phone, value: given.phone },
        ...(given.email ? [{ title: say.email, value: given.email }] : []),
      ],
    },
    {
      key: 'password',
      title: say.passwordStep,
      check: check('password'),
      draw: () => (
        <PasswordField
          fresh
          label={say.password}
          hint={say.passwordHint}
          value={given.password}
          onChange={(password) => set({ password })}
          fault={fault('password', 'password')}
        />
      ),
      answers: [{ title: say.password, value: '••••••••' }],
    },
  ];
  return (
    <div className="yc-stack">
      <Wizard
        caption={say.registerTitle}
        steps={steps.map((step) =>
          refused === step.key ? { ...step, draw: () => <Refused error={act.error}>{step.draw()}</Refused> } : step,
        )}
        onDone={() => void send()}
        sending={act.sending}
        error={act.error}
        verb={say.create}
        back="/sign-in"
      />
      <p>
        <Link to="/sign-in">{say.haveAccount}</Link>
      </p>
    </div>
  );
}

/** The step with what the server said about it. */
function Refused(props: { error: unknown; children: ReactNode }): ReactNode {
  return (
    <div className="people-form">
      <ProblemNote error={props.error} />
      {props.children}
    </div>
  );
}

export const page = definePage({ Component: Register });
