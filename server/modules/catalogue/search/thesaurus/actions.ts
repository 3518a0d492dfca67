/** What is to be done with something. An item about another action than the one asked for is seldom the answer. */
export const actionWords: Record<string, string> = {
  replace:
    '补办 补领 补发 丢 遗失 挂失 补证 丢失 replac > 弄丢 不见了 找不到 没了 被偷 掉了 偷了 损坏 破了 lost stolen',
  renew: '换证 换领 换发 到期 延续 有效期满 续期 过期 期满 renew > 续签 快到期 到日子 年检 expired expire extend',
  change: '变更 更改 改名 更名 修改 转让 加名 chang > 改 换老板 换地址 换人 写上 修改信息 搬家 搬到 换成',
  close: '注销 撤销 终止 销户 clos > 关掉 关店 不开了 不干了 做不下去 倒闭 歇业 退出 cancel shut',
  transfer: '转移 迁移 迁入 转接 转入 转出 接续 transfer > 转到 转过来 迁过来 迁到 迁出 转学 换学校',
  look: '查询 查阅 查 利用 search > 看看 查一查 查一下 查看 lookup check',
  print: '打印 证明 > 开证明 开个证明 开张证明 print',
  complain: '投诉 举报 调解 复议 仲裁 complain > 不服 告 骗 不给 吵 纠纷',
  consult: '咨询 政策咨询 > 问问',
};

/** Words of asking that say nothing about what is asked for; the longest first. */
export const noise =
  /(请问一下|请问|你好|您好|我想问|想问一下|问一下|想咨询|麻烦|帮我|谁知道|有没有人知道|需要(准备|带|提交)?(什么|哪些)?(材料|资料|证件|手续|东西|条件)?|要(准备|带|提交|交)?(什么|哪些)(材料|资料|证件|手续|东西|条件)|(什么|哪些)(材料|资料|证件|手续|条件)|要办(什么|哪些)(证|手续)|(要|需要)(什么|哪些)(证|许可)|办(什么|哪些)(证|手续)|还?(缺|要)什么证|怎么(办理|办|弄|搞|申请|申报|申领|登记|领|开|做|走|操作|报|交|处理)?|如何(办理|申请|办)?|怎样|咋(办|弄|整)?|去哪里?(办|领|开|弄|交|问|找)?|(在|到)?哪里?(能|可以)?(办|领|交|弄)|哪个(部门|单位|窗口|地方)|找谁|多久|多少天|几天|多长时间|要多少钱|可以吗|能不能|可不可以|行不行|要不要|是不是|有没有|能吗|行吗|好吗|办理流程|流程|办事指南|指南|我想要|我想|我要|我们想|我们|想要|准备|打算|我家|我的|我|吗|呢|啊|吧|了|的|呀|么|\?|？|。|，|！)/g;
