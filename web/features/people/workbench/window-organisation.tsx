/** A company at the window: compared with its licence, and given those who act for it. */
import { App, Button, Tag } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { peopleContract, type OrganisationShape } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { editWords } from '#web/ui/edit/edit-words.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { useWords } from '#web/words/language.ts';
import { faultOfPhone } from './staff-fields.ts';
import { WindowAuthorities } from './window-authorities.tsx';
import { windowWords } from './window-words.ts';

export function WindowOrganisation({ organisation }: { organisation: OrganisationShape }): ReactNode {
  const say = useWords(windowWords);
  const { message } = App.useApp();
  const [comparing, setComparing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useHotkeys([{ key: 'v', say: say.licence, run: () => setComparing(true) }]);
  const verified = organisation.verifiedAt !== null;
  const facts: [string, string][] = [
    [say.creditCode, organisation.creditCode],
    [say.legal, organisation.legalRepresentative],
    [say.phone, organisation.phone],
    [say.address, organisation.address],
  ];
  return (
    <section className="window-desk" aria-labelledby="window-name">
      <h2 id="window-name" ref={heading} tabIndex={-1} className="yc-row">
        {organisation.name}
        <Tag>{verified ? say.verified : say.notVerified}</Tag>
      </h2>
      <dl className="window-facts yc-panel">
        {facts
          .filter(([, value]) => value !== '')
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="yc-numbers">{value}</dd>
            </div>
          ))}
      </dl>
      <div className="yc-row" role="group" aria-label={say.actions}>
        <Button onClick={() => setComparing(true)}>
          {say.licence} <Key name="v" />
        </Button>
      </div>
      <WindowAuthorities party={{ kind: 'organisation', id: organisation.id }} />
      {comparing ? (
        <Licence
          organisation={organisation}
          onClose={() => setComparing(false)}
          onDone={async () => {
            await readAgain(peopleContract.findOrganisation, peopleContract.listAuthorities);
            void message.success(say.done.licence);
          }}
        />
      ) : null}
    </section>
  );
}

function Licence(props: {
  organisation: OrganisationShape;
  onClose: () => void;
  onDone: () => Promise<void>;
}): ReactNode {
  const say = useWords(windowWords);
  const { required } = useWords(editWords);
  const [draft, setDraft] = useState(props.organisation);
  const [checked, setChecked] = useState(false);
  const faults = {
    name: draft.name.trim() === '' ? required(say.fields.orgName) : undefined,
    legalRepresentative: draft.legalRepresentative.trim() === '' ? required(say.legal) : undefined,
    phone: faultOfPhone(draft.phone) ? say.phoneWrong : undefined,
    address: undefined,
  };
  const text = (name: keyof typeof faults, label: string, maxLength: number): ReactNode => (
    <EditText
      label={label}
      wide
      optional={name === 'phone' || name === 'address'}
      focus={name === 'name'}
      maxLength={maxLength}
      value={draft[name]}
      fault={checked ? faults[name] : undefined}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <ConfirmDialog
      open
      title={say.licence}
      verb={say.licenceGo}
      reason="needed"
      reasonLabel={say.licenceWhy}
      onClose={props.onClose}
      onConfirm={async (reason) => {
        setChecked(true);
        if (Object.values(faults).some((fault) => fault !== undefined)) return false;
        const { id, name, legalRepresentative, phone, address, version } = draft;
        await call(peopleContract.verifyOrganisation, {
          params: { id },
          body: { name, legalRepresentative, phone, address, version, reason },
        });
        await props.onDone();
      }}
    >
      <p>{say.licenceWhat}</p>
      {text('name', say.fields.orgName, 120)}
      {text('legalRepresentative', say.legal, 60)}
      {text('phone', say.fields.phone, 21)}
      {text('address', say.fields.address, 200)}
    </ConfirmDialog>
  );
}
