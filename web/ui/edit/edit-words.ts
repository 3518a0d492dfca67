/** Words of editing a record: saving, and what to do when somebody else was quicker. */
import { words } from '../../words/words.ts';

export const editWords = words({
  'zh-CN': {
    required: (title: string) => `请填写${title}`,
    tooLong: (count: number) => `最多 ${count} 个字`,
    faults: (count: number) => `有 ${count} 处需要修改`,
    conflict: (who: string) => (who === '' ? '您填写时别人改过这里' : `您填写时${who}改过这里`),
    conflictWhat: '对方的改动：',
    conflictSame: '对方改的内容和您填的一样',
    keepMine: '保留我的改动并保存',
    takeTheirs: '放弃我的，看最新内容',
    mine: '您填的',
    theirs: '对方改为',
    empty: '空',
    field: '这一项不符合要求，请检查',
  },
  en: {
    required: (title) => `Enter: ${title}`,
    tooLong: (count) => `At most ${count} characters`,
    faults: (count) => (count === 1 ? 'One field has to be changed' : `${count} fields have to be changed`),
    conflict: (who) => (who === '' ? 'Somebody changed this while you wrote' : `${who} changed this while you wrote`),
    conflictWhat: 'What they changed:',
    conflictSame: 'What they wrote is what you wrote',
    keepMine: 'Keep my changes and save',
    takeTheirs: 'Drop mine and look at theirs',
    mine: 'yours',
    theirs: 'theirs',
    empty: 'empty',
    field: 'This is not right: check it',
  },
});
