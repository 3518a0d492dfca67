/** An item: its next version in preparation, as people see it, its versions, and where it is handed down to. */
import './editor.css';
import './items.css';
import type { ReactNode } from 'react';
import { catalogueContract, type ItemDraft } from '#modules/catalogue/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked, useParam } from '#web/ui/page.tsx';
import { Failing, Loading, Query } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { sayLegalName, sayName } from '../portal/say-item.ts';
import { editorWords } from './editor-words.ts';
import { EditedItem } from './edited-item.tsx';
import { GuidePreview } from './guide-preview.tsx';
import { Parts } from './parts.tsx';
import { Places } from './places.tsx';
import { useMayEdit } from './reading.ts';
import { Versions, type VersionRows } from './versions.tsx';

function ItemPage(): ReactNode {
  const id = useParam('id');
  const mayEdit = useMayEdit();
  const versions = useOp(catalogueContract.listVersions, { params: { id } });
  const draft = useOp(catalogueContract.getDraft, { params: { id } }, { enabled: mayEdit });
  if (!mayEdit) return <Query of={versions}>{({ rows }) => <ReadItem itemId={id} rows={rows} />}</Query>;
  const error = versions.data ? (draft.data ? undefined : draft.error) : versions.error;
  if (error) return <Failing error={error} onRetry={() => void Promise.all([versions.refetch(), draft.refetch()])} />;
  if (!versions.data || !draft.data) return <Loading rows={12} />;
  return <EditedItem key={id} read={draft.data as ItemDraft} rows={versions.data.rows} />;
}

/** For those who look and do not edit: administrators and auditors. */
function ReadItem(props: { itemId: string; rows: VersionRows }): ReactNode {
  const { itemId, rows } = props;
  const say = useWords(editorWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const shown = (['versions', 'guide', 'places'] as const).filter((part) => part !== 'guide' || rows.length > 0);
  const part = shown.find((one) => one === asked.part) ?? 'versions';
  const last = rows[0]?.version ?? 0;
  const read = useOp(
    catalogueContract.getItemVersion,
    { params: { id: itemId, version: Math.max(1, last) } },
    { enabled: last > 0, staleTime: Infinity },
  );
  const body = read.data?.body;
  return (
    <div className="item-page">
      <PageHeader
        title={body ? sayName(body, language) : '…'}
        sub={[body && sayLegalName(body, language), read.data?.code].filter(Boolean).join(' · ')}
        back={{ to: '/items', say: say.back }}
      />
      <Parts shown={shown} current={part} />
      {part === 'versions' ? <Versions itemId={itemId} rows={rows} draft={undefined} /> : null}
      {part === 'guide' ? (
        <GuidePreview
          itemId={itemId}
          code={read.data?.code ?? ''}
          departmentId={read.data?.departmentId ?? ''}
          draft={undefined}
          lastVersion={last}
          saved={0}
          rows={rows}
        />
      ) : null}
      {part === 'places' ? <Places item={{ itemId, name: body?.name ?? '', plainName: body?.plainName }} /> : null}
    </div>
  );
}

export const page = definePage({
  roles: ['head', 'office', 'admin', 'auditor'],
  load: ({ params }) => prefetch(catalogueContract.listVersions, { params: { id: params.id! } }),
  Component: ItemPage,
});
