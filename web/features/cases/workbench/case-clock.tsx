/** The clock of a case, always visible: target and fatal day, which limit runs, why it stands still, and why that day. */
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CaseWhole } from '#modules/cases/contract';
import { Deadline } from '#web/ui/due.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { WhyDate } from '../why-date.tsx';
import { deskWords } from './desk-words.ts';
import { HearingNote } from './hearing-fields.tsx';

const rules = ['tellAll', 'cure', 'decide', 'deliver'] as const;

export function CaseClock({ whole }: { whole: CaseWhole }): ReactNode {
  const { case: line, asked } = whole;
  const say = useWords(deskWords);
  const rule = rules.find((one) => one === line.dueRule);
  return (
    <section className={`desk-card desk-clock ${line.light}`} aria-label={say.clock}>
      {line.endedAt !== null || !rule ? (
        <p className="yc-muted">{say.ended}</p>
      ) : (
        <>
          <p className="yc-small">{say.clockRules[rule]}</p>
          <Dates line={line} />
          {line.pausedSince ? <Procedures whole={whole} /> : null}
          {line.state === 'supplementing' ? <p className="yc-small yc-muted">{say.paused}</p> : null}
          <HearingNote whole={whole} />
          {asked ? <p className="yc-small">{say.extensionAsked(asked.days, asked.reason)}</p> : null}
        </>
      )}
      <Why caseId={line.id} />
    </section>
  );
}

function Dates({ line }: { line: CaseWhole['case'] }): ReactNode {
  const remaining = line.remaining ?? undefined;
  // The light is that of the nearer day; the fatal day has none of its own unless it is the only one.
  const reading = {
    light: line.light,
    overdue: (line.remaining ?? 0) < 0,
    ...(remaining === undefined ? {} : { remaining }),
  };
  const onlyOne = line.targetOn === null || line.targetOn === line.fatalOn;
  const none = { light: 'none', overdue: false } as const;
  return (
    <>
      {onlyOne ? null : (
        <Deadline
          kind="target"
          dueOn={line.targetOn ?? undefined}
          reading={reading}
          provisional={line.dueProvisional}
        />
      )}
      {line.fatalOn ? (
        <Deadline
          kind="fatal"
          dueOn={line.fatalOn}
          reading={onlyOne ? reading : none}
          provisional={line.dueProvisional}
        />
      ) : null}
    </>
  );
}

/** What holds the clock, since when and until when; and the day on which it would end then. */
function Procedures({ whole }: { whole: CaseWhole }): ReactNode {
  const say = useWords(deskWords);
  const language = useLanguage();
  const { forecastOn } = whole.case;
  return (
    <>
      <p>
        <strong>{say.inProcedure}</strong>
      </p>
      <ul className="yc-plain yc-small">
        {whole.pauses.map(({ id, procedure, since, plannedEnd }) => (
          <li key={id}>
            {say.procedureLine(
              procedure,
              sayDay(since, language),
              plannedEnd ? sayDay(plannedEnd, language) : undefined,
            )}
          </li>
        ))}
      </ul>
      {forecastOn ? <p className="yc-small yc-muted">{say.forecast(sayDay(forecastOn, language))}</p> : null}
    </>
  );
}

function Why(props: { caseId: string }): ReactNode {
  const say = useWords(deskWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="desk-why" onClick={() => setOpen(true)}>
        {say.whyDate}
      </Button>
      <Modal open={open} title={say.whyDate} width={720} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <WhyDate caseId={props.caseId} />
      </Modal>
    </>
  );
}
