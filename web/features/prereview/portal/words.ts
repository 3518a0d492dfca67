/** Words of what the machine did with one's own case: plain, with the rule and its article, and the way to a person. */
import { words } from '#web/words/words.ts';

export const byMachineWords = words({
  'zh-CN': {
    title: '机器是怎么办的',
    acted: {
      accept: '这件申请由机器按规则自动受理，后面由工作人员审查和决定。',
      decide: '这件申请由机器按规则自动审查并作出决定，没有经过人工。',
    },
    when: (at: string, version: number) => `${at}，按审查规则第 ${version} 版`,
    rules: '用了哪些规则',
    basis: (article: string) => `依据：${article}`,
    looked: '看了什么',
    sources: { answer: '您填写的', situation: '您选择的', document: '证件上读到的', fact: '系统核对的' },
    right: '您可以请工作人员人工看一遍，不收费；看的时候，已经作出的决定仍然有效。',
    ask: '请人工看一遍',
    askTitle: '请工作人员人工看一遍',
    askReason: '哪里不对，或者想问什么',
    askWhat: '本部门负责人会看这件申请并答复您，答复会发到您的消息里。每件申请可以请一次。',
    asked: (at: string) => `${at}，您已请人工看：`,
    waiting: '还没有人看。有答复时会给您发消息。',
    agreed: (name: string, at: string) => `${name}已于 ${at} 看过：机器办得对。`,
    differed: (name: string, at: string) => `${name}已于 ${at} 看过：机器办得不对，会在这件申请里改正。`,
    remedies: '不服决定的，还可以按决定书上写的申请行政复议或者提起行政诉讼。',
  },
  en: {
    title: 'What the machine did',
    acted: {
      accept: 'A machine accepted this application by the rules. People examine and decide it from here on.',
      decide: 'A machine examined and decided this application by the rules. No person was involved.',
    },
    when: (at, version) => `${at}, by version ${version} of the rules`,
    rules: 'By which rules',
    basis: (article) => `It rests on: ${article}`,
    looked: 'What it looked at',
    sources: {
      answer: 'you filled in',
      situation: 'you chose',
      document: 'read off the paper',
      fact: 'the system checked',
    },
    right: 'You can ask a person to look at it, free of charge. What was decided stays in force meanwhile.',
    ask: 'Ask a person to look',
    askTitle: 'Ask a person to look at it',
    askReason: 'What is wrong, or what you want to know',
    askWhat:
      'The head of the department looks at this application and answers you by message. You can ask once for each application.',
    asked: (at) => `You asked for a person on ${at}:`,
    waiting: 'Nobody has looked yet. You get a message when there is an answer.',
    agreed: (name, at) => `${name} looked at it on ${at}: the machine was right.`,
    differed: (name, at) =>
      `${name} looked at it on ${at}: the machine was wrong; it is put right in this application.`,
    remedies:
      'Against the decision itself you can also seek administrative review or go to court, as the decision says.',
  },
});
