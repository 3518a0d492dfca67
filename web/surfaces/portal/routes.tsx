/** The portal's pages. Each is fetched when it is first opened. */
import { routerOf } from '#web/ui/page.tsx';
import { PortalShell } from './shell.tsx';

const guides = () => import('./guide-pages.tsx');
const applying = () => import('./apply-pages.tsx');
const following = () => import('./case-pages.tsx');
const several = () => import('./matter-pages.tsx');
const projects = () => import('./project-pages.tsx');
const mine = () => import('./mine-pages.tsx');

export const router = routerOf({
  at: '/',
  shell: PortalShell,
  pages: [
    ['/', () => import('./home.tsx')],
    ['/services', async () => ({ page: (await several()).servicesPage })],
    ['/services/$id', async () => ({ page: (await guides()).guidePage })],
    ['/topics/$key', () => import('#web/features/catalogue/portal/topic-grid.tsx')],
    ['/departments/$id', () => import('#web/features/catalogue/portal/department.tsx')],
    ['/places', async () => ({ page: (await guides()).placesPage })],
    ['/places/$id', async () => ({ page: (await guides()).placePage })],
    ['/apply/$id', async () => ({ page: (await applying()).applyPage })],
    ['/life-events/$id', async () => ({ page: (await several()).eventPage })],
    ['/life-events/$id/apply', async () => ({ page: (await several()).applyEventPage })],
    ['/submitted/matters/$id', async () => ({ page: (await several()).submittedMatterPage })],
    ['/mine/matters/$id', async () => ({ page: (await several()).matterPage })],
    ['/policies', () => import('#web/features/projects/portal/policies.tsx')],
    ['/mine/projects/$id', async () => ({ page: (await projects()).projectPage })],
    ['/mine/projects/$id/$key', async () => ({ page: (await projects()).projectStepPage })],
    ['/matters/$code', () => import('#web/features/matters/portal/tracked.tsx')],
    ['/submitted/$id', async () => ({ page: (await applying()).submittedPage })],
    ['/districts', () => import('#web/features/exchange/portal/items.tsx')],
    ['/districts/$partnerId/$id', () => import('#web/features/exchange/portal/apply.tsx')],
    ['/mine/districts/$id', () => import('#web/features/exchange/portal/taken.tsx')],
    ['/track', async () => ({ page: (await following()).trackPage })],
    ['/track/$code', async () => ({ page: (await following()).trackedPage })],
    ['/queue', () => import('#web/features/hall/portal/places.tsx')],
    ['/queue/$id', () => import('#web/features/hall/portal/place.tsx')],
    ['/queue/$id/book/$errandId', () => import('#web/features/hall/portal/book.tsx')],
    ['/tickets/$code', () => import('./ticket.tsx')],
    ['/at-kiosk/$code', () => import('#web/features/kiosks/portal/approve.tsx')],
    ['/hearings', () => import('#web/features/cases/portal/hearings.tsx')],
    ['/verify', () => import('#web/features/documents/portal/verify.tsx')],
    ['/verify/$code', () => import('#web/features/documents/portal/verify.tsx')],
    ['/pay/$id', () => import('#web/features/payments/portal/simulator.tsx')],
    ['/mine', async () => ({ page: (await mine()).minePage })],
    ['/mine/cases/$id', async () => ({ page: (await following()).casePage })],
    ['/mine/cases/$id/supplement', async () => ({ page: (await applying()).supplementPage })],
    ['/mine/inbox', () => import('#web/features/notices/portal/inbox.tsx')],
    ['/mine/locker', () => import('#web/features/lockers/portal/locker.tsx')],
    ['/suggestions', () => import('#web/features/improvements/portal/suggestions.tsx')],
    ['/mine/profile', async () => ({ page: (await mine()).profilePage })],
    ['/mine/password', () => import('#web/features/people/portal/password.tsx')],
    ['/mine/acting', () => import('#web/features/people/portal/acting.tsx')],
    ['/mine/acting/new', () => import('#web/features/people/portal/grant.tsx')],
    ['/preview', () => import('./preview.tsx')],
    ['/sign-in', () => import('#web/features/people/portal/sign-in.tsx')],
    ['/register', () => import('#web/features/people/portal/register.tsx')],
    ['/recover', () => import('#web/features/people/portal/recover.tsx')],
  ],
});
