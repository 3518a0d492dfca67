/**
 * Who stands at the window: found by the number of a document or by a credit code, typed or scanned; registered on the spot
 * when they are new. One field for both, because the number itself says what it is.
 */
import './find-party.css';
import { Button, Checkbox, Input, Select, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import {
  checkCreditCode,
  checkIdNumber,
  idKinds,
  peopleContract,
  type IdKind,
  type OrganisationShape,
  type PersonShape,
} from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { ProblemNote } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { findWords } from './find-words.ts';
import { useScanner } from './scanner.ts';

export interface FoundParty {
  kind: 'person' | 'organisation';
  id: string;
  name: string;
  number: string;
  phone: string;
  address: string;
  legalRepresentative?: string;
  verified: boolean;
}

const ofPerson = (person: PersonShape): FoundParty => ({
  kind: 'person',
  id: person.id,
  name: person.name,
  number: person.idNumber,
  phone: person.phone,
  address: person.address,
  verified: person.verifiedAt !== null,
});
const ofOrganisation = (organisation: OrganisationShape): FoundParty => ({
  kind: 'organisation',
  id: organisation.id,
  name: organisation.name,
  number: organisation.creditCode,
  phone: organisation.phone,
  address: organisation.address,
  legalRepresentative: organisation.legalRepresentative,
  verified: organisation.verifiedAt !== null,
});

type Missing = { kind: 'person'; idKind: IdKind; number: string } | { kind: 'organisation'; number: string };

export function FindParty(props: {
  onFound: (party: FoundParty) => void;
  /** Only people: an agent is somebody who stands there. */
  peopleOnly?: boolean;
  /** People come masked, where nothing is to be filled in from them. */
  masked?: boolean;
  label?: string;
  focus?: boolean;
}): ReactNode {
  const say = useWords(findWords);
  const id = useId();
  const [idKind, setIdKind] = useState<IdKind>('residentCard');
  const [number, setNumber] = useState('');
  const [fault, setFault] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<Missing>();
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (props.focus) field.current?.focus();
  }, []);

  const find = async (typed: string): Promise<void> => {
    const text = typed.trim().toUpperCase();
    if (text === '' || busy) return;
    setFault(undefined);
    setError(undefined);
    setMissing(undefined);
    const credit = props.peopleOnly || idKind !== 'residentCard' ? undefined : checkCreditCode(text);
    const card = checkIdNumber(idKind, text, today());
    // Eighteen places both: the province at the beginning of a card and the check digit tell them apart.
    const isCredit = credit?.ok === true && !card.ok;
    if (!isCredit && !card.ok) return setFault(say.fault[card.fault]);
    setBusy(true);
    try {
      if (isCredit) {
        const { organisation } = await call(peopleContract.findOrganisation, { query: { creditCode: text } });
        if (organisation) props.onFound(ofOrganisation(organisation));
        // One in thirty-one mistyped cards passes for a credit code that nobody has.
        else if (!card.ok && card.fault === 'checkDigit') setFault(say.fault.checkDigit);
        else setMissing({ kind: 'organisation', number: text });
      } else {
        // Each look-up is recorded. With a purpose the data come unmasked: a form is filled in from them.
        const { person } = await call(peopleContract.lookUpPerson, {
          body: { idKind, idNumber: text, ...(props.masked ? {} : { purpose: findWords['zh-CN'].purpose }) },
        });
        if (person) props.onFound(ofPerson(person));
        else setMissing({ kind: 'person', idKind, number: text });
      }
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  useScanner((text) => {
    setNumber(text);
    void find(text);
  });
  return (
    <div className="find-party">
      <form
        className="find-row"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void find(number);
        }}
      >
        <div>
          <label htmlFor={`${id}-kind`}>{say.kind}</label>
          <Select
            id={`${id}-kind`}
            value={idKind}
            onChange={setIdKind}
            options={idKinds.map((value) => ({ value, label: say.kinds[value] }))}
            style={{ width: '13rem' }}
          />
        </div>
        <div className="find-number">
          <label htmlFor={`${id}-number`}>{props.label ?? say.number}</label>
          <Input
            ref={field}
            id={`${id}-number`}
            value={number}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            className="yc-code"
            onChange={(event) => {
              setNumber(event.target.value);
              setFault(undefined);
            }}
            aria-describedby={`${id}-hint`}
            {...(fault ? { status: 'error' as const, 'aria-invalid': true } : {})}
          />
        </div>
        <Button htmlType="submit" loading={busy}>
          {say.find}
        </Button>
      </form>
      <p id={`${id}-hint`} className={fault ? 'yc-fault' : 'yc-muted yc-small'} role={fault ? 'alert' : undefined}>
        {fault ?? say.hint}
      </p>
      <ProblemNote error={error} />
      {missing ? (
        <Register
          key={missing.number}
          missing={missing}
          onDone={(party) => {
            // Where this stays on the page beside whoever was found, what was asked for a new one goes.
            setMissing(undefined);
            props.onFound(party);
          }}
        />
      ) : null}
    </div>
  );
}

function Register({ missing, onDone }: { missing: Missing; onDone: (party: FoundParty) => void }): ReactNode {
  const say = useWords(findWords);
  const { optional } = useWords(generalWords);
  const id = useId();
  const [name, setName] = useState('');
  const [legal, setLegal] = useState('');
  const [phone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [seen, setSeen] = useState(false);
  const [fault, setFault] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const isOrg = missing.kind === 'organisation';
    if (isOrg && (name.trim() === '' || legal.trim() === '')) return setFault(say.orgNeeded);
    if (!isOrg && name.trim() === '') return setFault(say.nameNeeded);
    if (!seen) return setFault(say.seenNeeded);
    setFault(undefined);
    setError(undefined);
    setBusy(true);
    const rest = {
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(address.trim() ? { address: address.trim() } : {}),
    };
    try {
      if (missing.kind === 'organisation') {
        const body = { creditCode: missing.number, name: name.trim(), legalRepresentative: legal.trim(), ...rest };
        onDone(ofOrganisation(await call(peopleContract.registerOrganisation, { body })));
      } else {
        const body = { idKind: missing.idKind, idNumber: missing.number, name: name.trim(), seen: true, ...rest };
        const made = ofPerson(await call(peopleContract.registerPerson, { body }));
        // The answer may be masked; what was just typed is known anyway.
        onDone({ ...made, number: missing.number, phone: phone.trim(), address: address.trim() });
      }
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const field = (
    key: string,
    label: string,
    value: string,
    set: (value: string) => void,
    more: { focus?: boolean; needed?: boolean; mode?: 'tel' } = {},
  ): ReactNode => (
    <div>
      <label htmlFor={`${id}-${key}`}>
        {label}
        {more.needed ? null : <span className="yc-muted yc-small"> ({optional})</span>}
      </label>
      <Input
        id={`${id}-${key}`}
        value={value}
        autoFocus={more.focus ?? false}
        autoComplete="off"
        inputMode={more.mode ?? 'text'}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );
  return (
    <form
      className="find-register"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p role="status">{say.notFound}</p>
      <div className="find-fields">
        {missing.kind === 'organisation' ? (
          <>
            {field('name', say.orgName, name, setName, { focus: true, needed: true })}
            {field('legal', say.legal, legal, setLegal, { needed: true })}
          </>
        ) : (
          field('name', say.name, name, setName, { focus: true, needed: true })
        )}
        {field('phone', say.phone, phone, setPhone, { mode: 'tel' })}
        {field('address', say.address, address, setAddress)}
      </div>
      <Checkbox checked={seen} onChange={({ target }) => setSeen(target.checked)}>
        {say.seen}
      </Checkbox>
      {fault ? (
        <p className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
      <ProblemNote error={error} />
      <div>
        <Button htmlType="submit" loading={busy}>
          {say.register}
        </Button>
      </div>
    </form>
  );
}
