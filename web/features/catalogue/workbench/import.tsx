/** Importing a list of items: a file and whose it is, the difference first, then the import; and those before. */
import './changes.css';
import './import.css';
import './places.css';
import { CheckCircleOutlined, FileTextOutlined, InboxOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Progress } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { catalogueContract, type ImportReport } from '#modules/catalogue/contract';
import { asProblem, upload } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { saySize } from '#web/words/dates.ts';
import { colon, useLanguage, useWords } from '#web/words/language.ts';
import {
  ImportColumns,
  nothingSaid,
  queryOf,
  takenIn,
  takenOfRefusal,
  type Said,
  type Taken,
} from './import-columns.tsx';
import { EarlierImports } from './import-earlier.tsx';
import { ImportDifference } from './import-report.tsx';
import { importWords } from './import-words.ts';
import { ItemsHead } from './items-head.tsx';
import { catalogueReadings } from './reading.ts';
import { sayReason } from './say-reason.ts';

const most = 64 * 1024 * 1024;

type Phase =
  | { step: 'choosing' }
  /** `share` of the file has left; then the server reads. */
  | { step: 'looking' | 'going'; share: number }
  | { step: 'looked'; report: ImportReport }
  | { step: 'done'; report: ImportReport };

function ImportPage(): ReactNode {
  const say = useWords(importWords);
  const language = useLanguage();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('');
  const [skip, setSkip] = useState(false);
  const [phase, setPhase] = useState<Phase>({ step: 'choosing' });
  const [error, setError] = useState<unknown>();
  const [refusal, setRefusal] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [said, setSaid] = useState<Said>(nothingSaid);
  // Stays while something is said of the columns: the difference is looked at again afterwards.
  const [taken, setTaken] = useState<Taken>();

  const choose = (chosen: File | undefined): void => {
    if (!chosen) return;
    setError(undefined);
    setPhase({ step: 'choosing' });
    setSkip(false);
    setSaid(nothingSaid);
    setTaken(undefined);
    if (!/\.(csv|xlsx|tsv|txt)$/i.test(chosen.name)) return setRefusal(say.wrongKind);
    if (chosen.size > most) return setRefusal(say.tooLarge);
    setRefusal(undefined);
    setFile(chosen);
    // 市场监管局清单.xlsx: usually the name of the source, or close to it.
    setSource((before) => before || chosen.name.replace(/\.[^.]+$/, '').slice(0, 60));
  };
  const send = async (dryRun: boolean): Promise<void> => {
    if (!file) return;
    if (source.trim() === '') return setMissing(true);
    const form = new FormData();
    form.append('file', file);
    const step = dryRun ? 'looking' : 'going';
    setError(undefined);
    setPhase({ step, share: 0 });
    try {
      const report = await upload(
        catalogueContract.importItems,
        { query: { source: source.trim(), dryRun, ...(skip ? { skipBroken: true } : {}), ...queryOf(said) }, form },
        { onProgress: (share) => setPhase({ step, share }) },
      );
      setPhase(report.stored ? { step: 'done', report } : { step: 'looked', report });
      setTaken(takenIn(report));
      if (report.stored) await readAgain(...catalogueReadings);
    } catch (thrown) {
      setError(thrown);
      setTaken((before) => takenOfRefusal(thrown) ?? before);
      setPhase({ step: 'choosing' });
    }
  };
  const again = (): void => {
    setFile(undefined);
    setSource('');
    setTaken(undefined);
    setPhase({ step: 'choosing' });
  };
  const busy = phase.step === 'looking' || phase.step === 'going';
  const report = phase.step === 'looked' || phase.step === 'done' ? phase.report : undefined;
  const facts = error ? (asProblem(error).facts as { reason?: string; line?: number }) : undefined;
  const change = report ? report.counts.added + report.counts.changed : 0;
  const blocked = report !== undefined && report.counts.rejected > 0 && !skip;
  return (
    <div className="items import">
      <ItemsHead />
      <p className="yc-muted">{say.what}</p>
      {phase.step === 'done' ? (
        <div className="import-done" role="status">
          <CheckCircleOutlined aria-hidden="true" />
          <div>
            <strong>{say.done}</strong>
            <p>{say.doneLine(phase.report.counts.added, phase.report.counts.changed)}</p>
          </div>
          <Link to="/items" className="yc-button">
            {say.toItems}
          </Link>
          <Button onClick={again}>{say.more}</Button>
        </div>
      ) : (
        <form
          className="import-form yc-panel"
          onSubmit={(event) => {
            event.preventDefault();
            void send(true);
          }}
        >
          <FileChoice file={file} busy={busy} onChoose={choose} fault={refusal} />
          <div className="edit-field">
            <label htmlFor={id}>{say.source}</label>
            <p id={`${id}-hint`} className="yc-muted yc-small">
              {say.sourceHint}
            </p>
            <Input
              id={id}
              value={source}
              maxLength={60}
              disabled={busy}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => {
                setSource(target.value);
                setMissing(false);
                if (phase.step === 'looked') setPhase({ step: 'choosing' });
              }}
              {...(missing ? { status: 'error' as const, 'aria-invalid': true } : {})}
            />
            {missing ? (
              <p className="yc-fault" role="alert">
                {say.sourceNeeded}
              </p>
            ) : null}
          </div>
          {busy ? (
            <div role="status">
              <Progress
                percent={phase.share >= 1 ? 100 : Math.round(phase.share * 100)}
                status="active"
                aria-label={say.looking}
              />
              <p>
                {phase.share < 1
                  ? say.sending(Math.round(phase.share * 100))
                  : phase.step === 'looking'
                    ? say.looking
                    : say.going}
              </p>
            </div>
          ) : (
            <div className="yc-row">
              <Button type={report ? 'default' : 'primary'} htmlType="submit" disabled={!file}>
                {say.look}
              </Button>
              {report ? (
                <>
                  {report.counts.rejected > 0 ? (
                    <Checkbox checked={skip} onChange={({ target }) => setSkip(target.checked)}>
                      {say.skip(report.counts.rejected)}
                    </Checkbox>
                  ) : null}
                  <Button type="primary" disabled={blocked || change === 0} onClick={() => void send(false)}>
                    {say.go(change)}
                  </Button>
                  {change === 0 && report.counts.rejected === 0 ? (
                    <span className="yc-muted">{say.nothingToDo}</span>
                  ) : null}
                </>
              ) : null}
            </div>
          )}
          <ProblemNote error={error} />
          {facts?.reason ? (
            <p className="yc-fault">
              {facts.line ? `${say.line} ${facts.line}${colon()}` : ''}
              {sayReason(facts.reason, language)}
            </p>
          ) : null}
        </form>
      )}
      {report ? <ImportDifference report={report} /> : null}
      {taken && phase.step !== 'done' ? (
        <ImportColumns
          taken={taken}
          said={said}
          disabled={busy}
          onSay={(next) => {
            setSaid(next);
            setError(undefined);
            setPhase({ step: 'choosing' });
          }}
        />
      ) : null}
      <EarlierImports />
    </div>
  );
}

/** The file: chosen, or dropped onto the box. */
function FileChoice(props: {
  file: File | undefined;
  busy: boolean;
  fault: string | undefined;
  onChoose: (file: File | undefined) => void;
}): ReactNode {
  const { file } = props;
  const say = useWords(importWords);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={`import-drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!props.busy) props.onChoose(event.dataTransfer.files[0]);
      }}
    >
      <span className="import-icon" aria-hidden="true">
        {file ? <FileTextOutlined aria-hidden="true" /> : <InboxOutlined aria-hidden="true" />}
      </span>
      <div>
        <strong>{file ? file.name : say.file}</strong>
        <p className="yc-muted">{file ? saySize(file.size) : say.drop}</p>
        {props.fault ? (
          <p className="yc-fault" role="alert">
            {props.fault}
          </p>
        ) : null}
      </div>
      <Button disabled={props.busy} onClick={() => picker.current?.click()}>
        {file ? say.another : say.choose}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={say.file}
        accept=".csv,.xlsx,.tsv,.txt,text/csv"
        onChange={({ target }) => {
          props.onChoose(target.files?.[0]);
          // The same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}

export const page = definePage({ roles: ['office'], Component: ImportPage });
