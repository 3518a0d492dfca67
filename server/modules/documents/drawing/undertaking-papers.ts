/** Words of what is undertaken (容缺受理, 告知承诺), of what comes of it, and of a decision that is taken back. No I/O. */
import type { DataOf } from '../data.ts';
import { sayDate, type Block } from './paper.ts';
import { aboutMatter, byLaw, cite, endSentence, matterOf, reasons, remedies } from './words.ts';

const followingly = (consequences: readonly string[]): Block[] =>
  consequences.length > 0 ? [{ list: consequences.map(endSentence) }] : [];

/** Signed by the applicant; what follows when it is not kept stands above the signature (国办发〔2020〕42号). */
export const undertaking = (data: DataOf<'undertaking'>): Block[] => [
  { pairs: aboutMatter(data) },
  {
    p:
      data.way === 'tolerance'
        ? `本人（单位）申请${matterOf(data)}，下列材料暂时不能提交，承诺于${sayDate(data.cureBy!)}前补齐，并保证补交的材料真实、合法、有效：`
        : `本人（单位）申请${matterOf(data)}，以本承诺代替下列证明材料。本人（单位）已知晓应当符合的条件，承诺所作陈述真实，已经符合上述条件，愿意接受核查：`,
  },
  { list: data.materials.map(({ name, note }) => (note ? `${name}（${note}）` : name)) },
  {
    p:
      data.way === 'tolerance'
        ? '逾期没有补齐的，本人（单位）愿意承担下列后果：'
        : '承诺不实的，本人（单位）愿意承担下列后果：',
  },
  ...followingly(data.consequences),
  {
    pairs: [
      ['承诺人', data.signedBy],
      ['签名', data.signedHow],
      ['承诺日期', sayDate(data.madeOn)],
    ],
  },
];

/** The day has passed and nothing came. */
export const undertakingNotice = (data: DataOf<'undertakingNotice'>): Block[] => [
  {
    p: `你（单位）办理${matterOf(data)}（办件编号：${data.caseNumber}）时，于${sayDate(data.madeOn)}书面承诺在${sayDate(data.dueOn)}前补齐下列材料，至今没有补齐：`,
  },
  { list: data.materials },
  { p: '按照承诺书和办事指南公布的规则，本机关作出下列处理：' },
  ...followingly(data.consequences),
  {
    p: '对上述处理有异议的，可以向本机关陈述、申辩；因不可抗力等正当理由未能补齐的，请提供说明，本机关核实后撤销记录。',
  },
  ...remedies(data, '上述处理'),
];

export const promiseCheck = (data: DataOf<'promiseCheck'>): Block[] => [
  {
    p: `你（单位）办理${matterOf(data)}（办件编号：${data.caseNumber}）时，以书面承诺代替下列证明材料。本机关于${sayDate(data.checkedOn)}进行了核查：`,
  },
  { list: data.materials },
  { p: `核查结果：${data.kept ? '承诺属实。' : '承诺不实。'}${endSentence(data.finding)}` },
  ...(data.kept
    ? []
    : [
        { p: '按照承诺书，本机关作出下列处理：' } as Block,
        ...followingly(data.consequences),
        { p: '你（单位）对核查结果有异议的，可以自收到本告知书之日起五个工作日内向本机关陈述、申辩。' } as Block,
      ]),
  ...(data.kept ? [] : remedies(data, '上述处理')),
];

/** 行政许可法 art. 69, last paragraph: what deceit has gained is not protected; whoever trusted an office that erred is compensated. */
const whatBecomes = ({ ground }: DataOf<'revocation'>): string =>
  ground && !ground.deceit
    ? '合法权益因此受到损害的，可以依法要求本机关赔偿。'
    : '被撤销的，基于该决定取得的利益不受保护。';

/** 行政许可法 art. 69: what was granted is taken back; reasons and remedies as with any act against somebody. */
export const revocation = (data: DataOf<'revocation'>): Block[] => [
  ...reasons(
    data.reasons,
    `本机关于${sayDate(data.decidedOn)}准予你（单位）${matterOf(data)}（办件编号：${data.caseNumber}）。现查明：`,
  ),
  ...(data.ground
    ? [{ p: `上述情形属于：${data.ground.text}${data.ground.rule ? `（${data.ground.rule}）` : ''}。` } as Block]
    : []),
  ...(data.heard
    ? [
        {
          p: `作出本决定前，本机关${data.heardOn ? `于${sayDate(data.heardOn)}` : ''}告知了拟撤销的事实、理由、依据和陈述、申辩的权利：${data.heard}。`,
        } as Block,
      ]
    : []),
  {
    p: `${data.basis.length > 0 ? `根据${cite(data.basis)}，` : ''}${byLaw(data, data.ground?.article ?? '第六十九条')}本机关决定撤销上述决定${data.resultNumber ? `，${data.resultNumber}文书自本决定作出之日起失效` : ''}。${whatBecomes(data)}`,
  },
  ...remedies(data, '本决定'),
];
