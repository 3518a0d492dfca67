/** What the application form (申请表) of a case says, after all supplements and corrections. Pure: the same history gives the same form. */
import { askedFields, askedMaterials, askedSituations, type Field, type ItemBody } from '#modules/catalogue/contract';
import { sayAmount, sayDate, type Block, type Form } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import { contentOf, type Action, type Content, type HandedIn } from '../case.ts';
import type { Submission } from '../shapes.ts';
import { signatureOf } from '../signature.ts';

/** Whose application it is. Numbers come masked: the form is read by everybody who may see the case. */
export interface Parties {
  applicantName: string;
  idLabel: string;
  idText: string;
  agentName?: string;
  agentIdText?: string;
}

type Pair = readonly [label: string, value: string];

const hows: Record<HandedIn['how'], string> = {
  upload: '电子件',
  paper: '纸质件',
  shared: '数据共享',
  locker: '材料柜',
  missing: '未提交',
  later: '容缺后补（已承诺）',
  promised: '告知承诺',
};
const deliveries: Record<Submission['delivery']['way'], string> = {
  collected: '窗口领取',
  posted: '邮寄',
  electronic: '电子送达',
};

/** An answer in words, as the form that was filled in showed it. */
function sayAnswer(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return '未填写';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const widget = field['x-widget'];
  if (widget === 'money' && typeof value === 'number') return `${sayAmount(value)} 元`;
  if (widget === 'area') return `${plain(value)} 平方米`;
  if (widget === 'date' || field.format === 'date') return sayDate(plain(value));
  return plain(value);
}

const plain = (value: unknown): string =>
  Array.isArray(value) ? value.map(plain).join('、') : typeof value === 'string' ? value : JSON.stringify(value);

/** The questions with their answers, in the order of the form; then what the form does not know, which is on record all the same. */
function answersOf(body: ItemBody, { answers, situations }: Content): Pair[] {
  const given = { ...answers, ...situations };
  const { properties } = body.form;
  return [
    ...askedSituations(body, given).map(({ id, question, options }): Pair => [
      question,
      options.find((option) => option.id === situations[id])?.label ?? '未选择',
    ]),
    ...askedFields(body, given).map(({ name, field }): Pair => [field.title, sayAnswer(field, answers[name])]),
    ...Object.entries(answers)
      .filter(([name]) => !Object.hasOwn(properties, name))
      .map(([name, value]): Pair => [name, plain(value).slice(0, 500)]),
  ];
}

/** Texts that are longer than a cell of a table should be. */
const long = 300;

/** Answers as a table; a long text stands below under its title, where it may run over pages. */
function answerBlocks(pairs: readonly Pair[]): Block[] {
  const short = pairs.filter(([, value]) => value.length <= long);
  return [
    { heading: '填报内容' },
    ...(pairs.length === 0 ? [{ note: '本事项没有需要填写的内容。' }] : []),
    ...(short.length > 0 ? [{ pairs: short }] : []),
    ...pairs.filter(([, value]) => value.length > long).flatMap(([title, value]) => [{ heading: title }, { p: value }]),
  ];
}

/** What is asked for and how it came, then what came without being asked for. */
function materialBlocks(body: ItemBody, { answers, situations, materials }: Content): Block[] {
  const asked = askedMaterials(body, { ...answers, ...situations });
  const all = [
    ...asked.map(({ id, name, source }) => ({ id, name, shared: source === 'shared' })),
    ...materials
      .filter(({ materialId }) => !asked.some(({ id }) => id === materialId))
      .map(({ materialId: id }) => ({
        id,
        name: body.materials.find((known) => known.id === id)?.name ?? id,
        shared: false,
      })),
  ];
  if (all.length === 0) return [];
  const rows = all.map(({ id, name, shared }, at) => {
    const handed = materials.find(({ materialId }) => materialId === id);
    const how = handed ? hows[handed.how] : id === 'form' ? '本表' : shared ? hows.shared : hows.missing;
    const count = handed?.copy?.files ?? handed?.fileIds.length ?? 0;
    const files = count > 0 ? `${count} 个文件` : '';
    return [String(at + 1), name, how, files];
  });
  return [
    { heading: '申请材料' },
    { table: { head: ['序号', '材料名称', '提交方式', '文件'], widths: [9, 57, 18, 16], rows } },
  ];
}

const changing: Partial<Record<Action['kind'], string>> = { supplement: '补正', correct: '更正' };

/** The form of a case. `actions` is its whole history. */
export function applicationForm(
  of: { number: string; itemCode: string; body: ItemBody; parties: Parties },
  actions: readonly Pick<Action, 'kind' | 'facts' | 'at'>[],
): Form {
  const { number, itemCode, body, parties } = of;
  const content = contentOf(actions);
  const [submitted] = actions;
  const signature = signatureOf(actions);
  const delivery = submitted!.facts.delivery as Submission['delivery'] | undefined;
  const changes = actions.filter(({ kind }) => changing[kind] !== undefined);
  const signer = parties.agentName ?? parties.applicantName;
  const about: Pair[] = [
    ['事项名称', body.name],
    ['事项编码', itemCode],
    ['申请人', parties.applicantName],
    [parties.idLabel, parties.idText],
    ...(parties.agentName ? ([['代办人', parties.agentName]] as const) : []),
    ...(parties.agentIdText ? ([['代办人证件号码', parties.agentIdText]] as const) : []),
    ['申请日期', sayDate(shanghaiDay(submitted!.at))],
    ...(delivery ? ([['取件方式', deliveries[delivery.way]]] as const) : []),
    ...(delivery?.address ? ([['收件地址', delivery.address]] as const) : []),
  ];
  const said = changes.map(({ kind, at }) => `${sayDate(shanghaiDay(at))}${changing[kind]}`).join('、');
  return {
    title: body.name.endsWith('申请表') ? body.name : `${body.name}申请表`,
    titleEn: 'Application Form',
    number,
    blocks: [
      { pairs: about },
      ...answerBlocks(answersOf(body, content)),
      ...materialBlocks(body, content),
      ...(said ? [{ note: `以上为${said}后的内容。` }] : []),
    ],
    declaration: `我（${signer}）保证填写的内容和提交的材料真实有效，并愿意承担相应的法律责任。`,
    signature: {
      label: parties.agentName ? '代办人签名' : '申请人签名',
      name: signer,
      drawing: signature?.drawing ?? null,
      instead: signature?.way === 'drawn' ? '（手写签名无法显示）' : '（本人确认）',
      on: shanghaiDay(submitted!.at),
    },
    at: (changes.at(-1) ?? submitted!).at.toISOString(),
  };
}
