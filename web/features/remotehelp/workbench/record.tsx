/** The record that remote help took place. */
import './remote-help.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { outcomes, remoteHelpContract, type HelpLine } from '#modules/remotehelp/contract';
import { hrefOf } from '#web/client/client.ts';
import { useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { FilterDay, FilterSelect } from '#web/ui/filters.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { useRows } from '#web/ui/rows.ts';
import { Empty } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ratingWords } from '#web/features/ratings/words.ts';
import { talkWords } from '../words.ts';
import { ClerkCounts, clerksOf, HelpParts } from './record-clerks.tsx';
import { seatWords } from './words.ts';

function RecordPage(): ReactNode {
  const say = useWords(seatWords);
  const talk = useWords(talkWords);
  const { levels } = useWords(ratingWords);
  const language = useLanguage();
  const [asked] = useAsked();
  const { from, to, clerkId } = asked;
  const [opened, setOpened] = useState<HelpLine>();
  const outcome = outcomes.find((one) => one === asked.outcome);
  const query = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(outcome ? { outcome } : {}) };
  const rows = useRows(remoteHelpContract.listHelps, { query: { ...query, ...(clerkId ? { clerkId } : {}) } });
  const counted = useOp(remoteHelpContract.countHelps, { query }, { keepPrevious: true }).data ?? [];
  const { columns: names } = say;
  const columns: Column<HelpLine>[] = [
    { key: 'asked', title: names.asked, width: 11, grow: 0, render: ({ askedAt }) => <Instant at={askedAt} /> },
    { key: 'item', title: names.item, width: 12, render: (one) => pick(language, one.itemName, one.itemNameEn) || '—' },
    { key: 'asker', title: names.asker, width: 7, render: ({ askerName }) => askerName || '—' },
    { key: 'clerk', title: names.clerk, width: 11, render: clerksOf },
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
    { key: 'level', title: names.level, width: 8, render: ({ level }) => (level ? levels[level] : '—') },
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
        onOpen={setOpened}
        filtered={Boolean(from || to || outcome || clerkId)}
        filters={
          <>
            <FilterDay name="from" label={say.from} />
            <FilterDay name="to" label={say.to} />
            <FilterSelect
              name="outcome"
              label={names.outcome}
              options={outcomes.map((value) => ({ value, label: say.outcomes[value] }))}
            />
            <FilterSelect
              name="clerkId"
              label={names.clerk}
              options={counted.map((one) => ({ value: one.clerkId, label: one.clerkName || '?' }))}
            />
          </>
        }
        actions={
          <Button
            href={hrefOf(remoteHelpContract.exportHelps, {
              query: { ...query, ...(clerkId ? { clerkId } : {}), language },
            })}
            download
          >
            {say.file}
          </Button>
        }
        empty={<Empty title={say.noRecord} />}
      />
      <ClerkCounts rows={clerkId ? counted.filter((one) => one.clerkId === clerkId) : counted} />
      {opened ? <HelpParts help={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  );
}

export const page = definePage({ roles: ['office', 'auditor'], Component: RecordPage });
