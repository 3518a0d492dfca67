/** What the problems with fees are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const paymentProblemWords = problemWords({
  'payments.noSuchFee': { 'zh-CN': '没有这笔费用，或者不归您查看', en: 'There is no such fee, or it is not for you' },
  'payments.alreadySettled': {
    'zh-CN': '这笔费用已经缴纳、免收或取消，请刷新查看',
    en: 'This fee has been paid, waived or cancelled already: refresh to see it',
  },
  'payments.notPaid': {
    'zh-CN': '这笔费用还没有缴纳，无法退费',
    en: 'This fee has not been paid: nothing can be refunded',
  },
  'payments.moreThanPaid': { 'zh-CN': '退费不能超过已缴金额', en: 'More would be refunded than was paid' },
  'payments.wrongAmount': {
    'zh-CN': '金额与应缴金额不符，请刷新后再试',
    en: 'The amount is not the one that was asked: refresh and try again',
  },
  'payments.badSignature': {
    'zh-CN': '支付消息的签名不对，没有入账',
    en: 'The signature of the payment message is wrong: nothing was booked',
  },
  'payments.providerAway': {
    'zh-CN': '支付平台没有回应，这次没有扣款，请稍后再试',
    en: 'The payment service does not answer: nothing was paid, try again shortly',
  },
  'payments.noSimulator': { 'zh-CN': '模拟支付只在演示中可用', en: 'The simulator is part of the demo only' },
});
