/** What is still missing, before the rest is filled in for a simulated approval. */
import './projects.css';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Simulation } from '#modules/projects/contract';
import { EditText } from '#web/ui/edit/edit-fields.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { portalProjectWords } from './portal/words.ts';

export type Missing = Simulation['missing'][number];

export function AskMissing(props: {
  title: string;
  back: string;
  materials: readonly { id: string; name: string }[];
  onChoose: (missing: Missing[]) => void;
}): ReactNode {
  const say = useWords(portalProjectWords);
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const [other, setOther] = useState('');
  const [checked, setChecked] = useState(false);
  const missing: Missing[] = [
    ...props.materials
      .filter(({ id }) => named.has(id))
      .map(({ id, name }, at) => ({ key: `m${at}`, what: name.slice(0, 200), materialId: id })),
    ...(other.trim() ? [{ key: 'other', what: other.trim() }] : []),
  ];
  return (
    <div className="projects-page">
      <PageHeader title={say.missingTitle} sub={props.title} back={{ to: props.back, say: say.simulateTitle }} />
      <p>{say.missingLine}</p>
      <div className="projects-menu" role="group" aria-label={say.missingTitle}>
        {props.materials.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={named.has(id)}
            onChange={({ target }) =>
              setNamed((before) => new Set(target.checked ? [...before, id] : [...before].filter((one) => one !== id)))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
      <EditText
        label={say.otherCondition}
        optional
        value={other}
        onChange={setOther}
        maxLength={200}
        fault={checked && missing.length === 0 ? say.chooseOne : undefined}
      />
      <div>
        <Button
          type="primary"
          size="large"
          onClick={() => {
            setChecked(true);
            if (missing.length > 0) props.onChoose(missing);
          }}
        >
          {say.goOn}
        </Button>
      </div>
    </div>
  );
}
