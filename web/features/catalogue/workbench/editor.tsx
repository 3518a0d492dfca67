/** The content of the next version in sections, with the list of them at the left and what is missing in each. */
import './cards.css';
import './editor.css';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Day } from '#web/ui/due.tsx';
import { useWords } from '#web/words/language.ts';
import { useAsked } from '#web/ui/page.tsx';
import { useMedia } from '#web/ui/preferences.ts';
import { itemsWords } from './items-words.ts';
import { Contact, KindAndLimits, Names, Who } from './editor-basics.tsx';
import { Delivery, Fees, LegalBasis, Procedure, ResultDocument } from './editor-law.tsx';
import { Materials, Situations } from './editor-needs.tsx';
import { Promises } from './editor-promises.tsx';
import { editorWords } from './editor-words.ts';
import { goToPlace, useFaults } from './faults.tsx';
import { faultWords } from './fault-words.ts';
import type { DraftKeeper } from './use-item-draft.ts';

type SectionKey = Exclude<keyof (typeof editorWords)['zh-CN']['sections'], 'label'>;

/** Which parts of the body a section holds. */
const partsOf: Record<SectionKey, readonly string[]> = {
  names: ['/name', '/nameEn', '/plainName', '/plainNameEn', '/synonyms', '/topics'],
  kind: ['/kind', '/level', '/immediate', '/atKiosk', '/statutoryLimit', '/promisedLimit', '/visits', '/verified'],
  who: ['/applicants', '/conditions'],
  situations: ['/situations'],
  materials: ['/materials'],
  promises: ['/tolerance', '/promise', '/renewal'],
  form: ['/form'],
  fees: ['/fees'],
  basis: ['/basis'],
  result: ['/result'],
  delivery: ['/result/deliveries'],
  procedure: ['/procedure'],
  places: [],
  contact: ['/telephone', '/complaintTelephone'],
  validity: [],
};
const order = Object.keys(partsOf) as SectionKey[];

/** The section in which a place lies. */
export const sectionOf = (path: string): SectionKey =>
  path.startsWith('/result/deliveries')
    ? 'delivery'
    : (order.find((key) => partsOf[key].some((part) => path === part || path.startsWith(`${part}/`))) ?? 'names');

export function Editor(props: {
  keeper: DraftKeeper;
  version: { current: number | null; from: string | null };
  /** The guide as a phone shows it, where there is room for it. */
  preview: ReactNode;
}): ReactNode {
  const { keeper, version } = props;
  const { body, set } = keeper;
  const say = useWords(editorWords);
  const items = useWords(itemsWords);
  const [, ask] = useAsked();
  const { below } = useFaults();
  const content: Record<SectionKey, ReactNode> = {
    names: <Names body={body} set={set} departmentId={keeper.departmentId} onDepartment={keeper.setDepartment} />,
    kind: <KindAndLimits body={body} set={set} />,
    who: <Who body={body} set={set} />,
    situations: <Situations body={body} set={set} />,
    materials: <Materials body={body} set={set} />,
    promises: <Promises body={body} set={set} />,
    form: (
      <div className="yc-row" data-path="/form">
        <span>{say.formCount(Object.keys(body.form.properties).length)}</span>
        <span className="yc-muted">{say.formWhat}</span>
        <Button onClick={() => ask({ part: 'form' })}>{say.toForm}</Button>
      </div>
    ),
    fees: <Fees body={body} set={set} />,
    basis: <LegalBasis body={body} set={set} />,
    result: <ResultDocument body={body} set={set} />,
    delivery: <Delivery body={body} set={set} />,
    procedure: <Procedure body={body} set={set} />,
    places: (
      <div className="yc-row">
        <span className="yc-muted">{say.placesWhat}</span>
        <Button onClick={() => ask({ part: 'places' })}>{say.toPlaces}</Button>
      </div>
    ),
    contact: <Contact body={body} set={set} />,
    validity: (
      <div className="yc-row">
        {version.current === null || version.from === null ? null : (
          <span>
            {items.columns.version} {items.version(version.current)} · <Day on={version.from} />
          </span>
        )}
        <span className="yc-muted">{say.validityWhat}</span>
        <Button onClick={() => ask({ part: 'versions' })}>{say.toVersions}</Button>
      </div>
    ),
  };
  const count = (key: SectionKey): number =>
    key === 'result'
      ? below('/result') - below('/result/deliveries')
      : partsOf[key].reduce((sum, part) => sum + below(part), 0);
  const roomy = useMedia('(min-width: 116rem)');
  return (
    <div className={roomy ? 'editor with-preview' : 'editor'}>
      <Anchors count={count} />
      <div className="editor-sections">
        <Summary />
        {order.map((key) => (
          <section key={key} id={`part-${key}`} aria-labelledby={`part-${key}-title`}>
            <h2 id={`part-${key}-title`} tabIndex={-1}>
              {say.sections[key]}
            </h2>
            {content[key]}
          </section>
        ))}
      </div>
      {roomy ? props.preview : null}
    </div>
  );
}

/** The list of sections; the one that is being looked at is marked. */
function Anchors(props: { count: (key: SectionKey) => number }): ReactNode {
  const { sections: say } = useWords(editorWords);
  const [current, setCurrent] = useState<SectionKey>('names');
  const pressed = useRef(0);
  useEffect(() => {
    const look = (): void => {
      // A section that was asked for is the current one, even when the page cannot be scrolled that far.
      if (Date.now() - pressed.current < 600) return;
      const top = order.filter(
        (key) => (document.getElementById(`part-${key}`)?.getBoundingClientRect().top ?? Infinity) < 220,
      );
      setCurrent(top.at(-1) ?? 'names');
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  return (
    <nav className="editor-anchors" aria-label={say.label}>
      {order.map((key) => {
        const count = props.count(key);
        return (
          <button
            key={key}
            type="button"
            aria-current={current === key ? 'true' : undefined}
            onClick={() => {
              pressed.current = Date.now();
              setCurrent(key);
              document.getElementById(`part-${key}`)?.scrollIntoView({ block: 'start' });
              document.getElementById(`part-${key}-title`)?.focus({ preventScroll: true });
            }}
          >
            {say[key]}
            {count > 0 ? <span className="editor-count yc-numbers">{count}</span> : null}
          </button>
        );
      })}
    </nav>
  );
}

/** Everything that is to be completed, each a way to its place. */
export function Summary(props: { only?: string }): ReactNode {
  const say = useWords(faultWords);
  const { sections } = useWords(editorWords);
  const [, ask] = useAsked();
  const { all, touch } = useFaults();
  const found = props.only ? all.filter(({ path }) => path.startsWith(props.only!)) : all;
  if (found.length === 0) return null;
  return (
    <details className="editor-summary">
      <summary>{say.summary(found.length)}</summary>
      <ul>
        {found.map(({ path, text }) => (
          <li key={path}>
            <Button
              type="link"
              size="small"
              onClick={() => {
                touch(path);
                const field = /^\/form\/properties\/([^/]+)/.exec(path)?.[1];
                if (field) ask({ part: 'form', field });
                else ask({ part: undefined });
                setTimeout(() => goToPlace(path), 60);
              }}
            >
              {say.sectionOf(sections[sectionOf(path)], text)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
