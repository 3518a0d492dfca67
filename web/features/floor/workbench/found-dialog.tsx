/** What was found at a point: how bad, what, whose, photos. Closes at once: what has no connection waits beside the point. */
import { Radio, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { severities, type Severity } from '#modules/floor/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { findingWords } from '../finding-words.ts';
import { roundWords } from '../round-words.ts';
import { photoLimits, sendPhoto } from '../send-photo.ts';

export interface Found {
  severity: Severity;
  body: string;
  departmentId?: string;
  fileIds: string[];
}

export function FoundDialog(props: { title: string; onClose: () => void; onFound: (found: Found) => void }): ReactNode {
  const say = useWords(roundWords);
  const { severities: sayBad } = useWords(findingWords);
  const language = useLanguage();
  const id = useId();
  const [severity, setSeverity] = useState<Severity>('minor');
  const [departmentId, setDepartment] = useState<string>();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  return (
    <ConfirmDialog
      open
      title={props.title}
      verb={say.noteIt}
      reason="needed"
      reasonLabel={say.body}
      onClose={props.onClose}
      onConfirm={(body) => {
        props.onFound({ severity, body, fileIds: files.map((file) => file.id), ...(departmentId ? { departmentId } : {}) });
      }}
    >
      <Radio.Group aria-label={say.bad} value={severity} onChange={({ target }) => setSeverity(target.value as Severity)} options={severities.map((value) => ({ value, label: sayBad[value] }))} />
      <div className="yc-field">
        <label className="yc-field-title" htmlFor={`${id}-department`}>
          {say.department}
        </label>
        <Select
          id={`${id}-department`}
          allowClear
          value={departmentId}
          onChange={setDepartment}
          showSearch={{ optionFilterProp: 'label' }}
          options={(departments.data?.rows ?? []).map((one) => ({ value: one.id, label: pick(language, one.shortName, one.nameEn) }))}
        />
      </div>
      <FileField label={say.photos} files={files} onChange={setFiles} upload={sendPhoto} {...photoLimits} />
    </ConfirmDialog>
  );
} // prettier-ignore
