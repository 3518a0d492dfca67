/** The ways in which looking into the trail can go wrong. */
import { problems } from '#platform/problems';

export const auditProblems = problems('audit', {
  tooWide: [422, 'Name a case, or at most 31 days'],
});
