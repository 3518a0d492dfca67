/** Words of the documents of joint handling: asking another department, its answer, how the whole ended. No I/O. */
import type { DataOf } from '../data.ts';
import { sayDate, type Block } from './paper.ts';
import { endSentence, matterOf, provisionalNote } from './words.ts';

/** 征求意见函: what is asked, what is sent along, until when, and what silence means. */
export const consultation = (data: DataOf<'consultation'>): Block[] => [
  { p: `我单位正在办理${matterOf(data)}（办件编号：${data.caseNumber}），现就下列问题征求贵单位意见：` },
  { p: endSentence(data.question) },
  ...(data.given.length > 0 ? [{ heading: '随函提供' }, { list: data.given }] : []),
  {
    p: `请于${sayDate(data.answerBy)}前回复。${data.silenceIsConsent ? '按照本事项的联办规则，逾期未回复的，视为同意。' : '逾期未回复的，将提请督办。'}`,
  },
  ...provisionalNote(data.provisional),
  ...(data.askedBy ? [{ pairs: [['经办人', data.askedBy]] as [string, string][] }] : []),
];

const answers: Record<DataOf<'consultationReply'>['answer'], string> = {
  agreed: '同意。',
  disagreed: '不同意。',
  conditional: '有条件同意。',
  silent: '在规定期限内未回复，按照本事项的联办规则视为同意。',
};

/** 意见回复函; for a department that said nothing, the record that its consent is taken as given. */
export const consultationReply = (data: DataOf<'consultationReply'>): Block[] => [
  { p: `关于${matterOf(data)}（办件编号：${data.caseNumber}）的${data.ofNumber}征求意见函，意见如下：` },
  {
    pairs: [
      ['征求意见的问题', endSentence(data.question)],
      ['意见', answers[data.answer]],
      ...(data.text ? ([['说明', endSentence(data.text)]] as [string, string][]) : []),
    ],
  },
];

const outcomes: Record<DataOf<'jointOutcome'>['outcome'], string> = {
  granted: '各事项均已准予。',
  partlyGranted: '部分事项已准予，其余事项未准予或者已终止。',
  refused: '未能办成。',
  withdrawn: '已按申请人意愿终止办理。',
};

/** 联办结果告知书: each part with what became of it; the decisions themselves are documents of their own, with their remedies. */
export const jointOutcome = (data: DataOf<'jointOutcome'>): Block[] => [
  {
    p: `你（单位）于${sayDate(data.submittedOn)}申请的${matterOf(data)}（联办编号：${data.caseNumber}），由有关部门联合办理，至${sayDate(data.decidedOn)}全部有了结果：${outcomes[data.outcome]}`,
  },
  {
    table: {
      head: ['序号', '事项', '办理部门', '办件编号', '结果'],
      widths: [8, 30, 24, 24, 14],
      rows: data.parts.map(({ itemName, departmentName, caseNumber, what }, at) => [
        String(at + 1),
        itemName,
        departmentName,
        caseNumber ?? '—',
        what,
      ]),
    },
  },
  { p: `联办规则：${endSentence(data.policy)}` },
  { note: '各事项的决定由办理部门另行作出文书，复议、诉讼的权利和期限以该文书为准。' },
];

/** 模拟审批意见书: first that it has no legal effect, then what was assumed, what was found, and how it becomes formal. */
export const simulatedOpinion = (data: DataOf<'simulatedOpinion'>): Block[] => [
  { note: '模拟审批：本意见书没有法律效力，不得作为开工、建设、经营或者办理其他手续的依据。' },
  {
    p: `你单位“${data.projectName}”项目（项目编号：${data.caseNumber}）于${sayDate(data.begunOn)}提出${matterOf(data)}的模拟审批。我单位假定下列条件已经具备，对其余材料进行了审查：`,
  },
  { list: data.missing },
  {
    pairs: [
      ['审查意见', endSentence(data.opinion)],
      ['拟作决定', data.proposal === 'grant' ? '拟准予。' : '拟不予准予。'],
      ...(data.conditions ? ([['附加条件', endSentence(data.conditions)]] as [string, string][]) : []),
    ],
  },
  {
    p: `上述条件在${sayDate(data.metBy)}前具备的，请提出正式申请；已审查且没有变化的内容不再重复审查。逾期未提出的，本意见书自行失效。`,
  },
];
