/** Words of tolerance and promises at the workbench; part of `step-words.ts`. */
import { words } from '#web/words/words.ts';

export const undertakingWords = words({
  'zh-CN': {
    verbs: { cure: '登记补交', returnCure: '退回补交材料', checkPromise: '登记核查结果', revoke: '撤销决定' },
    what: {
      cure: '登记申请人承诺后补的材料，补齐后可以颁发结果。',
      returnCure: '补交的材料不符合要求，申请人会看到原因，至少再有五个工作日。',
      checkPromise: '出具核查结果告知书。承诺不实的，按事项公布的后果处理。',
      revoke: '出具撤销决定书，写明理由和救济途径。结果文书随即失效，扫码验真会显示已撤销。',
    },
    whyNot: {
      cure: '没有待补交的材料',
      returnCure: '没有补交过的材料',
      checkPromise: '没有待核查的承诺',
      revoke: '准予以后才能撤销',
      withheldUntilCured: '承诺后补的材料补齐以前不能制作结果',
    },
    title: '承诺',
    kinds: { tolerance: '容缺后补', promise: '告知承诺' },
    states: { open: '待补交', cured: '已补交', lapsed: '逾期未补', kept: '属实', broken: '不实', ended: '不再需要' },
    toCheck: '待核查',
    notDrawn: '未抽中，有疑点时可以核查',
    until: (day: string) => `${day}前`,
    consequences: { withhold: '补齐前不颁发结果', revoke: '可以撤销决定', record: '记入承诺记录' },
    which: '哪一份',
    result: '核查结果',
    kept: '承诺属实',
    broken: '承诺不实',
    finding: '核查情况',
  },
  en: {
    verbs: {
      cure: 'Enter what was handed in later',
      returnCure: 'Send it back',
      checkPromise: 'Enter the check',
      revoke: 'Revoke',
    },
    what: {
      cure: 'Enter what the applicant undertook to hand in; the result can then be made out.',
      returnCure: 'What was handed in does not do: the applicant reads why and has five working days at least.',
      checkPromise: 'The result of the check goes out; what follows a false promise is what the item names.',
      revoke:
        'The decision goes out with reasons and remedies. The result holds no longer, and its proof page says so.',
    },
    whyNot: {
      cure: 'Nothing is to be handed in later',
      returnCure: 'Nothing was handed in later',
      checkPromise: 'No promise is to be checked',
      revoke: 'Only after it was granted',
      withheldUntilCured: 'The result is held back until what was undertaken has come',
    },
    title: 'Undertakings',
    kinds: { tolerance: 'Follows later', promise: 'Promised' },
    states: { open: 'to come', cured: 'came', lapsed: 'did not come', kept: 'true', broken: 'false', ended: 'no longer needed' }, // prettier-ignore
    toCheck: 'to be checked',
    notDrawn: 'not drawn; can be checked where there is doubt',
    until: (day) => `by ${day}`,
    consequences: { withhold: 'the result waits for it', revoke: 'can be revoked', record: 'goes on record' },
    which: 'Which one',
    result: 'What the check found',
    kept: 'The promise was true',
    broken: 'The promise was false',
    finding: 'Finding',
  },
});
