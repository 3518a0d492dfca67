/**
 * Life in citizens' words. A line is one concept: words that mean the same in a request and in an item; after `>` words that
 * people use when they ask and that no catalogue would. English words stand beside the Chinese ones.
 */
export const lifeWords = `
出生登记 上户口 报户口 新生儿落户 入户 报出生 出生落户 婴儿落户 > 生了个 刚出生 生了孩子 生完孩子 birth_registration register_birth newborn_baby 
孩子 小孩 娃 宝宝 婴儿 新生儿 子女 幼儿 儿童 少儿 婴幼儿 child > 儿子 女儿 闺女 崽 小朋友 毛毛头 囡囡 孙子 孙女 外孙 二胎 三胎 小宝贝
出生证明 出生医学证明 出生证 > birth_certificate
生育登记 准生证 生育证 生育服务证 > 怀孕 怀上 有喜 想生孩子 生二胎 生三胎 要二胎 再生一个 pregnancy pregnant
生育津贴 生育保险 产假 产假工资 > 产检 剖腹产 坐月子 生孩子的钱 生孩子报销 休产假 陪产假 maternity_leave maternity
怀孕 孕妇 孕期 妊娠 > 有喜 大肚子
户口 户籍 户口簿 hukou > 户头 本地户口 household_register
落户 迁户口 户口迁移 户口迁入 迁入 户籍迁移 > 户口转 户口迁 把户口 转户口 户口弄到 户口搬 投靠 move_hukou
户口本 户口簿 > 户口册
分户 立户 分家 > 单独开户口 户口分开 单独一本户口
改名 姓名变更 变更姓名 更改姓名 改姓 > 换名字 换个名字 改个名 名字不好听 随母姓 跟妈姓 跟妈妈姓 名字打错 change_name rename
民族变更 更改民族 民族成份
身份证 居民身份证 identity_card > id_card 身份证明卡 证件照
临时身份证 临时居民身份证 > 急用身份证 没带身份证 坐高铁 坐飞机 坐火车 赶火车 赶飞机 住酒店没身份证 temporary_id
居住证 暂住证 居住登记 流动人口 新居民 residence_permit > 外地人 外来务工 来这边上班 外来打工 打工的 外地来 租住
护照 出国 出境 因私护照 passport > 去国外 出国玩 国外旅游 境外 留学 go_abroad travel_abroad 泰国 日本 韩国 美国 欧洲
港澳通行证 往来港澳 香港 澳门 港澳 签注 hong_kong macao macau > 去港澳 迪士尼香港
台湾 往来台湾 大陆居民往来台湾 台胞 > taiwan
签证 visa 外国人 涉外 居留 > 老外 洋人 外籍 foreigner foreign
无犯罪记录 犯罪记录 无犯罪 犯罪记录查询 > 没犯过罪 没有犯过罪 没有犯罪 没犯过事 政审 案底 没前科 清白证明 入职证明派出所 criminal_record police_clearance police_check
结婚登记 结婚 领证 领结婚证 登记结婚 婚姻登记 marry marriage wedding > 扯证 领红本 两口子去民政局 娶 嫁 嫁人 成家 领个证 跟女朋友
离婚登记 离婚 协议离婚 divorce > 过不下去 不过了 离了 分手协议 感情破裂 冷静期 想离
补领婚姻登记证 补结婚证 结婚证遗失 结婚证丢 婚姻登记证 > 结婚证没了 结婚证破了 结婚证找不到
结婚证 离婚证 婚姻证 marriage_certificate > 红本本
收养 领养 adoption > 抱养 抱一个孩子 领个孩子 adopt
孤儿 无人抚养 > 没爹没妈 父母都没了 父母双亡
死亡 去世 销户 注销户口 死亡登记 亡故 death > 过世 走了 没了 老了人 死了 逝世 离世 病故 died passed_away
殡葬 丧葬 火化 墓 > 火葬 下葬 葬礼 骨灰 后事 白事 公墓 坟 funeral
老人 老年人 高龄 老年 长者 elderly senior > 爷爷 奶奶 外公 外婆 爸妈 父母 爹妈 公公 婆婆 岁数大 上了年纪 70岁 60岁 65岁 老爸 老妈 old_age
高龄津贴 高龄补贴 高龄老人 长寿 尊老金 > 80岁 85岁 90岁 八十岁 九十岁 八十 九十 八十多 百岁 90多 八旬 老人补贴 老人发钱 over_eighty
老年证 老年人优待证 优待证 敬老卡 老年卡 > 老人公交 免费坐公交 老年公交 老人卡 老人坐车
养老院 养老机构 敬老院 托老 nursing_home > 老人院 护理院
养老服务 居家养老 日间照料 送餐 > 老人食堂 老年食堂
低保 最低生活保障 贫困 困难家庭 困难 subsistence > 吃不上饭 揭不开锅 没钱过日子 没有收入 没收入 家里穷 家里困难 太穷 生活不下去 日子难 poor poverty
临时救助 急难救助 突发困难 > 突然 出事了 遭难 揭不开锅 一下子没钱 急需用钱 失火 着火 emergency_relief
医疗救助 大病救助 大病 > 重病 癌症 绝症 没钱看病 看不起病 没钱治 白血病 病得很重
特困 五保 供养 孤寡 > 无儿无女 没有子女的老人
受灾 灾害 台风 自然灾害 倒塌 重建 disaster > 洪水 淹了 被水淹 被淹 失火 着火 火烧 房子烧了 地震 塌了 泥石流
残疾 残疾人 disabled disability > 残废 腿脚不便 腿断 瘸 聋 听不见 听力 失明 看不见 盲人 哑巴 智力 截肢 瘫 精神病 腿不好 handicapped
残疾人证 残疾证 > 残疾鉴定 残疾等级 办残疾
残疾人补贴 两项补贴 护理补贴 生活补贴 残疾补贴
辅助器具 轮椅 助听器 假肢 辅具 wheelchair hearing_aid > 拐杖 义肢 听力不好
康复 康复训练 自闭症 孤独症 脑瘫 > 不会说话 发育迟缓 感统 autism
入学 上学 报名 读书 就读 义务教育 小学 初中 新生 school_enrolment > 上一年级 一年级 小升初 学区 择校 念书 幼升小 上初一 上小学 上初中 入读 在这边上学 随迁子女 primary_school
转学 学籍 学籍转接 转入 > 换学校 转到 转过来上学 转回老家 change_school transfer_school
幼儿园 入园 学前 kindergarten > 上幼儿园 小班 托班 nursery_school
托育 托儿所 托班 婴幼儿照护 nursery > 看孩子的地方 三岁以下 早教
休学 延缓入学 推迟上学 延缓 > 晚一年 晚上一年 不想上学 生病不能上学 停学
助学金 学生资助 困难学生 贫困生 学费减免 > 学费交不起 交不起学费 上不起学 tuition_aid scholarship
助学贷款 生源地 student_loan > 上大学没钱 大学学费 学费贷款 读大学贷款
教师资格 教师资格证 教资 教师证 teacher > 当老师 幼师 教资面试 教师笔试 普通话 老师证
中考 高考 招生考试 考试 自考 > 报考 成绩 exam
校外培训 培训机构 培训班 民办学校 办学许可 办学 training_school > 补习班 辅导班 兴趣班 画画班 舞蹈班 学琴 托管班 学校怎么办 书法班 晚托 tutoring
体育 运动员 健身 游泳 攀岩 sport swimming > 健身房 gym
图书馆 文化馆 借书 library > 看书 阅览
医保 医疗保险 基本医疗保险 居民医保 medical_insurance health_insurance > 新农合 合作医疗 看病的保险 医保卡
参保 参保登记 缴纳 缴费 投保 > 上保险 买保险 交保险 续保 加入 怎么交 断交 断缴
异地就医 异地医保 异地 跨省 转院 外地看病 > 去上海看病 去杭州看病 去北京看病 外地医院 外地住院 别的城市看病 去外地治 跟儿子住 treated_elsewhere another_city
报销 医疗费用 医药费 住院费 零星报销 手工报销 reimbursement > 看病花的钱 住院的钱 发票报 医院发票 自己先垫 垫付 刷不了医保 门诊费 medical_bill
慢性病 慢病 特殊病种 门诊慢特病 糖尿病 高血压 chronic > 天天吃药 长期吃药 常年吃药 肾透析 透析
社保 社会保险 养老保险 五险 社会保障 social_insurance > 五险一金 社宝 社会保障金 social_security
社保卡 社会保障卡 市民卡 social_security_card
灵活就业 自由职业 个人缴费 > 没单位 没有单位 没工作单位 自己交 自己缴 外卖员 骑手 开网约车社保 自己交社保 辞职后社保 freelance freelancer self-employed
居民养老保险 城乡居民养老 农保 城乡居保 新农保 > 农民养老 农村养老 没上过班 种田养老 村里养老
退休 养老金 退休金 pension retire > 到年龄了 退下来 领养老金 快退休 六十岁 pensions
失业 失业金 失业保险 失业保险金 下岗 unemployment > 没工作了 丢了工作 丢工作 被裁 裁员 被辞退 开除 被开除 公司倒闭 炒鱿鱼 解雇 被炒 待业 失业了 laid_off lost_my_job jobless
工伤 工伤认定 职业病 work_injury > 上班受伤 干活受伤 上班摔 工地摔 手被机器 机器轧 机器压 上班路上 下班路上 上下班 工作时受伤 干活的时候 公司里摔 injured_at_work hurt_at_work
劳动仲裁 劳动争议 劳动人事争议 仲裁 欠薪 labour_dispute > 拖欠工资 拖欠 不发工资 工资不发 拖着工资 讨薪 老板跑了 拿不到工资 工资没给 克扣 加班费 不签合同 不签劳动合同 unpaid_wages boss
创业 创业补贴 创业补助 start-up > 自主创业 大学生开店 startup start_up business_grant
创业担保贷款 创业贷款 贴息贷款 > 开店没钱 开店贷款 创业资金 start-up_loan
就业困难 就业援助 再就业 > 找不到工作 4050 年纪大找不到工作
人才 高层次人才 毕业生 大学生 > 大学毕业 研究生 硕士 博士 本科 应届 graduate
技能 职业技能 技能等级 职业资格 > 考证 考了个证 高级工 技师 技工 学手艺 培训补贴 skill
职称 专业技术 评审 > 工程师 评职称 初级工程师
人事档案 档案 存档 流动人员 > 毕业档案 档案放哪 档案转 调档
求职 招聘 职业介绍 找工作 > 求职登记 招工 job_seeking find_a_job
公积金 住房公积金 housing_fund provident_fund > 公几金 公基金
公积金提取 提取公积金 取公积金 提取 > 取出来 拿出来 提出来 取钱 套现 withdraw
公积金贷款 住房贷款 > 房贷 按揭 买房贷款
公租房 公共租赁住房 廉租房 保障房 保障性住房 public_rental_housing > 便宜房子 政府的房 政府的房子 没房子住 买不起房 住不起 没房子 租房补贴 租金补贴 cheap_housing
租房 房屋租赁 租赁 出租 房租 出租屋 lease rent > 租的房 租给别人 房东 租约 出租房子 把房子租 tenancy landlord
房产 不动产 房屋 房子 住房 房产证 房本 产权 real_estate property > 房子过户 大红本 商品房 house flat
过户 转移登记 房屋买卖 买卖 transfer_of_home > 买了套房 卖房 买房 二手房 买二手房 新房办证 拿房产证 交房 房子给儿子 房子给孩子 送给儿子 buy_house second-hand_flat
继承 遗产 赠与 遗嘱 inherit > 老人留下的房子 爸妈留下 留下的房子 过世的父母 分家产 送给 inheritance gift
抵押 抵押权 抵押登记 解押 mortgage > 房子贷款 押给银行 拿去银行 房贷还完 贷款还清
加名 房产证加名 变更登记 > 加上老婆 加上老公 写上名字 写上老婆 写老婆的名字 加老婆 加个名字 加媳妇
无房证明 房产查询 不动产查询 登记资料查询 > 名下有没有房 名下没有房 没房的证明 名下没房 查房 有几套房 首套房证明 no_house_proof
契税 房产交易税 > 买房的税 买房交税 买房要交多少税 deed_tax
维修基金 维修资金 专项维修资金 > 大修基金 漏水 外墙 屋顶 楼顶漏 管道坏了 电梯坏了 公共部位 repair_fund
加装电梯 装电梯 > 老小区电梯 没电梯 爬楼 装个电梯 elevator lift
危房 房屋安全鉴定 危旧房 > 裂缝 开裂 墙裂 房子要倒 老房子
宅基地 农村建房 自建房 乡村建设规划 农民建房 村民建房 > 盖房 造房子 老家盖房 老家建房 拆了重盖 拆旧建新 翻建 老屋 村里建房 盖楼房 起房子 build_house village
装修 装潢 装饰 renovation > 装修房子 敲墙 砸墙 砸承重墙
物业 小区 业委会 > 业主委员会 物业费
狗 犬 养犬 养狗 犬类 宠物 遛狗 狗证 dog > 金毛 泰迪 哈士奇 柯基 狗狗 小狗 土狗 puppy pet
流浪狗 犬只收容 流浪犬 > 流浪 救助站的狗 stray
驾驶证 驾照 机动车驾驶证 driving_licence driver > 本本 驾驶本 驾证
驾驶证换证 期满换证 有效期满 驾照到期 > 驾照快到期 六年到了 六年 换正 换长期 驾照过期 renew_driving_licence
机动车 汽车 车辆 轿车 新能源车 vehicle car > 提了辆车 买了车 新车 电动汽车 提车 新买的车
上牌 注册登记 车牌 牌照 行驶证 机动车登记 > 挂牌 上车牌 落牌 号牌 提新车 plates license_plate register_a_car
电动自行车 电瓶车 电动车 > 小电驴
网约车 网络预约出租汽车 出租车 滴滴 taxi ride-hailing > 跑滴滴 开滴滴 专车 顺风车 高德打车 曹操 uber
停车 停车场 泊位 parking > 车位 停车位
交通违法 违章 罚单 > 扣分 闯红灯 超速
法律援助 律师 免费律师 打官司 legal_aid lawyer > 没钱请律师 请律师 找律师 起诉 告他 家暴 老公打我 挨打 打我 被打
调解 人民调解 纠纷 邻里 mediation dispute > 吵架 邻居吵 楼上 楼下 漏水纠纷 矛盾 闹矛盾 扯皮 吵 neighbour neighbor quarrel
公证 notary notarisation > 公证处 公正书 立遗嘱 写遗嘱
行政复议 复议 administrative_review > 对罚款不服 不服 罚款不服 处罚不公 告政府 交警罚 罚得不对 appeal_against_a_fine
投诉 举报 维权 消费 消费维权 消费者 12315 complaint > 商家 退款 不退钱 不给退 退货 不退货 假货 骗了 欺骗 黑店 预付卡跑路 店家跑路 健身房跑路 consumer refund
办不成事 不给办 推诿 > 窗口不给办 踢皮球 跑了好几趟 没人管 办不了 不肯办 态度差 刁难 刁难人
上门 上门服务 上门办 > 行动不便 走不动 下不了床 卧床 瘫痪在家 at_home_visit
退役军人 退伍 军人 优抚 退伍军人 veteran soldier > 当过兵 当兵回来 老兵 复员 转业 退伍兵 部队回来 服役 army
当兵 义务兵 入伍 征兵 > 参军 儿子当兵 去部队 现役 conscript
军人家属 军属 烈属 优抚对象 > 军嫂 随军
报到 安置 接收 > 报道 回来报到
退役金 经济补助金 一次性经济补助 > 退伍费 退伍的钱
档案查询 查档案 民生档案 档案利用 > 老档案 以前的档案 当年的 查父母 知青 下乡 招工表 插队 old_records
信息公开 政府文件 公开查阅 > 查文件 政府信息
以旧换新 家电补贴 汽车补贴 国补 trade-in > 换新家电 买家电 换空调 换冰箱 换手机
噪音 噪声 油烟 扰民 noise > 太吵 吵死 广场舞 半夜施工 隔壁饭店油烟 臭 味道大
疫苗 接种 预防接种 vaccination > 打针 打疫苗 小绿本
独生子女 > 独生子女费 只生一个
个税 个人所得税 综合所得 汇算 income_tax > 退税 工资的税 个税怎么退 退个税 扣的税 tax_refund
发票 invoice > 开票 开张发票 普票 专票 fapiao
`;
