/** Business, building, land and trades in citizens' words; written like the words of life. */
export const businessWords = `
营业执照 执照 公司设立 设立登记 注册公司 开公司 办公司 成立公司 企业开办 工商注册 内资 company > 开个公司 注册企业 办企业 申请执照 工商登记 企业登记 营业直照 一人公司 合伙 合伙企业 set_up_company start_a_company incorporate business_licence
个体工商户 个体户 个体 个体营业执照 sole_trader > 摆摊 摆个摊 地摊 摊位 小买卖 小生意 网店 淘宝 淘宝店 拼多多 抖音 开网店 做生意 自己做生意 一个人干 开个小店 摆摊子 夜市 水果摊 stall online_shop
核名 企业名称 名称自主申报 公司名字 公司名称 名称核准 company_name > 起名 起名字 取名字 叫什么名字 名字能用 重名
公司变更 变更登记 换法人 法定代表人 股权转让 增资 减资 经营范围 change_company > 公司搬家 搬办公室 改公司 换老板 公司地址 换地址 转股份 股份转给 股份给别人 股东退出 退股 加股东 改经营范围 注册资本 换股东
注销 企业注销 公司注销 注销登记 简易注销 close_company > 关公司 关店 关掉 不开了 不干了 倒闭 歇业 做不下去 散伙 干不下去 把店关 店不开 公司关 销掉 清算 close_down shut_down
税务注销 清税 > 清税证明 税务销户
股权出质 股权质押 股份质押 > 股权贷款 股权去银行 股份抵押 用股份
合作社 农民专业合作社 cooperative > 大家一起种 几户农民
公章 印章 刻章 公章刻制 seal > 刻个章 公司章 财务章 合同章 company_seal stamp
企业档案 内档 工商档案 > 公司档案 公司章程 调档案
帮办 代办 帮办代办 > 有人帮忙 帮我办 不会办 谁能帮 跑腿
饭店 餐馆 餐饮 食品经营 食品经营许可 餐厅 饭馆 食堂 restaurant canteen > 火锅 烧烤 面馆 奶茶 咖啡 咖啡店 咖啡馆 外卖 盒饭 快餐 熟食 蛋糕 蛋糕店 面包 面包店 甜品 小龙虾 大排档 串串 麻辣烫 菜馆 酒楼 私房菜 农家乐 做菜 美团 饿了么 饭堂 超市 便利店 卖吃的 卖零食 水果店 cafe coffee takeaway food_shop bakery catering tea_shop
小餐饮 小吃店 早餐店 小食杂店 小卖部 食品小作坊 小作坊 三小 > 早点 早餐 包子 馒头 馄饨 油条 烧饼 豆浆 卖早点 豆腐 酿酒 榨油 小店 杂货店 小摊 小超市 snack grocery breakfast
食品生产 食品厂 食品加工 > 做食品 加工厂食品 罐头 饮料厂 酿造
预包装食品 包装食品 > 零食店 卖零食 卖奶粉 保健品
药店 药品经营 药品零售 药房 卖药 pharmacy > 开药房 卖中药 大药房 drugstore
医疗器械 第二类医疗器械 二类医疗器械 > 血压计 体温计 口罩 轮椅 血压仪 血糖仪 隐形眼镜 避孕套 验孕棒 助听器店 medical_device
诊所 医疗机构 门诊部 医院 口腔 clinic hospital > 牙科 牙医 看牙 中医馆 开诊所 整形 医美 体检中心 推拿 dental dentist
医师 医生 执业医师 doctor > 大夫 行医 多点执业 医生换单位
护士 护士执业 nurse > 护士证 换医院
放射 放射诊疗 辐射 > CT 拍片 X光
卫生许可 公共场所卫生 公共场所 hygiene > 理发店 理发 美发 美容院 美容 美甲 剪头发 足浴 洗脚 浴室 澡堂 洗浴 桑拿 按摩 宾馆卫生 泳池 salon hairdresser hair beauty barber spa bath
供水 饮用水 二次供水 > 桶装水 自来水
旅馆 宾馆 酒店 民宿 旅馆业 住宿 特种行业 hotel guest_house > 农家乐住宿 客栈 青旅 招待所 房子改成民宿 短租 homestay bed_and_breakfast hostel airbnb
网吧 互联网上网 网咖 电竞 > 上网的店 internet_cafe 打游戏的店
娱乐场所 歌厅 ktv 游戏厅 电玩 歌舞 游艺 剧本杀 karaoke > 唱歌 唱k 密室 夜店 迪厅 酒吧 棋牌 台球 娃娃机 bar nightclub
演出 营业性演出 商演 文艺表演 音乐会 performance > 请乐队 乐队 演唱会 驻唱 唱戏 戏班 脱口秀 live_house concert
大型活动 大型群众性活动 演唱会 灯会 > 马拉松 庙会 展会 几千人 音乐节 跨年 large_event
电影 电影院 放映 cinema
书店 出版物 图书 卖书 bookshop > 绘本 杂志 报刊 书报亭 旧书 bookstore books
印刷 打印店 复印 printing > 印刷厂 图文店 名片
旅行社 旅游 travel_agency > 带团 导游 门票
文物 古建筑 保护单位 > 老宅修缮 古迹
高危险性体育 游泳馆 攀岩馆 滑雪 潜水 > 泳池 游泳池 蹦极 swimming_pool
烟草 香烟 烟草专卖 卖烟 烟证 电子烟 tobacco cigarettes > 烟酒店 卖香烟 烟草证 vape
烟花爆竹 鞭炮 烟花 fireworks > 炮仗 放炮 卖炮
危险化学品 危化品 化工 hazardous_chemicals > 酒精 油漆 汽油 稀料 加油站 硫酸 天那水 chemicals petrol
易制毒 易制爆 剧毒 > 制毒
燃气 煤气 液化气 gas > 天然气 煤气罐 煤气站
特种设备 叉车 锅炉 电梯 压力容器 起重机 forklift boiler > 行车 吊车 升降机 气瓶 铲车
特种作业 电工 焊工 电工证 焊工证 高处作业 > 操作证 架子工 高空 制冷 电焊 electrician welder
应急预案 安全生产 > 安全事故
消防检查 营业前消防 消防安全检查 公众聚集场所 开业前消防 fire_check > 过消防 消防手续 开业消防 消防不过 消防合格 fire_safety_inspection
消防验收 消防备案 消防设计 > 装修完消防 消防图纸 审图
火灾证明 火灾事故 > 着火证明 保险理赔
劳务派遣 派遣 labour_dispatch > 劳务公司 外包公司 派遣公司
人力资源服务 职业中介 人力资源 人才中介 job_agency > 猎头 中介公司 介绍工作 劳务中介 招聘公司
工时 综合计算工时 不定时工作制 > 加班制度 倒班
员工社保 职工参保 增减员 参保增员 > 给员工 公司交 招了人 新员工 员工离职 员工走了 employees
代理记账 代账 记账 会计 bookkeeping > 做账 财务公司 accounting
招牌 广告 户外广告 店招 门头 广告牌 横幅 sign billboard > 挂招牌 灯箱 挂个牌子 门口挂牌 LED屏 发传单 shop_sign
占道 占用道路 人行道 临时占用 外摆 外摆位 pavement > 店门口 门口摆 摆几张桌子 摆桌子 马路边 搭帐篷 搭棚 促销 摆花篮 脚手架 围挡 sidewalk tables
挖掘道路 开挖 挖路 破路 管线 dig_road > 挖马路 埋管 埋电缆 接管子 接水 铺管
砍树 移树 树木 砍伐 修剪 迁移树木 tree > 树挡光 树太大 树倒 树枝 锯树 树遮
绿地 绿化 占绿 > 草坪 绿化带
排水 污水 排水许可 排水管网 接管 sewage drain > 隔油池 洗车排水 下水道 废水 waste_water
垃圾 建筑垃圾 渣土 装修垃圾 清运 building_waste > 拉土 工程车 废料 敲下来的砖 rubbish debris
垃圾收运 环卫 保洁 > 扫马路
夜间施工 晚上施工 夜间 night_work > 赶工 半夜 通宵 晚上赶
施工许可 建筑工程施工 开工 工地 construction_permit > 动工 开工手续 建厂房 盖厂房 厂房 厂房开工 工程开工 装修施工 start_construction
规划许可 建设工程规划 工规 报建 planning_permission > 盖楼 盖一栋 盖房子 厂区 新建 扩建 加盖 再盖 加一层 盖个车间
竣工 竣工验收 > 工程完工 完工 盖好了
预售 商品房预售 > 卖楼 期房 楼盘 开盘
用地 建设用地 土地 临时用地 land > 拿地 批地 堆材料
林地 林木 采伐 山林 森林 timber > 砍竹 砍毛竹 毛竹 山上的树 伐木 杉木 forest
野外用火 上坟 烧荒 > 烧纸 烧秸秆 清明
野生动物 人工繁育 > 鹦鹉 养蛇 养乌龟 孔雀
取水 打井 地下水 河水 水井 well > 抽水 抽河水 挖井 打口井 水泵
河道 涉河 水利 > 河边 建桥 挖沙
水土保持 水保 > 弃土
环评 环境影响 环境影响评价 建设项目环境 environmental_impact > 环保 环保手续 办厂 工厂 污染 建厂环评 开工厂 pollution factory
排污 排污许可 > 废气 排放 烟囱
投资项目 立项 项目备案 企业投资 项目核准 investment_project > 建厂 新建厂 上项目 光伏 太阳能 充电桩 扩产 发改委 投资办厂 solar
技改 技术改造 > 换设备 上新设备 改造生产线
节能 能评 > 能耗
高新技术企业 高企 科技型 科技企业 > 科技公司 创新券 high-tech
招投标 招标 投标 政府采购 公共资源交易 tender > 标书 中标
货运 道路货物运输 道路运输证 营运证 货车 haulage > 跑货车 拉货 大货车 运货 物流 物流公司 搬家公司 trucking lorry truck freight
货车司机 货运从业资格 > 货车驾驶员
客运 包车 班车 > 大巴 旅游车 passenger_transport
从业资格 资格证
维修 汽修 修车 机动车维修 car_repair > 修车店 洗车店 4S 补胎 修理厂 garage
驾校 驾驶员培训 driving_school > 教练
超限 大件 > 超宽 超重 超长
公路 涉路施工 > 公路边
船舶 渔船 内河 boat > 买船 ship
渔业 捕捞 捕鱼 打鱼 fishing > 下网 河里打鱼 钓鱼 渔民 fish
动物防疫 养殖场 养殖 养猪 养鸡 animal_epidemic > 养鸡场 养猪场 养牛 养羊 养鸭 办个养 猪场 farm livestock breeding
动物检疫 检疫 > 运猪 卖猪 屠宰 托运狗
宠物医院 动物诊疗 兽医 动物医院 veterinary > 给宠物看病 宠物看病 猫看病 狗看病 宠物诊所 宠物店 vet pet_hospital
兽药 饲料 > 
农药 农资 pesticide > 除草剂 化肥 杀虫剂
种子 种苗 seed > 菜籽 卖种子 育苗
农机 拖拉机 收割机 tractor > 插秧机 旋耕机 买农机
农机补贴 购置补贴
种粮补贴 耕地地力 粮食补贴 种田 > 种稻 种水稻 种地 种麦 种粮 种田补贴 稻谷 farmland
粮食收购 收粮 > 收稻谷
废品 再生资源 回收 scrap > 收破烂 收废铁 废旧 旧衣服 垃圾回收 recycling
二手车 旧机动车 used_car > 卖车 收车
预付卡 会员卡 购物卡 > 储值卡 充值卡
外贸 进出口 对外贸易 export import > 出口 跨境电商 卖到国外 foreign_trade
社团 社会团体 协会 商会 学会 association > 俱乐部 同乡会 成立一个会
民非 民办非企业 社会服务机构 > 公益机构 non-profit
慈善 募捐 捐赠 donation charity > 众筹 献爱心 捐款
会计继续教育 > 会计证
保安 保安公司 security_company
卫星 卫星电视 > 卫星锅 大锅
补贴 补助 津贴 奖励 资助 救助金 subsidy allowance grant > 发钱 能领多少 领钱 给钱 拿钱 有没有钱 政府给 优惠 扶持 benefit money
贷款 融资 loan > 借钱
减免 免除 免费 > 不要钱 能免 少交
预约 挂号 appointment
`;
