/** Noting a finding: what, how bad, where, whose, with photos. What was written stays while the connection is lost. */
import { App, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { floorContract, severities, type Severity } from '#modules/floor/contract';
import { officesContract } from '#modules/offices/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { useDepartmentShortOptions } from '#web/features/offices/departments.ts';
import { photoLimits, sendFile } from '#web/features/documents/send-file.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { FileField, type UploadedFile } from '#web/ui/file-field.tsx';
import { useWords } from '#web/words/language.ts';
import { findingWords } from '../finding-words.ts';

export function RaiseDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(findingWords);
  const { message } = App.useApp();
  const [severity, setSeverity] = useState<Severity>('minor');
  const [zone, setZone] = useState<string>();
  const [departmentId, setDepartment] = useState<string>();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const windows = useOp(officesContract.listWindows, { query: { outletId, limit: 500 } }, { staleTime: 600_000 });
  const departments = useDepartmentShortOptions();
  const act = useAct(floorContract.raiseFinding, { changes: [floorContract.listFindings, floorContract.countFindings] });
  const zones = [...new Set((windows.data?.rows ?? []).map((one) => one.zone))].filter((one) => one !== '');
  return (
    <ConfirmDialog
      open
      title={say.raise}
      verb={say.raise}
      reason="needed"
      reasonLabel={say.raiseBody}
      onClose={onClose}
      onConfirm={async (body) => {
        await act.send({
          params: { id: outletId },
          body: { actionId: act.key(), severity, body, zone: zone ?? '', fileIds: files.map((file) => file.id), ...(departmentId ? { departmentId } : {}) },
        }); // prettier-ignore
        void message.success(say.raised);
      }}
    >
      <Radio.Group aria-label={say.howBad} value={severity} onChange={({ target }) => setSeverity(target.value as Severity)} options={severities.map((value) => ({ value, label: say.severities[value] }))} />
      <EditSelect label={say.raiseZone} optional="unsaid" value={zone} onChange={setZone} options={zones.map((value) => ({ value, label: value }))} />
      <EditSelect label={say.raiseDepartment} optional="unsaid" value={departmentId} onChange={setDepartment} options={departments} />
      <FileField label={say.photos} files={files} onChange={setFiles} upload={sendFile} {...photoLimits} />
      {act.error?.passes ? <p role="status">{say.again}</p> : null}
    </ConfirmDialog>
  );
} // prettier-ignore
