/** Words of choosing an item from the keyboard. */
import { words } from '#web/words/words.ts';

export const chooseWords = words({
  'zh-CN': {
    label: '要办的事项',
    hint: '输入拼音首字母、名称里的字或编码，例如 spjyxk',
    none: '没有找到，换个说法再试',
    immediate: '即办件',
    days: (count: number) => `${count} 个工作日`,
    calendarDays: (count: number) => `${count} 天`,
    unverified: '未核实',
    filter: '事项',
  },
  en: {
    label: 'Item',
    hint: 'Pinyin initials, words of the name or a piece of the code, such as spjyxk',
    none: 'Nothing found: try other words',
    immediate: 'Immediate',
    days: (count) => `${count} working days`,
    calendarDays: (count) => `${count} days`,
    unverified: 'Not verified',
    filter: 'Item',
  },
});
