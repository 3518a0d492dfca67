/** The guide as residents see it, of the draft or of a version, on a phone or a computer. */
import { Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { catalogueContract, type Guide, type ItemBody } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { useAsked } from '#web/ui/page.tsx';
import { Failing, Loading } from '#web/ui/states.tsx';
import { today } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { formWords } from './form-words.ts';
import { Comparison } from './changes.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { useKeptDepartments, useTopics } from './reading.ts';
import { versionWords } from './version-words.ts';
import type { VersionRows } from './versions.tsx';

/** A guide that is not in force, with the places of the one that is. */
export function useGuideOf(of: {
  itemId: string;
  code: string;
  departmentId: string;
  version: number;
  inForceFrom: string;
  body: ItemBody;
  hasGuide: boolean;
}): Guide {
  const departments = useKeptDepartments();
  const topics = useTopics();
  const inForce = useOp(
    catalogueContract.getGuide,
    { params: { id: of.itemId }, query: {} },
    { enabled: of.hasGuide, staleTime: 60_000 },
  ).data;
  const department = departments.find(({ id }) => id === of.departmentId);
  return {
    itemId: of.itemId,
    code: of.code,
    baseCode: inForce?.baseCode ?? '',
    version: of.version,
    inForceFrom: of.inForceFrom,
    department: {
      id: of.departmentId,
      key: department?.key ?? '',
      name: department?.name ?? inForce?.department.name ?? '',
      nameEn: department?.nameEn ?? inForce?.department.nameEn ?? '',
      telephone: department?.telephone ?? inForce?.department.telephone ?? '',
    },
    topics: topics
      .filter(({ key }) => of.body.topics.includes(key))
      .map(({ key, name, nameEn }) => ({ key, name, nameEn, iconWord: '' })),
    body: of.body,
    places: inForce?.places ?? [],
    next: null,
  };
}

export function GuidePreview(props: {
  itemId: string;
  code: string;
  departmentId: string;
  /** What is being edited; readers who do not edit have none. */
  draft: ItemBody | undefined;
  lastVersion: number;
  /** The revision of the draft that the server holds; 0: there is none. */
  saved: number;
  rows: VersionRows;
}): ReactNode {
  const { draft, rows } = props;
  const say = useWords(versionWords);
  const form = useWords(formWords);
  const [asked, ask] = useAsked();
  const [screen, setScreen] = useState<'phone' | 'computer'>('phone');
  const version =
    rows.find((row) => String(row.version) === asked.look)?.version ?? (draft ? 0 : (rows[0]?.version ?? 0));
  const published = useOp(
    catalogueContract.getItemVersion,
    { params: { id: props.itemId, version: Math.max(1, version) } },
    { enabled: version > 0, staleTime: Infinity },
  );
  const inForce = rows.find(({ state }) => state === 'published')?.version;
  const body = version === 0 ? draft : published.data?.body;
  return (
    <div className="yc-stack">
      <div className="yc-row">
        <Select
          aria-label={say.columns.version}
          value={version}
          options={[
            ...(draft ? [{ value: 0, label: say.draft }] : []),
            ...rows.map((row) => ({ value: row.version, label: say.version(row.version) })),
          ]}
          onChange={(value: number) => ask({ look: value === 0 ? undefined : String(value) })}
          style={{ width: '9rem' }}
        />
        <Radio.Group
          optionType="button"
          aria-label={say.width}
          value={screen}
          onChange={({ target }) => setScreen(target.value as 'phone' | 'computer')}
          options={[
            { value: 'phone', label: say.phone },
            { value: 'computer', label: say.computer },
          ]}
        />
      </div>
      {body ? (
        <Shown
          {...props}
          body={body}
          version={version === 0 ? props.lastVersion + 1 : version}
          departmentId={version === 0 ? props.departmentId : (published.data?.departmentId ?? props.departmentId)}
          inForceFrom={version === 0 ? today() : (published.data?.inForceFrom ?? today())}
          hasGuide={rows.some(({ state }) => state === 'published')}
          title={form.guideFrame}
          wide={screen === 'computer'}
          beside={
            version === 0 && inForce !== undefined ? (
              <section aria-labelledby="guide-changes">
                <h2 id="guide-changes">{say.againstInForce}</h2>
                {props.saved > 0 ? (
                  <Comparison key={props.saved} itemId={props.itemId} from={inForce} to={0} draft={draft} />
                ) : (
                  <p className="yc-muted">{say.noChanges}</p>
                )}
              </section>
            ) : null
          }
        />
      ) : published.error ? (
        <Failing error={published.error} onRetry={() => void published.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

/** The guide of the draft beside its editor. */
export function LiveGuide(props: Omit<Parameters<typeof useGuideOf>[0], 'inForceFrom'>): ReactNode {
  const form = useWords(formWords);
  const guide = useGuideOf({ ...props, inForceFrom: today() });
  return <PreviewFrame title={form.guideFrame} note={form.live} shown={{ show: 'guide', guide }} />;
}

function Shown(
  props: Parameters<typeof useGuideOf>[0] & { title: string; wide: boolean; beside: ReactNode },
): ReactNode {
  const { title, wide, beside, ...of } = props;
  const guide = useGuideOf(of);
  return (
    <div className={wide ? 'guide-preview wide' : 'guide-preview'}>
      <PreviewFrame title={title} wide={wide} shown={{ show: 'guide', guide }} />
      {beside}
    </div>
  );
}
