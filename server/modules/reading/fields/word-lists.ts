/**
 * What can stand in a field that is filled from a list. A field can say something else all the same, so that a list only helps to read and never
 * refuses. Sources: GB/T 3304 (peoples), GB/T 4766 (marital status), GB/T 4658 and GB/T 6864 (education), GB/T 4761 (kinship), 不动产登记簿 of the
 * 自然资源部 (kinds of ownership and right).
 */

/** Without 族, which only some documents print. */
export const peoples =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  );

/** As they are printed. */
export const ethnicities: readonly string[] = peoples.flatMap((one) => [one, `${one}族`]);
export const sexes: readonly string[] = ['男', '女'];
export const maritalStatuses: readonly string[] = ['未婚', '已婚', '有配偶', '初婚', '再婚', '复婚', '丧偶', '离婚', '未说明的婚姻状况']; // prettier-ignore
export const educations: readonly string[] = [
  '研究生教育', '研究生', '博士研究生', '硕士研究生', '大学本科教育', '大学本科', '本科', '大学专科教育', '大学专科', '专科', '中等专业学校', '中等职业教育', '中专', '技工学校', '职业高中', '普通高级中学教育', '普通高中', '高中', '初级中学教育', '普通初中', '初中', '小学教育', '小学', '文盲或半文盲', '文盲', '学龄前儿童', '其他',
]; // prettier-ignore
export const relations: readonly string[] = [
  '户主', '本人', '配偶', '夫', '妻', '子', '独生子', '长子', '次子', '三子', '四子', '五子', '养子', '继子', '女婿', '女', '独生女', '长女', '次女', '三女', '四女', '五女', '养女', '继女', '儿媳', '孙子', '孙女', '外孙子', '外孙女', '父亲', '母亲', '父', '母', '公公', '婆婆', '岳父', '岳母', '继父', '继母', '祖父', '祖母', '外祖父', '外祖母', '兄', '弟', '姐姐', '妹妹', '哥哥', '弟弟', '嫂', '侄子', '侄女', '外甥', '外甥女', '其他亲属', '非亲属',
]; // prettier-ignore
export const ownerships: readonly string[] = ['单独所有', '共同共有', '按份共有', '房屋单独所有', '房屋共同共有', '房屋按份共有', '其他共有']; // prettier-ignore
export const rightTypes: readonly string[] = [
  '国有建设用地使用权/房屋所有权', '国有建设用地使用权/房屋（构筑物）所有权', '国有建设用地使用权/房屋(构筑物)所有权', '宅基地使用权/房屋所有权', '宅基地使用权/房屋（构筑物）所有权', '集体建设用地使用权/房屋所有权', '集体建设用地使用权/房屋（构筑物）所有权', '国有建设用地使用权', '集体建设用地使用权', '宅基地使用权', '房屋所有权', '土地承包经营权', '林地使用权/森林、林木使用权', '海域使用权',
]; // prettier-ignore
export const rightNatures: readonly string[] = ['出让', '划拨', '租赁', '作价出资', '授权经营', '家庭承包'].flatMap((ground) => [ground, ...['市场化商品房', '商品房', '房改房', '自建房', '经济适用住房', '保障性住房', '拆迁安置房', '存量房', '其他'].map((house) => `${ground}/${house}`)]); // prettier-ignore
export const houseUses: readonly string[] = ['城镇住宅用地', '商服用地', '批发零售用地', '商务金融用地', '住宿餐饮用地', '工业用地', '仓储用地', '农村宅基地', '住宅用地', '其他商服用地'].flatMap((land) => [land, ...['住宅', '成套住宅', '非成套住宅', '商业', '商业服务', '商业用房', '办公', '工业', '仓储', '车位', '车库', '其他'].map((house) => `${land}/${house}`)]); // prettier-ignore
