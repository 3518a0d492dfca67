/** Who may do what with notices. */
import type { Permissions } from '#platform/permissions';
import type { noticesContract } from './contract.ts';

/** The operations under `/my` show nothing but what belongs to who asks. */
export const may = {
  myNotices: { resident: ['any'] },
  countUnread: { resident: ['any'] },
  markRead: { resident: ['own'] },
  markAllRead: { resident: ['any'] },
  myPreference: { resident: ['any'] },
  savePreference: { resident: ['any'] },
  listStuck: { office: ['any'], admin: ['any'] },
  retryStuck: { office: ['any'], admin: ['any'] },
  // Answers in the demo district only, where everybody plays every part.
  listOutbox: { anyone: ['any'] },
} satisfies Permissions<keyof typeof noticesContract>;
