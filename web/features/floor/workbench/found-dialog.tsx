/** What was found at a point: how bad, what, whose, photos. Closes at once: what has no connection waits beside the point. */
import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { severities, type Severity } from '#modules/floor/contract';
import { useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { photoLimits, sendFile } from '#web/features/documents/send-file.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { useWords } from '#web/words/language.ts';
import { findingWords } from '../finding-words.ts';
import { roundWords } from '../round-words.ts';

export interface Found {
  severity: Severity;
  body: string;
  departmentId?: string;
  fileIds: string[];
}

export function FoundDialog(props: { title: string; onClose: () => void; onFound: (found: Found) => void }): ReactNode {
  const say = useWords(roundWords);
  const { severities: sayBad } = useWords(findingWords);
  const [severity, setSeverity] = useState<Severity>('minor');
  const [departmentId, setDepartment] = useState<string>();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const departments = useDepartmentShortOptions();
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
      <EditSelect label={say.department} optional="unsaid" value={departmentId} onChange={setDepartment} options={departments} />
      <FileField label={say.photos} files={files} onChange={setFiles} upload={sendFile} {...photoLimits} />
    </ConfirmDialog>
  );
} // prettier-ignore
