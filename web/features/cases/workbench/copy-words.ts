/** Words for what came out of the applicant's locker. */
import { words } from '#web/words/words.ts';

export const copyWords = words({
  'zh-CN': {
    sources: { issued: '本区制发', fetched: '部门数据', handedIn: '以前办件中提交', uploaded: '申请人自行上传' },
    trusts: { issued: '机关制发', verified: '窗口核对过原件', accepted: '曾被采用', declared: '未核对' },
    bases: { self: '申请人本人使用', standing: '凭长期同意使用', window: '凭窗口当面同意使用' },
    asOf: (day: string) => `${day} 使用时的副本`,
    until: (day: string) => `当时有效期至 ${day}`,
    always: '当时长期有效',
  },
  en: {
    sources: {
      issued: 'Issued here',
      fetched: 'From a department',
      handedIn: 'Handed in with an earlier case',
      uploaded: 'Uploaded by the applicant',
    },
    trusts: {
      issued: 'Issued by an office',
      verified: 'Original seen at a window',
      accepted: 'Accepted before',
      declared: 'Not compared yet',
    },
    bases: { self: 'used by the applicant', standing: 'by standing consent', window: 'by consent at the window' },
    asOf: (day) => `copy as of ${day}`,
    until: (day) => `valid until ${day} then`,
    always: 'valid without an end then',
  },
});
