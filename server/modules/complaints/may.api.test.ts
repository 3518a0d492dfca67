import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { complaintsContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const staff = 'clerk examiner head office admin auditor';
const reviewed: Record<string, string> = {
  complainWithTicket: 'anyone',
  complain: `resident ${staff}`,
  takeIn: staff,
  lookComplaint: 'anyone',
  judgeAnswer: 'anyone',
  myComplaints: `resident ${staff}`,
  listComplaints: 'head office auditor',
  countComplaints: 'head office auditor',
  getComplaint: 'head office auditor',
  listHandlers: 'head office',
  assignComplaint: 'head office',
  identify: 'head office',
  askStatement: 'head office',
  answerComplaint: 'head office',
  complaintsAboutMe: staff,
  giveStatement: 'clerk examiner head office',
  getHouseRule: staff,
  saveHouseRule: 'office admin',
};
const acting = { actionId: newId() };
const said = { body: { ...acting, text: '已核实' } };
testDoors(complaintsContract, reviewed, {
  complainWithTicket: { body: { ...acting, ticketCode: 'abc', body: '态度不好' } },
  complain: { body: { ...acting, body: '态度不好' } },
  takeIn: { body: { ...acting, body: '态度不好' } },
  lookComplaint: { params: { code: 'abc' } },
  judgeAnswer: { params: { code: 'abc' }, body: { ...acting, satisfied: true } },
  assignComplaint: { body: { ...acting, handlerId: newId() } },
  identify: { body: { ...acting, aboutId: newId() } },
  askStatement: said,
  answerComplaint: said,
  giveStatement: said,
  saveHouseRule: { body: { answerDays: 5, silentDays: 10 } },
});
