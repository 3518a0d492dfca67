/** Conditions that one needs every day, as links: some for everybody, others kept by this person. */
import { CloseOutlined, SaveOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useAsked } from '#web/ui/page.tsx';
import { usePreference } from '#web/ui/preferences.ts';
import { useWords } from '#web/words/language.ts';
import { addressOf, conditionsIn, type Conditions } from './filter.ts';
import { listWords } from './list-words.ts';

interface View {
  name: string;
  conditions: Conditions;
}

const common = [
  ['open', {}],
  ['mine', { holder: 'me' }],
  ['free', { holder: 'nobody' }],
  ['new', { state: 'submitted' }],
  ['asked', { wants: 'extension' }],
  ['late', { light: 'red' }],
  ['soon', { light: 'yellow' }],
  ['warned', { warned: 'true' }],
] as const satisfies readonly (readonly [string, Conditions])[];

/** Sorted, so that the same conditions in another order are the same view. */
const same = (one: Conditions, other: Conditions): boolean => {
  const text = (conditions: Conditions): string =>
    addressOf(Object.fromEntries(Object.entries(conditions).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return text(one) === text(other);
};

function readKept(text: string): View[] {
  try {
    const list = JSON.parse(text) as View[];
    return Array.isArray(list) ? list.filter((view) => typeof view.name === 'string') : [];
  } catch {
    return [];
  }
}

export function Views(): ReactNode {
  const { views: say } = useWords(listWords);
  const { message } = App.useApp();
  const [asked] = useAsked();
  const now = conditionsIn(asked);
  const [text, keep] = usePreference('work.views', '[]');
  const kept = readKept(text);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const known = [...common.map(([, conditions]) => conditions), ...kept.map(({ conditions }) => conditions)];
  const isNew = !known.some((conditions) => same(conditions, now));
  const link = (key: string, label: string, conditions: Conditions): ReactNode => (
    <Link
      key={key}
      to="/cases"
      search={conditions as never}
      className={`work-view${same(conditions, now) ? ' active' : ''}`}
      aria-current={same(conditions, now) ? 'true' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav className="work-views" aria-label={say.label}>
      {common.map(([key, conditions]) => link(key, say[key], conditions))}
      {kept.map((view) => (
        <span key={view.name} className="work-kept">
          {link(view.name, view.name, view.conditions)}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={say.drop(view.name)}
            onClick={() => keep(JSON.stringify(kept.filter((one) => one.name !== view.name)))}
          />
        </span>
      ))}
      {isNew ? (
        <Button type="link" size="small" icon={<SaveOutlined />} onClick={() => setNaming(true)}>
          {say.keep}
        </Button>
      ) : null}
      <ConfirmDialog
        open={naming}
        title={say.keep}
        verb={say.keep}
        onClose={() => setNaming(false)}
        onConfirm={() => {
          const called = name.trim();
          if (called === '') return;
          keep(JSON.stringify([...kept.filter((one) => one.name !== called), { name: called, conditions: now }]));
          setName('');
          void message.success(say.kept);
        }}
      >
        <Input
          aria-label={say.name}
          placeholder={say.name}
          value={name}
          maxLength={20}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </ConfirmDialog>
    </nav>
  );
}
