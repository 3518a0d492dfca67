import { describe, expect, it } from 'vitest';
import type { Block } from '#modules/documents';
import { foodLicence } from '#server/testing-district';
import type { Action } from '../case.ts';
import { applicationForm } from './application-form.ts';

type Told = Pick<Action, 'kind' | 'facts' | 'at'>;
const submit: Told = {
  kind: 'submit',
  at: new Date('2026-06-10T01:30:00Z'),
  facts: {
    answers: { shopName: '小满面馆', area: 80, grease: 'YS-2' },
    situations: { business: 'hot' },
    materials: [{ materialId: 'layout', how: 'upload', fileIds: ['a', 'b'] }],
    delivery: { way: 'posted', address: '云溪区文汇路 21 号' },
    signature: { way: 'drawn', drawing: 'M1 2L3 4' },
  },
};
const formOf = (actions: Told[], agentName?: string) =>
  applicationForm(
    {
      number: '330199-2026-0000001',
      itemCode: 'food',
      body: foodLicence,
      parties: {
        applicantName: '陈小满',
        idLabel: '证件号码',
        idText: '3301**********0021',
        ...(agentName ? { agentName } : {}),
      },
    },
    actions,
  );
const pairsOf = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(blocks.flatMap((block) => ('pairs' in block ? block.pairs : [])));

describe('the application form', () => {
  it('says who applied for what, with titles and labels as the applicant read them', () => {
    const form = formOf([submit]);
    expect(form.title).toBe('食品经营许可申请表');
    expect(pairsOf(form.blocks)).toEqual({
      事项名称: '食品经营许可',
      事项编码: 'food',
      申请人: '陈小满',
      证件号码: '3301**********0021',
      申请日期: '2026年6月10日',
      取件方式: '邮寄',
      收件地址: '云溪区文汇路 21 号',
      '做什么生意？': '热食类制售',
      店名: '小满面馆',
      '面积（平方米）': '80 平方米',
      油水分离器型号: 'YS-2',
    });
    const rows = form.blocks.flatMap((block) => ('table' in block ? block.table.rows : []));
    expect(rows).toEqual([
      ['1', '身份证明', '数据共享', ''],
      ['2', '经营场所平面图', '电子件', '2 个文件'],
      ['3', '食品安全管理制度', '未提交', ''],
    ]);
    expect(form.signature).toMatchObject({
      label: '申请人签名',
      name: '陈小满',
      drawing: 'M1 2L3 4',
      on: '2026-06-10',
    });
    expect(form.declaration).toContain('我（陈小满）保证');
  });

  it('is signed by who came for the applicant', () => {
    const { signature } = formOf([submit], '李芳');
    expect(signature).toMatchObject({ label: '代办人签名', name: '李芳' });
    const confirmed = { ...submit, facts: { ...submit.facts, signature: { way: 'confirmed' } } };
    expect(formOf([confirmed]).signature).toMatchObject({ drawing: null, instead: '（本人确认）' });
    const broken = { ...submit, facts: { ...submit.facts, signature: { way: 'drawn', drawing: '<script>' } } };
    expect(formOf([broken]).signature).toMatchObject({ drawing: null, instead: '（手写签名无法显示）' });
  });

  it('says what was supplemented and corrected, and nothing that is not asked any more', () => {
    const at = (day: string) => new Date(`2026-06-${day}T01:00:00Z`);
    const form = formOf([
      submit,
      { kind: 'askSupplement', at: at('11'), facts: {} },
      { kind: 'supplement', at: at('12'), facts: { situations: { business: 'packed' } } },
      { kind: 'note', at: at('14'), facts: { text: '电话联系' } },
      { kind: 'correct', at: at('15'), facts: { answers: { area: 90 }, reason: '笔误' } },
    ]);
    expect(pairsOf(form.blocks)).toMatchObject({ '做什么生意？': '只卖预包装食品', '面积（平方米）': '90 平方米' });
    expect(pairsOf(form.blocks)).not.toHaveProperty('油水分离器型号');
    expect(form.blocks).toContainEqual({ note: '以上为2026年6月12日补正、2026年6月15日更正后的内容。' });
    expect(form.at).toBe('2026-06-15T01:00:00.000Z');
  });
});
