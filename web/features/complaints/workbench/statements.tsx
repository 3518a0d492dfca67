/** What one is asked because of complaints, without who complained; and taking in a complaint, which everybody of the staff does. */
import '#web/ui/record.css';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { complaintsContract as ops, type AboutMe } from '#modules/complaints/contract';
import { mostLetters } from '#web/client/most-letters.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { complaintWords } from '../words.ts';
import { TakeIn } from './take-in.tsx';

function Statements(): ReactNode {
  const say = useWords(complaintWords);
  const [taking, setTaking] = useState(false);
  const found = useOp(ops.complaintsAboutMe, { query: { limit: 50 } });
  return (
    <div className="yc-record">
      <PageHeader
        title={say.statements}
        sub={say.statementsLine}
        actions={<Button onClick={() => setTaking(true)}>{say.takeIn}</Button>}
      />
      <Query of={found} isEmpty={({ rows }) => rows.length === 0} empty={<Empty title={say.noStatements} />}>
        {({ rows }) => (
          <ul className="yc-plain yc-stack">
            {rows.map((row) => (
              <One key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Query>
      {taking ? <TakeIn onClose={() => setTaking(false)} /> : null}
    </div>
  );
}

function One({ row }: { row: AboutMe }): ReactNode {
  const say = useWords(complaintWords);
  const { message } = App.useApp();
  const [writing, setWriting] = useState(false);
  const act = useAct(ops.giveStatement, { changes: [ops.complaintsAboutMe] });
  return (
    <li className="yc-record-card">
      <p className="yc-record-text">{row.question}</p>
      <p className="yc-muted yc-small">
        {row.number} {row.statement ? '' : say.waiting}
      </p>
      {row.statement ? <p className="yc-record-text">{row.statement}</p> : null}
      {row.open ? (
        <Button onClick={() => setWriting(true)}>
          {row.statement ? say.change : say.give}
          <span className="yc-hidden"> {row.number}</span>
        </Button>
      ) : null}
      <ConfirmDialog
        open={writing}
        title={say.sayStatement}
        verb={say.give}
        reason="needed"
        reasonLabel={say.sayStatement}
        reasonMost={mostLetters(ops.giveStatement, 'text')}
        onClose={() => setWriting(false)}
        onConfirm={async (text) => {
          await act.send({ params: { id: row.id }, body: { actionId: act.key(), text } });
          void message.success(say.statementSent);
        }}
      >
        <p className="yc-record-text">{row.question}</p>
      </ConfirmDialog>
    </li>
  );
}

export const page = definePage({
  roles: ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
  Component: Statements,
});
