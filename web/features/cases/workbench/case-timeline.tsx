/** What was done with a case: who, where, by which article; and notes among colleagues. */
import { Button, Input } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { casesContract, type CaseWhole, type Kind } from '#modules/cases/contract';
import { useAct } from '#web/client/query.ts';
import { Key, useHotkeys } from '#web/ui/hotkeys.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { deskWords } from './desk-words.ts';
import { caseReadings } from './live.ts';
import { stepWords } from './step-words.ts';
import { caseWords } from './words.ts';

const good = new Set<Kind>(['accept', 'grant', 'issue', 'deliver', 'close']);
const bad = new Set<Kind>(['refuse', 'refuseAcceptance', 'lapse']);

export function CaseTimeline({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(deskWords);
  const { kinds, roles } = useWords(caseWords);
  const language = useLanguage();
  const mayNote = whole.steps.some(({ kind, possible }) => kind === 'note' && possible);
  return (
    <section className="desk-card" aria-labelledby="desk-timeline">
      <h2 id="desk-timeline">{say.timeline}</h2>
      {mayNote ? <AddNote whole={whole} /> : null}
      <Timeline
        label={say.timeline}
        entries={whole.timeline.toReversed().map((line) => ({
          key: String(line.seq),
          at: line.at,
          title: kinds[line.kind],
          by: [line.by, roles[line.role as keyof typeof roles] ?? line.role, line.place]
            .filter((part) => part !== null && part !== '')
            .join(' · '),
          ...(line.article
            ? {
                basis: (
                  <span title={pick(language, line.article.summary, line.article.summaryEn)}>
                    《{line.article.law}》{line.article.article}
                  </span>
                ),
              }
            : {}),
          ...(line.note ? { children: <blockquote className="desk-note">{line.note}</blockquote> } : {}),
          tone: good.has(line.kind) ? 'good' : bad.has(line.kind) ? 'bad' : 'normal',
        }))}
      />
    </section>
  );
}

function AddNote({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(deskWords);
  const steps = useWords(stepWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const act = useAct(casesContract.note, { changes: [...caseReadings] });
  useHotkeys([{ key: 'n', say: steps.verbs.note, run: () => setOpen(true) }]);
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    await act.send({ params: { id: whole.case.id }, body: { actionId: act.key(), text: text.trim() } });
    setText('');
    setOpen(false);
    setTimeout(() => opener.current?.focus(), 0);
  };
  if (!open) {
    return (
      <Button ref={opener} size="small" onClick={() => setOpen(true)} className="desk-add-note">
        {say.addNote} <Key name="n" />
      </Button>
    );
  }
  return (
    <div className="desk-add-note yc-stack">
      <div>
        <label htmlFor={id}>
          {say.addNote} <span className="yc-muted yc-small">{say.noteHint}</span>
        </label>
        <Input.TextArea
          id={id}
          rows={2}
          autoFocus
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save().catch(() => {});
            if (event.key === 'Escape') setOpen(false);
          }}
        />
      </div>
      <ProblemNote error={act.error} />
      <div>
        <Button
          size="small"
          type="default"
          loading={act.sending}
          disabled={text.trim() === ''}
          onClick={() => void save().catch(() => {})}
        >
          {say.saveNote} <Key name="mod+Enter" />
        </Button>
      </div>
    </div>
  );
}
