/** Hearings that everybody may come to, the next one first; who wants to take part asks the department. */
import './cases.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesContract } from '#modules/cases/contract';
import { useDepartmentName, useDepartmentTelephone } from '#web/features/offices/departments.ts';
import { prefetch, useOp } from '#web/client/query.ts';
import { Instant } from '#web/ui/due.tsx';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Empty, Query } from '#web/ui/states.tsx';
import { useWords } from '#web/words/language.ts';
import { words } from '#web/words/words.ts';

const hearingWords = words({
  'zh-CN': {
    title: '听证公告',
    sub: '听证公开举行。与事项有重大利益关系的，可以申请参加；其他人可以旁听。',
    none: '近期没有听证',
    noneWhat: '有安排时会在这里公告。',
    at: '时间',
    place: '地点',
    presiding: '主持人',
    by: '举行机关',
    byOffice: '行政机关认为涉及公共利益而举行（行政许可法第四十六条）',
    byParty: '因直接涉及申请人与他人重大利益关系而举行（行政许可法第四十七条）',
    ask: '申请参加或旁听',
    call: (telephone: string) => `拨打 ${telephone}，或到该部门窗口登记`,
    come: '到该部门窗口登记',
    guide: '这个事项怎么办',
  },
  en: {
    title: 'Hearings',
    sub: 'Hearings are public. Whoever has a major interest in the matter may ask to take part; everybody may listen.',
    none: 'No hearing is set',
    noneWhat: 'Those that are set are announced here.',
    at: 'When',
    place: 'Where',
    presiding: 'Presides',
    by: 'Held by',
    byOffice: 'Called by the office in the public interest (Administrative Licensing Law, art. 46)',
    byParty: 'Held because major interests between the applicant and others are at stake (art. 47)',
    ask: 'To take part or listen',
    call: (telephone) => `Call ${telephone}, or register at the department’s counter`,
    come: 'Register at the department’s counter',
    guide: 'What this matter is',
  },
});

function Hearings(): ReactNode {
  const say = useWords(hearingWords);
  const departmentName = useDepartmentName();
  const telephoneOf = useDepartmentTelephone();
  const found = useOp(casesContract.publicHearings, { query: {} });
  return (
    <>
      <PageHeader title={say.title} sub={say.sub} />
      <Query
        of={found}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={say.none}>{say.noneWhat}</Empty>}
      >
        {({ rows }) => (
          <ul className="yc-plain yc-stack">
            {rows.map(({ itemId, itemName, departmentId, at, place, presiding, calledByOffice }) => {
              const telephone = telephoneOf(departmentId);
              return (
                <li key={`${at}-${itemId}-${place}`} className="yc-panel">
                  <h2>{itemName}</h2>
                  <p className="yc-muted yc-small">{calledByOffice ? say.byOffice : say.byParty}</p>
                  <dl className="cases-facts">
                    <dt>{say.at}</dt>
                    <dd>
                      <Instant at={at} />
                    </dd>
                    <dt>{say.place}</dt>
                    <dd>{place}</dd>
                    <dt>{say.by}</dt>
                    <dd>{departmentName(departmentId)}</dd>
                    <dt>{say.presiding}</dt>
                    <dd>{presiding}</dd>
                    <dt>{say.ask}</dt>
                    <dd>{telephone ? say.call(telephone) : say.come}</dd>
                  </dl>
                  <Link to="/services/$id" params={{ id: itemId }}>
                    {say.guide}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </Query>
    </>
  );
}

export const page = definePage({
  load: () => prefetch(casesContract.publicHearings, { query: {} }),
  Component: Hearings,
});
