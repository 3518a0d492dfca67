/** Who may do what with remote help. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { remoteHelpContract } from './contract.ts';

const everyone = { anyone: ['any'] } as const;
/** Whoever has the code asked for the help: 32 letters that no one guesses, given once, to the page that asked. */
const whoHasTheCode = { anyone: ['any'] } as const;
/** The clerk who has taken it, and no other: who stands in for them has no part in what two people say to each other, and takes the next. */
const whoHelps = { clerk: ['own'] } as const;
/** Whoever answers for the service reads that it took place. */
const readers = { office: ['any'], auditor: ['any'] } as const;

export const may = {
  showRemoteHelp: everyone,
  // At a kiosk, too, in the name of whoever is signed in there; whatever follows goes by the code.
  askForHelp: { ...everyone, shared: true },
  lookHelp: whoHasTheCode,
  listenAsAsker: whoHasTheCode,
  sayAsAsker: whoHasTheCode,
  leaveHelp: whoHasTheCode,
  rateHelp: whoHasTheCode,
  showSeat: { clerk: ['any'] },
  setSeat: { clerk: ['any'] },
  takeNext: { clerk: ['any'] },
  listenAsClerk: whoHelps,
  sayAsClerk: whoHelps,
  handOver: whoHelps,
  finishHelp: whoHelps,
  listHelps: readers,
  exportHelps: readers,
  countHelps: readers,
} as const satisfies Permissions<keyof typeof remoteHelpContract>;
