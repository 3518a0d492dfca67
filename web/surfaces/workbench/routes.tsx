/** The workbench's pages, below `/workbench`. Each is fetched when it is first opened. What the rail shows is in `nav.tsx`. */
import { routerOf } from '#web/ui/page.tsx';
import { WorkbenchShell } from './shell.tsx';

export const router = routerOf({
  at: '/workbench',
  shell: WorkbenchShell,
  pages: [
    ['/', () => import('./home.tsx')],
    ['/sign-in', () => import('#web/features/people/workbench/sign-in.tsx')],
    ['/cases', () => import('./cases.tsx')],
    ['/cases/$id', () => import('./case.tsx')],
    ['/intake', () => import('./intake.tsx')],
    ['/figures', () => import('#web/features/insight/workbench/dashboard.tsx')],
    ['/figures/exports', () => import('#web/features/insight/workbench/exports.tsx')],
    ['/figures/$set', () => import('#web/features/insight/workbench/figure-list.tsx')],
    ['/items', () => import('#web/features/catalogue/workbench/items.tsx')],
    ['/items/import', () => import('#web/features/catalogue/workbench/import.tsx')],
    ['/items/booklets', () => import('#web/features/catalogue/workbench/booklets.tsx')],
    ['/items/$id', () => import('#web/features/catalogue/workbench/item.tsx')],
    ['/offices', () => import('#web/features/offices/workbench/departments.tsx')],
    ['/offices/outlets', () => import('#web/features/offices/workbench/outlets.tsx')],
    ['/offices/outlets/$id', () => import('#web/features/offices/workbench/outlet.tsx')],
    ['/offices/windows', () => import('#web/features/offices/workbench/windows.tsx')],
    ['/people', () => import('#web/features/people/workbench/window-people.tsx')],
    ['/people/many', () => import('#web/features/people/workbench/window-many.tsx')],
    ['/staff', () => import('#web/features/people/workbench/staff.tsx')],
    ['/staff/absences', () => import('#web/features/people/workbench/absences.tsx')],
    ['/account', () => import('#web/features/people/workbench/account.tsx')],
    ['/ratings', () => import('#web/features/ratings/workbench/ratings.tsx')],
    ['/messages', () => import('#web/features/notices/workbench/stuck.tsx')],
    ['/audit', () => import('./trail.tsx')],
    ['/audit/looks', () => import('#web/features/audit/workbench/looks.tsx')],
    ['/audit/sign-ins', () => import('#web/features/audit/workbench/sign-ins.tsx')],
    ['/audit/seals', () => import('#web/features/audit/workbench/seals.tsx')],
    ['/audit/searches', () => import('#web/features/audit/workbench/searches.tsx')],
    ['/find', () => import('./find.tsx')],
  ],
});
