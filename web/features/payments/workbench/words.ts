/** Words of the fees of a case. */
import { words } from '#web/words/words.ts';

/** The steps around a fee (asking, waiving, refunding) are acts in the case and have their words there. */
export const feeWords = words({
  'zh-CN': {
    title: '费用',
    states: {
      asked: '待缴',
      paid: '已缴',
      waived: '已免收',
      cancelled: '已取消',
      partlyRefunded: '部分退费',
      refunded: '已退费',
    },
    movements: {
      asked: '通知缴费',
      paid: '缴纳',
      waived: '免收',
      cancelled: '取消',
      refunded: '退费',
      returned: '多缴退回',
      surplus: '多缴',
    },
    methods: { cash: '现金', card: '刷卡', online: '网上' },
    total: (sum: string) => `合计 ${sum}`,
    basis: '依据',
    cash: '收现金',
    card: '刷卡收款',
    record: '登记收款',
    recordWhat: (sum: string) => `确认已收到 ${sum}。登记后出具收款收据。`,
    recorded: (sum: string) => `已登记收款 ${sum}`,
    receipt: '收款收据',
  },
  en: {
    title: 'Fees',
    states: {
      asked: 'To be paid',
      paid: 'Paid',
      waived: 'Waived',
      cancelled: 'Cancelled',
      partlyRefunded: 'Partly refunded',
      refunded: 'Refunded',
    },
    movements: {
      asked: 'Asked',
      paid: 'Paid',
      waived: 'Waived',
      cancelled: 'Cancelled',
      refunded: 'Refunded',
      returned: 'Surplus returned',
      surplus: 'Paid too much',
    },
    methods: { cash: 'cash', card: 'card', online: 'online' },
    total: (sum) => `Total ${sum}`,
    basis: 'Basis',
    cash: 'Cash received',
    card: 'Card payment',
    record: 'Enter the payment',
    recordWhat: (sum) => `You have received ${sum}. A receipt is made out.`,
    recorded: (sum) => `${sum} was entered`,
    receipt: 'Receipt',
  },
});
