/** Words of the wall of honour. */
import { words } from '#web/words/words.ts';

export const honourWords = words({
  'zh-CN': {
    title: (month: string) => `${month}荣誉榜`,
    rated: (good: number, rated: number) => `${rated} 位评价，好评 ${Math.floor((good / rated) * 1000) / 10}%`,
    how: (least: number) => `按上月来访评价排，至少 ${least} 位评价，本人同意公布`,
    ask: '荣誉榜',
    agree: '我同意在大厅信息屏的荣誉榜上公布我的姓名和评价数',
    what: '按上个月来访评价排前五，至少 20 位评价、好评九成以上才上榜。随时可以取消，马上生效。',
  },
  en: {
    title: (month) => `Honours of ${month}`,
    rated: (good, rated) => `${rated} ratings, ${Math.floor((good / rated) * 1000) / 10}% good`,
    how: (least) => `By last month’s ratings of visits, ${least} at least, of those who agree to be named`,
    ask: 'Wall of honour',
    agree: 'I agree that my name and my ratings are shown on the wall of honour in the hall',
    what: 'The five best of last month with at least 20 ratings, nine in ten of them good. You can take it back at any time; it holds at once.',
  },
});
