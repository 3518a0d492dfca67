/** What the problems with rules are called. Read by every page of this feature. */
import { problemWords } from '#web/words/words.ts';

export const rulesProblemWords = problemWords({
  'rules.noItemInForce': {
    'zh-CN': '这个事项现在没有生效的版本，规则没有表单可问：先发布事项',
    en: 'This item is not in force, so its rules have no form to ask: publish the item first',
  },
  'rules.changedMeanwhile': {
    'zh-CN': '别人刚刚保存过这些规则，请看过最新内容再改',
    en: 'Somebody else saved these rules meanwhile: look at them again, then change them',
  },
  'rules.noDraft': { 'zh-CN': '这些规则没有草稿，请先编辑', en: 'There is no draft of these rules: edit them first' },
  'rules.notReady': {
    'zh-CN': '还不能发布：请先处理列出的错误、空白、矛盾和没通过的测试',
    en: 'These rules cannot be published yet: put right the faults, gaps, contradictions and tests that are listed',
  },
  'rules.unreadableDmn': {
    'zh-CN': '这个文件不是可以读取的 DMN 模型，请换一个 .dmn 文件',
    en: 'This file is not a DMN model that can be read: choose another .dmn file',
  },
  'rules.nothingToTake': {
    'zh-CN': '模型里没有可用的决策表：输出列要有 verdict（pass、fail 或 canNotTell）',
    en: 'This model has no decision table that judges: it needs an output named "verdict" (pass, fail or canNotTell)',
  },
  'rules.noVersion': {
    'zh-CN': '没有这个版本的规则，请从列表里选',
    en: 'There is no such version: choose one of the list',
  },
});
