/** Broken undertakings of a person or a company: nothing is drawn for those who kept their word. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Instant } from '#web/ui/due.tsx';
import { sayDay } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';

const recordWords = words({
  'zh-CN': {
    title: '承诺记录',
    until: (day: string) => `至${day}不适用容缺受理和告知承诺`,
    struck: (reason: string) => `已撤销：${reason}`,
    strike: '撤销这条记录',
    strikeWhat: '因不可抗力等正当理由未能兑现的，核实后撤销；记录和理由都会保留。',
    object: '有异议的，可以向部门陈述、申辩。',
  },
  en: {
    title: 'Record of promises',
    until: (day) => `nothing can be undertaken until ${day}`,
    struck: (reason) => `struck out: ${reason}`,
    strike: 'Strike it out',
    strikeWhat:
      'Where there was a good reason, such as force majeure, it is struck out; entry and reason stay on record.',
    object: 'If you do not agree, state your case to the department.',
  },
});

export function PromiseRecord(props: {
  /** Whose; without either one's own. */
  personId?: string;
  organisationId?: string;
  /** The department in whose name entries can be struck out here. */
  strikeFor?: string | undefined;
  className?: string;
}): ReactNode {
  const { personId, organisationId, strikeFor } = props;
  const say = useWords(recordWords);
  const language = useLanguage();
  const [striking, setStriking] = useState<string>();
  const query = { ...(personId ? { personId } : {}), ...(organisationId ? { organisationId } : {}) };
  const record = useOp(casesContract.promiseRecord, { query });
  const act = useAct(casesContract.strikeRecord, { changes: [casesContract.promiseRecord] });
  if (!record.data || record.data.length === 0) return null;
  return (
    <section className={props.className ?? 'desk-card'} aria-label={say.title}>
      <h2>{say.title}</h2>
      <ul className="yc-plain">
        {record.data.map((entry) => (
          <li key={entry.id}>
            <div>{entry.what}</div>
            <div className="yc-muted yc-small">
              {entry.itemName} · {entry.caseNumber} · <Instant at={entry.enteredAt} />
            </div>
            <div className="yc-small">
              {entry.struckReason !== null
                ? say.struck(entry.struckReason)
                : entry.barredUntil
                  ? say.until(sayDay(entry.barredUntil, language))
                  : null}
            </div>
            {strikeFor === entry.departmentId && entry.struckAt === null ? (
              <Button size="small" onClick={() => setStriking(entry.id)}>
                {say.strike}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {strikeFor ? null : <p className="yc-muted yc-small">{say.object}</p>}
      <ConfirmDialog
        open={striking !== undefined}
        title={say.strike}
        verb={say.strike}
        reason="needed"
        onConfirm={(reason) => act.send({ params: { id: striking! }, body: { reason } })}
        onClose={() => setStriking(undefined)}
      >
        <p>{say.strikeWhat}</p>
      </ConfirmDialog>
    </section>
  );
}
