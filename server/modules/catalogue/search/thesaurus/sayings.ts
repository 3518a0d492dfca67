import { businessSayings } from './sayings-business.ts';
import { englishSayings } from './sayings-english.ts';
import { lifeSayings } from './sayings-life.ts';

/**
 * Ways of saying something without its word: a pattern of what people say `=>` the official words for it. Patterns meet simplified
 * characters in small letters; what stands between two parts is at most twelve characters long. `{elder}` and the like stand
 * for the groups below.
 */
export const groups: Record<string, string> = {
  elder:
    '(爷|奶|外公|外婆|姥|老人|老头|老太|父亲|母亲|爸|妈|爹|娘|公公|婆婆|岳父|岳母|老丈人|丈母娘|大爷|大妈|二老|双亲|老两口|长辈|老伴)',
  kin: '(儿子|女儿|孩子|小孩|子女|孙子|孙女|老婆|老公|妻子|丈夫|爱人|媳妇|爸|妈|父母|配偶)',
  child: '(孩子|小孩|宝宝|娃|婴儿|儿子|女儿|二胎|三胎|新生儿|小朋友)',
  gone: '(去世|过世|走了|没了|不在了|逝世|离世|病逝|病故|亡|死|仙逝)',
  lost: '(丢|掉了|不见|找不到|遗失|没了|被偷|弄没|弄坏|破了|烂了|损坏|撕|毁|洗坏|泡水|泡坏|烧了|烧掉)',
  home: '(房子|住房|房产|房屋|商品房|套房|公寓|二手房)',
  deed: '(房产证|房本|不动产证|不动产权证|产权证|大红本)',
  city: '(北京|上海|杭州|广州|深圳|南京|苏州|宁波|武汉|成都|重庆|西安|天津|外地|外省|省外|别的城市|老家|大城市)',
  food: '(饭店|餐馆|餐厅|饭馆|小吃店|奶茶店|食堂|火锅店|烧烤店|面馆|咖啡店|食品经营|餐饮)',
  open: '(开|办|盘|经营|创办|搞|弄|加盟)',
  old: '(六十|七十|八十|九十|6\\d|7\\d|8\\d|9\\d|一百|百岁)',
  ill: '(看病|治病|住院|就医|就诊|看医生|动手术|做手术|看门诊|化疗|放疗|看大夫|开刀)',
  firm: '(公司|企业|厂|单位|店|执照|个体户)',
};

/** A line each. */
export const sayings = [lifeSayings, businessSayings, englishSayings].flatMap((text) => text.split('\n'));
