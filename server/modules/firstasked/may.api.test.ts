import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { firstaskedContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const staff = 'clerk examiner head office';
const reviewed: Record<string, string> = {
  recordQuestion: staff,
  lookQuestion: 'anyone',
  listQuestions: `${staff} auditor`,
  countQuestions: `${staff} auditor`,
  getQuestion: `${staff} auditor`,
  listReceivers: staff,
  handOver: staff,
  acknowledge: staff,
  giveBack: staff,
  settle: staff,
  getHouseRule: `${staff} admin auditor`,
  saveHouseRule: 'office admin',
};
const acting = { actionId: newId() };
testDoors(firstaskedContract, reviewed, {
  recordQuestion: { body: { ...acting, door: 'desk', topic: '居住证在哪办', answer: '二楼 B 区' } },
  lookQuestion: { params: { code: 'abc' } },
  handOver: { body: { ...acting, departmentId: newId() } },
  acknowledge: { body: acting },
  giveBack: { body: { ...acting, text: '不属于本部门' } },
  settle: { body: { ...acting, text: '已电话答复' } },
  saveHouseRule: { body: { acknowledgeMinutes: 60, answerDays: 3, handOvers: 2 } },
});
