/** Words of reminders (督办单) on the page of a case. */
import { words } from '#web/words/words.ts';

export const reminderWords = words({
  'zh-CN': {
    title: '督办',
    ask: '发督办单',
    askWhat: '督办单发给部门负责人，对方必须答复；留存在办件上。',
    text: '要求说明或办理的事',
    days: '几个工作日内答复',
    asked: (name: string) => `${name} 发出`,
    answerBy: (day: string) => `请在 ${day} 前答复`,
    late: '已过答复期限',
    answer: '答复',
    answerWhat: '答复只能提交一次，提交后发给督办人。',
    answered: (name: string) => `${name} 答复`,
    waits: '等待部门负责人答复',
    sent: '督办单已发出',
    sentAnswer: '已答复',
  },
  en: {
    title: 'Reminders of the office',
    ask: 'Ask the department',
    askWhat: 'It goes to the head of the department, who has to answer; both stay with the case.',
    text: 'What is to be explained or done',
    days: 'Working days for the answer',
    asked: (name) => `asked by ${name}`,
    answerBy: (day) => `to be answered by ${day}`,
    late: 'The answer is late',
    answer: 'Answer',
    answerWhat: 'There is one answer; it goes to the one who asked.',
    answered: (name) => `answered by ${name}`,
    waits: 'Waits for the head of the department',
    sent: 'Sent to the head of the department',
    sentAnswer: 'Answered',
  },
});
