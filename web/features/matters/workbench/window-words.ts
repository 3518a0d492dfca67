/** Words of taking in a life event at the window. */
import { words } from '#web/words/words.ts';

export const windowWords = words({
  'zh-CN': {
    choose: '或者一件事一次办',
    chooseHint: '说法或名称，如：开公司',
    chooseNone: '没有这样的一件事，请在上面选单个事项',
    size: (items: number, departments: number) => `${items} 个事项，${departments} 个部门`,
    event: '一件事',
    eventLine: (items: number, departments: number) => `${items} 个事项 · ${departments} 个部门 · 一张表、一套材料`,
    notFor: { person: '这件事不能由个人申请，请更换申请人', organisation: '这件事不能由单位申请，请更换申请人' },
    questionsFirst: '先回答上面的问题，再填表',
    done: '已收件',
    number: '联办编号',
    parts: '一次申请的事项',
    after: (names: string) => `等“${names}”办成后自动启动`,
    deliveryNote: '各部门分别办理，进度和结果都在这一个编号下',
    open: '打开联办件',
  },
  en: {
    choose: 'Or several items at once',
    chooseHint: 'In their words, such as: start a company',
    chooseNone: 'There is no such life event: choose a single item above',
    size: (items, departments) =>
      `${items} items, ${departments === 1 ? '1 department' : `${departments} departments`}`,
    event: 'Life event',
    eventLine: (items, departments) =>
      `${items} items · ${departments === 1 ? '1 department' : `${departments} departments`} · one form, one set of materials`,
    notFor: {
      person: 'A person cannot apply for this: change the applicant',
      organisation: 'An organisation cannot apply for this: change the applicant',
    },
    questionsFirst: 'Answer the questions above, then fill in the form',
    done: 'Taken in',
    number: 'Number of the matter',
    parts: 'Applied for at once',
    after: (names) => `Begins by itself after: ${names}`,
    deliveryNote: 'The departments work side by side; everything is found under this one number',
    open: 'Open the matter',
  },
});
