/** The rules of window staff: entry, the course of a file, who sits beside whom, questions. */
import { describe, expect, it } from 'vitest';
import { hasCompany, refusalOf, type Seated } from './beside.ts';
import { afterStep, counts, isActive, isOver, memberStates, memberSteps, stepsFrom } from './member.ts';
import { faultOfQuestion, isRight, type QuestionBody } from './question.ts';
import { readQuestions } from './read-questions.ts';
import { doubledKeys, openCriteria, standardOn, usualStandard } from './standard.ts';

describe('the standard of a hall', () => {
  const later = { ...usualStandard, fromOn: '2026-07-01', probationDays: 60 };
  it('counts from its day on', () => {
    expect(standardOn([later], '2026-06-30').probationDays).toBe(usualStandard.probationDays);
    expect(standardOn([later, usualStandard], '2026-07-01').probationDays).toBe(60);
  });
  it('names every condition that is not met, or has no paper', () => {
    const meets = usualStandard.criteria.map(({ key }) => key);
    const papers = [{ criterion: 'employed' }, { criterion: 'authorised' }];
    expect(openCriteria(usualStandard, { meets, papers })).toEqual([]);
    expect(openCriteria(usualStandard, { meets, papers: papers.slice(1) })).toEqual(['employed']);
    expect(openCriteria(usualStandard, { meets: meets.slice(0, 4), papers })).toEqual(['stays']);
  });
  it('tells its conditions apart by their keys', () => {
    expect(doubledKeys(usualStandard.criteria)).toEqual([]);
    expect(doubledKeys(['a', 'b', 'a', 'a', 'b'].map((key) => ({ key })))).toEqual(['a', 'b']);
  });
});

describe('the course of a file', () => {
  it('ends in states from which nothing leads on', () => {
    for (const state of memberStates) expect(stepsFrom(state).length === 0).toBe(isOver(state));
  });
  it('reaches work only through review, training and probation', () => {
    expect(memberSteps.filter((step) => afterStep('sent', step) !== undefined)).toEqual([
      'withdraw',
      'admit',
      'refuse',
    ]);
    expect(stepsFrom('training')).toEqual(['begin', 'leave']);
    expect(memberStates.filter((state) => afterStep(state, 'confirm') === 'confirmed')).toEqual(['probation']);
    expect(memberStates.filter(isActive)).toEqual(['training', 'probation', 'confirmed']);
  });
  it('counts a qualification on its first and last day, and not once it is withdrawn', () => {
    const one = { fromOn: '2026-06-10', untilOn: '2027-06-09', withdrawnAt: null };
    expect(['2026-06-09', '2026-06-10', '2027-06-09', '2027-06-10'].map((day) => counts(one, day))).toEqual([false, true, true, false]); // prettier-ignore
    expect(counts({ ...one, withdrawnAt: new Date() }, '2026-07-01')).toBe(false);
  });
});

describe('somebody on probation', () => {
  const at = (accountId: string, zone: string, state: Seated['state']): Seated => ({ accountId, zone, state });
  const me = at('me', 'A', 'probation');
  it('sits only beside somebody of the same zone who is through it', () => {
    expect(refusalOf(me, [], { beside: true })).toBe('alone');
    expect(refusalOf(me, [at('b', 'B', 'confirmed'), at('p', 'A', 'probation')], { beside: true })).toBe('alone');
    expect(refusalOf(me, [at('c', 'A', 'confirmed')], { beside: true })).toBeUndefined();
  });
  it('is in company of those who were there before the files were, and not of oneself', () => {
    expect(hasCompany(me, [at('old', 'A', null)])).toBe(true);
    expect(hasCompany(me, [at('me', 'A', 'confirmed')])).toBe(false);
  });
  it('is not somebody who was only sent: that is no file yet, for themselves and for those beside them', () => {
    expect(refusalOf(at('old', 'A', 'sent'), [], { beside: true })).toBeUndefined();
    expect(refusalOf(me, [at('old', 'A', 'sent')], { beside: true })).toBeUndefined();
  });
  it('may sit anywhere where the house does not ask for company', () =>
    expect(refusalOf(me, [], { beside: false })).toBeUndefined());
  it('is not somebody who is confirmed, or has no file; training comes first', () => {
    expect(refusalOf({ ...me, state: 'confirmed' }, [], { beside: true })).toBeUndefined();
    expect(refusalOf({ ...me, state: null }, [], { beside: true })).toBeUndefined();
    expect(refusalOf({ ...me, state: 'training' }, [at('c', 'A', 'confirmed')], { beside: true })).toBe('training');
  });
});

describe('a question', () => {
  const options = ['五日', '十日', '十五日', '二十日'].map((text, i) => ({ id: 'ABCD'[i]!, text }));
  const good: QuestionBody = { kind: 'single', stem: '几日？', options, answer: ['A'], explanation: '', basis: '' };
  it.each([
    ['sound', good, undefined],
    ['empty', { ...good, stem: ' ' }, 'noStem'],
    ['with two right answers to choose one', { ...good, answer: ['A', 'B'] }, 'answer'],
    ['with one right answer to choose several', { ...good, kind: 'multiple' as const }, 'answer'],
    ['whose answer is no option', { ...good, answer: ['F'] }, 'answerNotThere'],
    [
      'with the same option twice',
      { ...good, options: [...options.slice(0, 3), { id: 'D', text: '五日' }] },
      'sameOptions',
    ],
    ['with too few options', { ...good, options: options.slice(0, 2) }, 'options'],
    ['to judge with three options', { ...good, kind: 'judge' as const, options: options.slice(0, 3) }, 'options'],
  ])('is %s', (_, question, fault) => expect(faultOfQuestion(question)).toBe(fault));
  it('is right when all is chosen and nothing else', () => {
    expect(isRight(['A', 'C'], ['C', 'A'])).toBe(true);
    expect([['A'], ['A', 'B'], ['A', 'B', 'C'], [], ['A', 'A']].map((chosen) => isRight(['A', 'C'], chosen))).toEqual([false, false, false, false, false]); // prettier-ignore
  });
});

describe('a list of questions', () => {
  const head = '编号,范围,题型,题目,A,B,C,D,答案,解析,依据';
  it('is read with its scopes, kinds and answers as people write them', () => {
    const read = readQuestions(
      `\uFEFF${head}\r\nT001,,单选,"当场或者几日内一次告知，需要补正的？",三日,五日,七日,十日,b,,行政许可法 第三十二条\r\nT002,A1,多选题,哪些？,甲,乙,丙,丁,"A、C",,\r\nT003,,判断,对吗？,,,,,√,,\r\n`,
    )!;
    expect(read.faults).toEqual([]);
    expect(read.questions.map(({ kind, answer, scope, line }) => [kind, answer.join(''), scope, line])).toEqual([
      ['single', 'B', '', 2],
      ['multiple', 'AC', 'A1', 3],
      ['judge', 'A', '', 4],
    ]);
    expect(read.questions[2]!.options).toHaveLength(2);
  });
  it('says what is wrong with which line, and guesses nothing', () => {
    const read = readQuestions(
      `${head}\nT1,,填空,题,甲,乙,丙,,A,,\nT2,,单选,题,甲,乙,丙,,E,,\nT3,,单选,题,甲,,丙,,A,,\nT3,,判断,题,,,,,对,,\nT3,,判断,题,,,,,错,,\n,,判断,题,,,,,错,,\n`,
    )!;
    expect(read.faults.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'kind'],
      [3, 'answerNotThere'],
      [4, 'options'],
      [6, 'sameCode'],
      [7, 'code'],
    ]);
  });
  it('is told from what is no list', () => {
    expect(readQuestions('随便写的一段话')).toBeUndefined();
    expect(readQuestions('编号,题目\nT1,没有答案')).toBeUndefined();
  });
});
