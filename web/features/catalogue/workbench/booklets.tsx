/** Print-ready booklets: of a department, an outlet, a life event, or the directory of places. */
import './import.css';
import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Progress, Radio } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { officesContract } from '#modules/offices/contract';
import { useOp } from '#web/client/query.ts';
import { EditSelect } from '#web/ui/edit/edit-fields.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { saySize } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { fetchBooklet, type BookletFile } from './booklet-file.ts';
import { bookletWords } from './booklet-words.ts';
import { ItemsHead } from './items-head.tsx';
import { useOutlets } from './reading.ts';

const kinds = ['department', 'outlet', 'topic', 'directory'] as const;
type Kind = (typeof kinds)[number];

function Booklets(): ReactNode {
  const say = useWords(bookletWords);
  const language = useLanguage();
  const [asked, ask] = useAsked();
  const kind: Kind = kinds.find((one) => one === asked.kind) ?? 'department';
  const departments = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const overview = useOp(catalogueContract.overview, {}, { staleTime: 300_000 });
  const outlets = useOutlets();
  const { of } = asked;
  const query = {
    ...(kind === 'department' && of ? { departmentId: of } : {}),
    ...(kind === 'outlet' && of ? { outletId: of } : {}),
    ...(kind === 'topic' && of ? { topic: of } : {}),
    ...(kind === 'directory' ? { directory: true, ...(of ? { departmentId: of } : {}) } : {}),
  };
  const ready = kind === 'directory' || of !== undefined;
  const { directory: _, ...narrowed } = query;
  const count = useOp(catalogueContract.listItems, { query: { ...narrowed, limit: 1 } }, { enabled: ready }).data
    ?.total;
  const options = {
    department: (departments.data?.rows ?? []).map(({ id, name, nameEn }) => ({
      value: id,
      label: pick(language, name, nameEn),
    })),
    outlet: (outlets.data ?? []).map(({ id, name, nameEn }) => ({ value: id, label: pick(language, name, nameEn) })),
    topic: (overview.data?.topics ?? [])
      .filter((topic) => topic.count > 0)
      .map(({ key, name, nameEn }) => ({ value: key, label: pick(language, name, nameEn) })),
    directory: [] as { value: string; label: string }[],
  };
  options.directory = options.department;
  const label = { department: say.department, outlet: say.outlet, topic: say.topic, directory: say.whichDirectory }[
    kind
  ];
  return (
    <div className="items booklets">
      <ItemsHead />
      <p className="yc-muted">{say.what}</p>
      <section className="yc-panel booklet-choice" aria-label={say.title}>
        <fieldset className="edit-choice">
          <legend>{say.kind}</legend>
          <Radio.Group
            className="booklet-kinds"
            value={kind}
            onChange={({ target }) => ask({ kind: target.value as Kind, of: undefined })}
            options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
          />
        </fieldset>
        <EditSelect
          key={kind}
          label={label}
          optional={kind === 'directory'}
          value={of}
          placeholder={kind === 'directory' ? say.whole : say.choose}
          options={options[kind]}
          onChange={(value) => ask({ of: value })}
        />
        <Make key={JSON.stringify(query)} query={query} ready={ready} count={ready ? count : undefined} />
      </section>
    </div>
  );
}

/** The button, how far it is, and the file. */
function Make(props: {
  query: Parameters<typeof fetchBooklet>[0];
  ready: boolean;
  count: number | undefined;
}): ReactNode {
  const say = useWords(bookletWords);
  const [progress, setProgress] = useState<{ bytes: number; expected: number | undefined }>();
  const [made, setMade] = useState<BookletFile>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      stop.current?.abort();
    },
    [],
  );
  useEffect(
    () => () => {
      if (made) URL.revokeObjectURL(made.href);
    },
    [made],
  );
  const make = async (): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    setError(undefined);
    setMade(undefined);
    setProgress({ bytes: 0, expected: undefined });
    try {
      setMade(
        await fetchBooklet(props.query, (bytes, expected) => setProgress({ bytes, expected }), controller.signal),
      );
    } catch (thrown) {
      if (!controller.signal.aborted) setError(thrown);
    } finally {
      if (stop.current === controller) setProgress(undefined);
    }
  };
  // What was expected is a guess: it is full when the file is here.
  const percent = progress?.expected ? Math.min(99, Math.round((progress.bytes / progress.expected) * 100)) : 0;
  return (
    <>
      <div className="yc-row">
        <Button
          type="primary"
          icon={<FilePdfOutlined aria-hidden="true" />}
          disabled={!props.ready || progress !== undefined}
          onClick={() => void make()}
        >
          {say.make}
        </Button>
        {props.count === undefined ? null : <span className="yc-muted">{say.count(props.count)}</span>}
      </div>
      {progress ? (
        <div className="booklet-work" role="status">
          <Progress percent={percent} status="active" aria-label={say.setting} />
          <div className="yc-row">
            <span>{progress.bytes === 0 ? say.setting : say.reading(saySize(progress.bytes), percent)}</span>
            <Button size="small" onClick={() => stop.current?.abort()}>
              {say.stop}
            </Button>
          </div>
        </div>
      ) : null}
      {made ? (
        <div className="import-done" role="status">
          <div>
            <strong>{say.done}</strong>
            <p>
              {made.name} · {say.pages(saySize(made.bytes))}
            </p>
          </div>
          <a href={made.href} download={made.name} className="yc-button">
            {say.save}
          </a>
          <a href={made.href} target="_blank" rel="noreferrer" className="yc-button quiet">
            {say.open}
          </a>
        </div>
      ) : null}
      <ProblemNote error={error} />
    </>
  );
}

export const page = definePage({ roles: ['clerk', 'examiner', 'head', 'office', 'admin'], Component: Booklets });
