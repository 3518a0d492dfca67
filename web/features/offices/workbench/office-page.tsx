/** What the pages of departments, outlets and windows share: head, tabs, filters, and taking out of service. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { hasRole, useMe } from '#web/client/session.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useHotkeys, Key } from '#web/ui/hotkeys.tsx';
import { LinkTabs } from '#web/ui/link-tabs.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { useWords } from '#web/words/language.ts';
import { placeWords } from './words.ts';

/** What the head, the tabs and the filters leave of the window. */
export const listHeight = 'calc(100dvh - 15rem)';

/** Who edits places; others may look. */
export const useMayEdit = (): boolean => hasRole(useMe(), ['office', 'admin']);

/** The head of the three lists. */
export function OfficesHead(): ReactNode {
  const { title, tabs } = useWords(placeWords);
  return (
    <>
      <PageHeader title={title} />
      <LinkTabs
        label={tabs.label}
        tabs={[
          { to: '/offices', label: tabs.departments },
          { to: '/offices/outlets', label: tabs.outlets },
          { to: '/offices/windows', label: tabs.windows },
        ]}
      />
    </>
  );
}

/** Shows those out of service as well; lies in the address. */
export function RetiredFilter(): ReactNode {
  const say = useWords(placeWords);
  const [asked, ask] = useAsked();
  return (
    <Checkbox
      checked={asked.retired === 'true'}
      onChange={({ target }) => ask({ retired: target.checked ? 'true' : undefined })}
    >
      {say.retiredToo}
    </Checkbox>
  );
}

/** The button for a new one; key `n`. */
export function AddButton(props: { label: string; onAdd: () => void }): ReactNode {
  useHotkeys([{ key: 'n', say: props.label, run: props.onAdd }]);
  return (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={props.onAdd}>
      {props.label} <Key name="n" />
    </Button>
  );
}

export function RetiredTag(props: { at: string | null }): ReactNode {
  const say = useWords(placeWords);
  return props.at ? <Tag>{say.retired}</Tag> : null;
}

/** Takes something out of service, or puts it back, after a question. */
export function RetireButton(props: {
  name: string;
  retired: boolean;
  question: (name: string) => string;
  onRetire: (retired: boolean) => Promise<unknown>;
}): ReactNode {
  const say = useWords(placeWords);
  const [asking, setAsking] = useState(false);
  const verb = props.retired ? say.restore : say.retire;
  return (
    <>
      <Button danger={!props.retired} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        open={asking}
        title={verb}
        verb={verb}
        danger={!props.retired}
        onClose={() => setAsking(false)}
        onConfirm={() => props.onRetire(!props.retired)}
      >
        <p>{props.retired ? say.restoreWhat(props.name) : props.question(props.name)}</p>
      </ConfirmDialog>
    </>
  );
}
