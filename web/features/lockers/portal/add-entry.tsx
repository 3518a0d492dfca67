/** Putting a paper of one's own into the locker. */
import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { certificateKinds, certificates, type Certificate } from '#modules/catalogue/contract';
import { fileLimits } from '#modules/documents/contract';
import { lockersContract } from '#modules/lockers/contract';
import { useAct } from '#web/client/query.ts';
import { sendFile, takeFileBack } from '#web/features/documents/send-file.ts';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayKind } from '../say-entry.ts';
import { lockerWords } from '../words.ts';

export function AddEntry(props: { owner: { organisationId?: string }; onAdded: (name: string) => void }): ReactNode {
  const { owner } = props;
  const say = useWords(lockerWords);
  const language = useLanguage();
  const id = useId();
  const [kind, setKind] = useState<Certificate>();
  const [number, setNumber] = useState('');
  const [validUntil, setValidUntil] = useState('');
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState(false);
  const act = useAct(lockersContract.addEntry, { changes: [lockersContract.myLocker] });
  const holder = owner.organisationId ? 'organisation' : 'person';
  const kinds = certificates.filter((one) => (certificateKinds[one].holders as readonly string[]).includes(holder));
  const noKind = checked && kind === undefined;
  const noFile = checked && files.length === 0;

  const send = async (): Promise<void> => {
    setChecked(true);
    if (!kind || files.length === 0) return focusFault();
    if (busy) return;
    const body = {
      id: act.key(),
      ...owner,
      kind,
      fileIds: files.map((file) => file.id),
      ...(number.trim() ? { number: number.trim() } : {}),
      ...(validUntil ? { validUntil } : {}),
    };
    const added = await act.send({ body }).catch(() => undefined);
    if (added) props.onAdded(sayKind(kind, language));
  };
  return (
    <form
      className="lockers-form"
      noValidate
      aria-label={say.addTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="yc-muted">{say.addLine}</p>
      <div className={`yc-field${noKind ? ' faulty' : ''}`}>
        <label htmlFor={`${id}-kind`} className="yc-field-title">
          {say.kind}
        </label>
        <Select
          id={`${id}-kind`}
          value={kind ?? null}
          onChange={setKind}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((value) => ({ value, label: sayKind(value, language) }))}
          {...(noKind ? { status: 'error' as const, 'aria-describedby': `${id}-kind-fault` } : {})}
        />
        {noKind ? (
          <p id={`${id}-kind-fault`} className="yc-fault" role="alert">
            {say.needKind}
          </p>
        ) : null}
      </div>
      <div className="yc-field">
        <FileField
          label={say.files}
          files={files}
          onChange={setFiles}
          upload={sendFile}
          onRemove={takeFileBack}
          onBusy={setBusy}
          fault={busy && checked ? say.waitUpload : noFile ? say.needFile : undefined}
          max={10}
          maxBytes={fileLimits.bytes}
          endings={['pdf']}
        />
      </div>
      <div className="yc-field">
        <label htmlFor={`${id}-number`} className="yc-field-title">
          {say.number}
        </label>
        <Input id={`${id}-number`} value={number} maxLength={80} onChange={({ target }) => setNumber(target.value)} />
      </div>
      <div className="yc-field">
        <label htmlFor={`${id}-until`} className="yc-field-title">
          {say.validUntil}
        </label>
        <p id={`${id}-until-hint`} className="yc-muted yc-small">
          {say.validUntilHint}
        </p>
        <Input
          id={`${id}-until`}
          type="date"
          className="yc-short"
          value={validUntil}
          aria-describedby={`${id}-until-hint`}
          onChange={({ target }) => setValidUntil(target.value)}
        />
      </div>
      <ProblemNote error={act.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={act.sending}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}
