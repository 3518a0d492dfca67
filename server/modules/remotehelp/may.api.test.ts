import { testDoors } from '#server/testing-matrix';
import { remoteHelpContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  showRemoteHelp: 'anyone',
  askForHelp: 'anyone',
  lookHelp: 'anyone',
  listenAsAsker: 'anyone',
  sayAsAsker: 'anyone',
  leaveHelp: 'anyone',
  rateHelp: 'anyone',
  showSeat: 'clerk',
  setSeat: 'clerk',
  takeNext: 'clerk',
  listenAsClerk: 'clerk',
  sayAsClerk: 'clerk',
  handOver: 'clerk',
  finishHelp: 'clerk',
  listHelps: 'office auditor',
  exportHelps: 'office auditor',
  countHelps: 'office auditor',
};

testDoors(remoteHelpContract, reviewed);
