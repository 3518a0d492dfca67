/** The clock of a case, always visible: target and fatal day, which limit runs, why it stands still. */
import type { ReactNode } from 'react';
import type { CaseLine } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { Deadline } from '#web/ui/due.tsx';
import { useWords } from '#web/words/language.ts';
import { deskWords } from './desk-words.ts';

const rules = ['tellAll', 'cure', 'decide', 'deliver'] as const;

export function CaseClock({ line }: { line: CaseLine; item: ItemBody | undefined }): ReactNode {
  const say = useWords(deskWords);
  const rule = rules.find((one) => one === line.dueRule);
  const remaining = line.remaining ?? undefined;
  // The light is that of the nearer day; the fatal day has none of its own unless it is the only one.
  const reading = {
    light: line.light,
    overdue: (line.remaining ?? 0) < 0,
    ...(remaining === undefined ? {} : { remaining }),
  };
  const onlyOne = line.targetOn === null || line.targetOn === line.fatalOn;
  return (
    <section className={`desk-card desk-clock ${line.light}`} aria-label={say.clock}>
      {line.endedAt !== null || !line.fatalOn ? (
        <p className="yc-muted">{say.ended}</p>
      ) : (
        <>
          {rule ? <p className="yc-small">{say.clockRules[rule]}</p> : null}
          {onlyOne ? null : (
            <Deadline
              kind="target"
              dueOn={line.targetOn ?? undefined}
              reading={reading}
              provisional={line.dueProvisional}
            />
          )}
          <Deadline
            kind="fatal"
            dueOn={line.fatalOn}
            reading={onlyOne ? reading : { light: 'none', overdue: false }}
            provisional={line.dueProvisional}
          />
          {line.light === 'paused' ? <p className="yc-small yc-muted">{say.paused}</p> : null}
        </>
      )}
    </section>
  );
}
