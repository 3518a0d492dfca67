/** An item in the hands of an editor: head with what is kept and what can be done, and its parts. */
import { MoreOutlined } from '@ant-design/icons';
import { useBlocker } from '@tanstack/react-router';
import { App, Button, Dropdown, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract, type ItemDraft } from '#modules/catalogue/contract';
import { call } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useHotkeys } from '#web/ui/hotkeys.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { generalWords } from '#web/words/general.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { sayLegalName, sayName } from '../portal/say-item.ts';
import { editorWords } from './editor-words.ts';
import { Editor } from './editor.tsx';
import { FaultsProvider, useFaults } from './faults.tsx';
import { FormBuilder } from './form-builder.tsx';
import { GuidePreview, LiveGuide } from './guide-preview.tsx';
import { Parts, parts } from './parts.tsx';
import { itemsWords } from './items-words.ts';
import { ClashNote, Kept } from './kept.tsx';
import { Places } from './places.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { catalogueReadings, useKeptDepartments, useMayPublish } from './reading.ts';
import { StateTag } from './state-tag.tsx';
import { useItemDraft, type DraftKeeper } from './use-item-draft.ts';
import { versionWords } from './version-words.ts';
import { Versions, type VersionRows } from './versions.tsx';

export function EditedItem(props: { read: ItemDraft; rows: VersionRows }): ReactNode {
  const keeper = useItemDraft(props.read);
  return (
    <FaultsProvider body={keeper.body}>
      <Whole keeper={keeper} rows={props.rows} />
    </FaultsProvider>
  );
}

function Whole(props: { keeper: DraftKeeper; rows: VersionRows }): ReactNode {
  const { keeper, rows } = props;
  const { draft, body } = keeper;
  const say = useWords(versionWords);
  const edit = useWords(editorWords);
  const items = useWords(itemsWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [asked, ask] = useAsked();
  const mayPublish = useMayPublish();
  const faults = useFaults();
  const departments = useKeptDepartments();
  const [publishing, setPublishing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const part = parts.find((one) => one === asked.part) ?? 'edit';
  const begun = draft.revision > 0 || keeper.unsaved;
  const inForce = rows.find(({ state }) => state === 'published') ?? null;
  const next = rows.findLast(({ state }) => state === 'scheduled') ?? null;
  const state = inForce ? 'inForce' : next ? 'coming' : rows.length === 0 ? 'unpublished' : 'ended';
  const department = departments.find(({ id }) => id === keeper.departmentId);
  const overtaken = draft.revision > 0 && draft.basedOn < draft.lastVersion;
  const why = !mayPublish
    ? say.publishForbidden
    : !begun
      ? say.publishNone
      : faults.all.length > 0
        ? say.publishFaults(faults.all.length)
        : undefined;
  const toPublish = async (): Promise<void> => {
    if (!mayPublish || !begun) return;
    if (faults.all.length > 0) {
      faults.showAll();
      void message.warning(say.publishFaults(faults.all.length));
      return;
    }
    if (await keeper.flush()) setPublishing(true);
  };
  useHotkeys([{ key: 'mod+s', say: general.actions.save, run: () => void keeper.flush(), whileTyping: true }]);
  const blocker = useBlocker({
    // Within the item nothing is left. On the way out it is saved first; only what cannot be saved is asked about.
    shouldBlockFn: async ({ current, next: to }) => {
      if (current.pathname === to.pathname || !keeper.unsaved) return false;
      return !(await keeper.flush());
    },
    enableBeforeUnload: () => keeper.unsaved,
    withResolver: true,
  });
  const fresh = async (): Promise<void> => {
    await readAgain(...catalogueReadings);
    keeper.take(await call(catalogueContract.getDraft, { params: { id: draft.itemId } }));
  };
  return (
    <div className="item-page">
      <PageHeader
        title={sayName(body, language) || items.fresh.title}
        sub={[
          sayLegalName(body, language),
          department && pick(language, department.name, department.nameEn),
          draft.code,
        ]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/items', say: edit.back }}
        tags={
          <>
            <StateTag state={state} />
            {body.verified ? null : <span className="item-unverified">{items.unverified}</span>}
          </>
        }
      />
      <Parts
        shown={parts}
        current={part}
        actions={
          <>
            <Kept keeper={keeper} begun={begun} />
            <Button type="primary" disabled={!mayPublish || !begun} title={why ?? ''} onClick={() => void toPublish()}>
              {say.publish}
            </Button>
            {draft.revision > 0 && draft.lastVersion > 0 ? (
              <Dropdown
                trigger={['click']}
                menu={{ items: [{ key: 'drop', danger: true, label: say.drop, onClick: () => setDropping(true) }] }}
              >
                <Button icon={<MoreOutlined aria-hidden="true" />} aria-label={edit.more} aria-haspopup="menu" />
              </Dropdown>
            ) : null}
          </>
        }
      />
      {keeper.clash ? <ClashNote keeper={keeper} /> : null}
      {overtaken && !keeper.clash ? (
        <div className="item-notice" role="status">
          <div>
            <strong>{say.moved.title(draft.basedOn, draft.lastVersion)}</strong>
            <p>{say.moved.what}</p>
          </div>
          <Button onClick={() => ask({ part: 'versions', from: String(draft.lastVersion), to: '0' })}>
            {say.moved.compare}
          </Button>
          <Button onClick={keeper.goOnFromNewest}>{say.moved.goOn}</Button>
        </div>
      ) : null}
      {part === 'edit' ? (
        <Editor
          keeper={keeper}
          version={{ current: inForce?.version ?? null, from: inForce?.inForceFrom ?? null }}
          preview={
            <LiveGuide
              itemId={draft.itemId}
              code={draft.code}
              departmentId={keeper.departmentId}
              version={draft.lastVersion + 1}
              body={body}
              hasGuide={inForce !== null}
            />
          }
        />
      ) : null}
      {part === 'form' ? <FormBuilder keeper={keeper} /> : null}
      {part === 'guide' ? (
        <GuidePreview
          itemId={draft.itemId}
          code={draft.code}
          departmentId={keeper.departmentId}
          draft={body}
          lastVersion={draft.lastVersion}
          saved={draft.revision}
          rows={rows}
        />
      ) : null}
      {part === 'versions' ? (
        <Versions
          itemId={draft.itemId}
          rows={rows}
          draft={draft.revision > 0 ? { body, revision: draft.revision } : undefined}
        />
      ) : null}
      {part === 'places' ? (
        <Places item={{ itemId: draft.itemId, name: body.name, plainName: body.plainName }} />
      ) : null}
      {publishing ? (
        <PublishDialog
          keeper={keeper}
          current={inForce?.version ?? null}
          next={next}
          onClose={() => setPublishing(false)}
          onPublished={(version) => {
            setPublishing(false);
            void message.success(say.published(version));
            ask({ part: 'versions', from: undefined, to: undefined });
            void fresh();
          }}
        />
      ) : null}
      <ConfirmDialog
        open={dropping}
        title={say.drop}
        verb={say.drop}
        danger
        onClose={() => setDropping(false)}
        onConfirm={async () => {
          await keeper.flush();
          await call(catalogueContract.dropDraft, { params: { id: draft.itemId } });
          await fresh();
          void message.success(say.dropped);
        }}
      >
        <p>{say.dropWhat}</p>
      </ConfirmDialog>
      <Modal
        open={blocker.status === 'blocked'}
        title={say.leave.title}
        onCancel={() => blocker.reset?.()}
        footer={[
          <Button key="leave" danger onClick={() => blocker.proceed?.()}>
            {say.leave.verb}
          </Button>,
          <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
            {say.leave.stay}
          </Button>,
        ]}
      >
        <p>{say.leave.what}</p>
        {keeper.error ? <p className="yc-fault">{sayProblem(keeper.error, language).text}</p> : null}
      </Modal>
    </div>
  );
}
