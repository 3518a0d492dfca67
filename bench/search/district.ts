/** The catalogue that the search is measured on: the demo district, and ten thousand items more that look like the real thing. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Searchable } from '../../server/modules/catalogue/search/index-of-items.ts';
import { plainItem } from '../../server/modules/catalogue/items/plain-item.ts';

const folder = path.join(import.meta.dirname, '../../data/demo');
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;

/** The items of the demo district, as the search index takes them. */
export function demoItems(): Searchable[] {
  const departments = new Map(
    read<{ key: string; name: string; shortName: string; nameEn: string }[]>('departments.json').map((one) => [
      one.key,
      one,
    ]),
  );
  const topics = new Map(
    read<{ key: string; name: string; nameEn: string }[]>('topics.json').map((one) => [one.key, one]),
  );
  return readdirSync(path.join(folder, 'items'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => read<{ code: string; department: string; body: Searchable['body'] }[]>(`items/${file}`))
    .map(({ code, department, body }) => {
      const of = departments.get(department);
      return {
        itemId: code,
        code,
        departmentName: of ? `${of.name} ${of.shortName}` : department,
        departmentNameEn: of?.nameEn ?? '',
        topicNames: body.topics.map((key) => {
          const topic = topics.get(key);
          return topic ? `${topic.name} ${topic.nameEn}` : key;
        }),
        body,
      };
    });
}

const things =
  '教育 卫生 医疗 药品 食品 餐饮 旅馆 娱乐 文化 演出 出版 印刷 广播 电影 体育 旅游 文物 消防 道路 公路 水路 港口 船舶 机动车 驾驶员 出租汽车 客运 货运 危险货物 燃气 供水 排水 污水 垃圾 绿化 树木 林地 草原 河道 水库 取水 水土保持 农药 种子 兽药 饲料 农机 渔业 畜牧 屠宰 动物诊疗 土地 矿产 测绘 地图 规划 建筑 施工 监理 勘察 房产 物业 装修 租赁 社会保险 养老保险 失业保险 工伤保险 生育保险 医疗保险 职业技能 职称 人才 劳务派遣 就业 创业 社会团体 基金会 民办学校 养老机构 殡葬 婚姻 收养 户籍 居民身份证 居住证 护照 保安 印章 典当 枪支 爆破 剧毒 烟花爆竹 危险化学品 安全生产 特种设备 计量 认证 广告 商标 企业 个体工商户 合作社 外商投资 对外贸易 成品油 拍卖 直销 烟草 粮食 储备 价格 招标 投资项目 节能 环境 排污 辐射 噪声 气象 防雷 地震 人防 宗教 民族 侨务 档案 保密 律师 公证 法律援助 司法鉴定 仲裁 税务 发票 会计 资产评估 彩票 残疾人 老年人 妇女 儿童 退役军人 烈士 志愿者 慈善'.split(
    ' ',
  );
const matters =
  '经营许可 许可证核发 设立审批 资质认定 资格认定 备案 登记 年度报告 安全评价 竣工验收 设计审查 从业资格证核发 培训机构认可 信用修复 补助资金申报 奖励 统计调查 监督检查结果查询 政策咨询 证照查询 信息公开 投诉受理 现场核查 专家评审 技术鉴定 标准备案 示范单位认定 专项资金申请 应急预案备案 场所核准'.split(
    ' ',
  );
const variants = ['', '（新办）', '（变更）', '（延续）', '（注销）', '（补发）', '（县级权限）', '（初审）'];

/** Plain items as lists bring them along: names without plain names and synonyms, in departments of their own. */
export function* distractors(count: number): Generator<Searchable> {
  for (let i = 0; i < count; i++) {
    const thing = things[(i * 7) % things.length]!;
    const matter = matters[Math.floor(i / things.length) % matters.length]!;
    const variant = variants[Math.floor(i / (things.length * 3)) % variants.length]!;
    const code = `D${String(i).padStart(11, '0')}`;
    yield {
      itemId: code,
      code,
      departmentName: `区${thing}管理局`,
      departmentNameEn: '',
      topicNames: [],
      body: plainItem(`${thing}${matter}${variant}`, { materials: [] }),
    };
  }
}
