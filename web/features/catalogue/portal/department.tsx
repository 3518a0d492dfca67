/** A department: what can be done with it, and how to reach it. */
import './catalogue.css';
import type { ReactNode } from 'react';
import { officesContract } from '#modules/offices/contract';
import { prefetch, useOp } from '#web/client/query.ts';
import { definePage, useParam } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Query } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { ItemsOf } from './items-of.tsx';
import { catalogueWords } from './words.ts';

function DepartmentPage(): ReactNode {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const id = useParam('id');
  const found = useOp(officesContract.getDepartment, { params: { id } });
  return (
    <Query of={found}>
      {(department) => (
        <div className="yc-stack catalogue-narrow">
          <PageHeader
            title={pick(language, department.name, department.nameEn)}
            back={{ to: '/services', say: say.services }}
            sub={
              department.telephone ? (
                <>
                  {say.telephone}{' '}
                  <a href={`tel:${department.telephone.replace(/[^\d+]/g, '')}`}>{department.telephone}</a>
                </>
              ) : undefined
            }
          />
          <ItemsOf of={{ departmentId: id }} withDepartment={false} count={say.departmentLine} />
        </div>
      )}
    </Query>
  );
}

export const page = definePage({
  load: ({ params }) => prefetch(officesContract.getDepartment, { params: { id: params.id! } }),
  Component: DepartmentPage,
});
