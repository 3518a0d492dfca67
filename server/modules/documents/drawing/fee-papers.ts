/** Words of fee notices and receipts. Money is in fen. No I/O. */
import type { DataOf, FeeLine } from '../data.ts';
import { sayAmount, sayCapitals, sayDate, sayTime, type Block } from './paper.ts';
import { byLaw, matterOf } from './words.ts';

const feeTable = (items: readonly FeeLine[], totalFen: number): Block => ({
  table: {
    head: ['收费项目', '收费依据', '金额（元）'],
    widths: [34, 46, 20],
    rows: [
      ...items.map(({ name, basis, amountFen }) => [name, basis ?? '', sayAmount(amountFen)]),
      ['合计', `人民币（大写）${sayCapitals(totalFen)}`, sayAmount(totalFen)],
    ],
    right: [2],
  },
});

/** 行政许可法 art. 59: by published items and standards only. */
export const feeNotice = (data: DataOf<'feeNotice'>): Block[] => [
  {
    p: `办理${matterOf(data)}（办件编号：${data.caseNumber}）依法收取下列费用。${byLaw(data, '第五十九条')}本机关按照公布的法定项目和标准收费：`,
  },
  feeTable(data.items, data.totalFen),
  {
    p: `请${data.payUntil ? `于${sayDate(data.payUntil)}前` : ''}${data.howToPay ?? '登录网上服务大厅或者到窗口'}缴纳。符合减免条件的，可以向本机关提出。`,
  },
];

export const feeReceipt = (data: DataOf<'feeReceipt'>): Block[] => [
  {
    pairs: [
      ['交款人', data.payerName ?? data.recipientName],
      ['事项名称', data.itemName],
      ['办件编号', data.caseNumber],
      ['收款日期', sayTime(data.paidOn)],
      ['收款方式', data.method],
      ...(data.providerRef ? ([['支付流水号', data.providerRef]] as [string, string][]) : []),
    ],
  },
  feeTable(data.items, data.totalFen),
  {
    note: '所收款项依法上缴国库（《中华人民共和国行政许可法》第五十九条）。本收据为收款凭证，财政票据可以凭本收据换领。',
  },
];
