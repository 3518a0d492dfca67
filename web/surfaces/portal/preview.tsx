/**
 * The guide and the form of a draft as residents would see them: drawn by the same parts, told what to draw by an editor who has
 * this page in a frame. Nothing can be sent from here, and no way leads out of it.
 */
import './preview.css';
import { EyeOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Component, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Form, ItemBody } from '#modules/catalogue/contract';
import { Guide } from '#web/features/catalogue/portal/guide.tsx';
import { sayName } from '#web/features/catalogue/portal/say-item.ts';
import { previewOf, sayReady, type PreviewShown } from '#web/features/catalogue/preview.ts';
import { Nearest } from '#web/features/offices/portal/nearest.tsx';
import { ItemForm, useItemForm } from '#web/ui/item-form/item-form.tsx';
import { definePage } from '#web/ui/page.tsx';
import { State } from '#web/ui/states.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';

const previewWords = words({
  'zh-CN': {
    title: '预览',
    waiting: '正在等编辑的内容',
    waitingWhat: '这一页只在事项编辑里使用。',
    end: '预览到这里为止',
    endWhat: '真正申请时，接着交材料、选送达方式、签名、提交。',
    unfinished: '内容还不完整，补齐后就能预览',
    again: '从头再看',
  },
  en: {
    title: 'Preview',
    waiting: 'Waiting for the editor',
    waitingWhat: 'This page is part of the item editor.',
    end: 'The preview ends here',
    endWhat: 'In a real application materials, delivery and signature follow.',
    unfinished: 'Not complete enough to be shown yet',
    again: 'From the beginning',
  },
});

/** A draft may be so unfinished that it cannot be drawn; the next change tries again. */
class Guard extends Component<{ of: unknown; otherwise: ReactNode; children: ReactNode }, { failedAt: unknown }> {
  override state = { failedAt: undefined as unknown };
  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.of });
  }
  override componentDidUpdate(): void {
    if (this.state.failedAt !== undefined && this.state.failedAt !== this.props.of)
      this.setState({ failedAt: undefined });
  }
  override render(): ReactNode {
    return this.state.failedAt === this.props.of && this.props.of !== undefined
      ? this.props.otherwise
      : this.props.children;
  }
}

/** A pattern that is not finished would throw where answers are checked. */
function drawable(form: Form): Form {
  const works = (pattern: string): boolean => {
    try {
      return new RegExp(pattern, 'u') instanceof RegExp;
    } catch {
      return false;
    }
  };
  return {
    ...form,
    properties: Object.fromEntries(
      Object.entries(form.properties).map(([name, field]) => {
        const { pattern, ...rest } = field;
        return [name, pattern !== undefined && works(pattern) ? field : rest];
      }),
    ),
  };
}

/** Answers under which a field is asked, those on which they hang first. */
function casesOf(body: ItemBody, name: string, seen: ReadonlySet<string> = new Set()): [string, unknown][] {
  if (seen.has(name)) return [];
  const field = body.form.properties[name];
  const when = field?.['x-when'] ?? body.situations.find(({ id }) => id === name)?.when ?? {};
  return Object.entries(when).flatMap(([key, [wanted]]) => {
    if (wanted === undefined) return [];
    const of = body.form.properties[key];
    const answer = of?.type === 'boolean' ? wanted === 'true' : of?.type === 'array' ? [wanted] : wanted;
    return [...casesOf(body, key, new Set([...seen, name])), [key, answer] as [string, unknown]];
  });
}

function FormPreview(props: { body: ItemBody; at: string | undefined }): ReactNode {
  const { body, at } = props;
  const say = useWords(previewWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [ended, setEnded] = useState(false);
  const form = useMemo(() => drawable(body.form), [body.form]);
  const state = useItemForm({ form, situations: body.situations });
  const known = at !== undefined && form.properties[at]?.['x-from'] !== undefined;
  const asked = state.fields.some(({ name }) => name === at);
  useEffect(() => {
    // A field that is asked in some cases only is looked at in one of them.
    if (at !== undefined && !asked) for (const [name, answer] of casesOf(body, at)) state.set(name, answer);
  }, [at, body]);
  useEffect(() => {
    if (at === undefined || !asked) return;
    setEnded(false);
    void navigate({
      to: '.',
      search: ((all: object) => ({ ...all, step: known ? 'applicant' : at })) as never,
      replace: true,
    });
  }, [at, known, asked]);
  if (ended)
    return (
      <State
        icon={<EyeOutlined aria-hidden="true" />}
        title={say.end}
        action={
          <button
            type="button"
            className="yc-button"
            onClick={() => {
              setEnded(false);
              void navigate({ to: '.', search: ((all: object) => ({ ...all, step: undefined })) as never });
            }}
          >
            {say.again}
          </button>
        }
      >
        {say.endWhat}
      </State>
    );
  return (
    <ItemForm mode="steps" of={state} caption={sayName(body, language)} back="/preview" onDone={() => setEnded(true)} />
  );
}

function PreviewPage(): ReactNode {
  const say = useWords(previewWords);
  const [shown, setShown] = useState<PreviewShown>();
  useEffect(() => {
    document.documentElement.toggleAttribute('data-preview', true);
    const hear = (event: MessageEvent): void => {
      const next = event.source === window.parent ? previewOf(event) : undefined;
      if (next) setShown(next);
    };
    // Before the router hears of it: whoever looks at a draft must not land on the guide in force.
    const stay = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || new URL(link.href, location.href).pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('message', hear);
    document.addEventListener('click', stay, true);
    if (window.parent !== window) window.parent.postMessage(sayReady(), location.origin);
    return () => {
      removeEventListener('message', hear);
      document.removeEventListener('click', stay, true);
      document.documentElement.removeAttribute('data-preview');
    };
  }, []);
  if (!shown)
    return (
      <State icon={<EyeOutlined aria-hidden="true" />} title={say.waiting}>
        {say.waitingWhat}
      </State>
    );
  return (
    <Guard of={shown} otherwise={<State icon={<EyeOutlined aria-hidden="true" />} title={say.unfinished} />}>
      {shown.show === 'form' ? (
        <FormPreview body={shown.body} at={shown.at} />
      ) : (
        <Guide item={shown.guide} where={<Nearest offers={shown.guide.places} itemId={shown.guide.itemId} />} />
      )}
    </Guard>
  );
}

export const page = definePage({ Component: PreviewPage });
