/** What can go wrong with notices in a way that the caller can act on. */
import { problems } from '#platform/problems';

export const noticeProblems = problems('notices', {
  noSuchNotice: [404, 'There is no such message, or it is not for you'],
  noPerson: [409, 'This account has no person, so it gets no messages'],
  noOutbox: [404, 'The outbox is part of the demo district only'],
});
