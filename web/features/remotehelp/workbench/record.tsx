/** The record that remote help took place. */
import type { ReactNode } from 'react';
import { outcomes, remoteHelpContract, type HelpLine } from '#modules/remotehelp/contract';
import { Instant } from '#web/ui/due.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { talkWords } from '../words.ts';
import { seatWords } from './words.ts';

function RecordPage(): ReactNode {
  const say = useWords(seatWords);
  const talk = useWords(talkWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const { from, to } = asked;
  const outcome = outcomes.find((one) => one === asked.outcome);
  const rows = useRows(remoteHelpContract.listHelps, {
    query: { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(outcome ? { outcome } : {}) },
  });
  const { columns: names } = say;
  const columns: Column<HelpLine>[] = [
    { key: 'asked', title: names.asked, width: 11, grow: 0, render: ({ askedAt }) => <Instant at={askedAt} /> },
    { key: 'item', title: names.item, width: 12, render: (one) => pick(language, one.itemName, one.itemNameEn) || '—' },
    { key: 'asker', title: names.asker, width: 7, render: ({ askerName }) => askerName || '—' },
    { key: 'clerk', title: names.clerk, width: 7, render: ({ clerkName }) => clerkName || '—' },
    { key: 'way', title: names.way, width: 5, grow: 0, render: ({ way }) => talk.ways[way] },
    {
      key: 'talked',
      title: names.talked,
      width: 6,
      grow: 0,
      render: ({ takenAt, talkedSeconds }) => (takenAt ? say.minutes(Math.ceil(talkedSeconds / 60)) : '—'),
    },
    {
      key: 'outcome',
      title: names.outcome,
      width: 9,
      render: ({ outcome }) => (outcome ? say.outcomes[outcome] : '—'),
    },
    { key: 'level', title: names.level, width: 8, render: ({ level }) => (level ? talk.levels[level] : '—') },
  ];
  return (
    <>
      <PageHeader title={say.record} sub={say.recordHint} />
      <DataTable
        name="help-record"
        label={say.record}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        height="32rem"
        filtered={Boolean(from || to || outcome)}
        filters={
          <>
            <FilterDay name="from" label={say.from} />
            <FilterDay name="to" label={say.to} />
            <FilterSelect
              name="outcome"
              label={names.outcome}
              options={outcomes.map((value) => ({ value, label: say.outcomes[value] }))}
            />
          </>
        }
        empty={<Empty title={say.noRecord} />}
      />
    </>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: RecordPage });
