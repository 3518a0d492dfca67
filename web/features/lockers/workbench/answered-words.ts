/** Words of the list of what a department answers for. */
import { words } from '#web/words/words.ts';

export const answeredWords = words({
  'zh-CN': {
    title: '证照管理',
    line: '本部门制发的证照，以及以本部门名义核对过原件的材料。发现有误的，由负责人撤销。',
    which: '哪一类',
    kinds: { issued: '本部门制发', checked: '本部门核对' },
    none: '没有这样的证照',
    noneLine: '办结的证照、窗口核对过原件的材料会列在这里。',
    find: '证号或办件编号的开头',
    columns: {
      name: '名称',
      number: '证号',
      owner: '持有人',
      since: { issued: '制发时间', checked: '核对时间' },
      until: '有效期至',
      state: '状态',
      act: '操作',
    },
    always: '长期',
    revoke: '撤销',
    revokeTitle: (name: string, owner: string) => `撤销${owner}的“${name}”？`,
    revokeLine:
      '撤销后不能再用它办任何事，也不能恢复；已经用它办的事，留存的副本不变。持有人会收到消息，看到部门和原因。',
    decisionLine: '要撤销的是准予许可的决定时，请在办件里依照《行政许可法》第六十九条办理，证照随之撤销。',
    reason: '撤销原因（持有人会看到）',
    revoked: (name: string) => `“${name}”已撤销，持有人会收到消息`,
  },
  en: {
    title: 'Certificates',
    line: 'What this department issued, and papers that were compared with the original in its name. The head revokes what is wrong.',
    which: 'Which ones',
    kinds: { issued: 'Issued by us', checked: 'Compared by us' },
    none: 'There is no such certificate',
    noneLine: 'Certificates of decided cases, and papers of which a window has seen the original, are listed here.',
    find: 'Number of certificate or case begins with',
    columns: {
      name: 'Name',
      number: 'Number',
      owner: 'Holder',
      since: { issued: 'Issued', checked: 'Compared' },
      until: 'Valid until',
      state: 'State',
      act: 'Action',
    },
    always: 'no end',
    revoke: 'Revoke',
    revokeTitle: (name, owner) => `Revoke “${name}” of ${owner}?`,
    revokeLine:
      'It serves for nothing any more, and that cannot be undone; copies that cases keep stay. The holder is told, and sees the department and the reason.',
    decisionLine:
      'Where the decision itself is to be revoked, do that in its case by article 69 of the licensing law: the certificate goes with it.',
    reason: 'Reason (the holder sees it)',
    revoked: (name) => `“${name}” is revoked; its holder is told`,
  },
});
