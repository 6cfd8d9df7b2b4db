/*
 * The local word list, made for this product: what has a person look before others read it. It turns nothing down by
 * itself. The committee changes it here; a word has at least two characters, so that it is not found inside others.
 */

/** 广告推销 */
const advertising = [
  '低价出售',
  '厂家直销',
  '代购优惠',
  '限时优惠',
  '包过保过',
  '代写论文',
  '办证刻章',
  '代开发票',
  '无抵押贷款',
  '刷单兼职',
  '日赚千元',
  '躺着赚钱',
  '免费领红包',
  '网络赌博',
  '博彩网站',
];

/** 引导私下联系或转账 */
const contact = [
  '加微信',
  '加我微信',
  '加vx',
  '加qq',
  '微信号是',
  '扫码加群',
  '扫码领取',
  '私下转账',
  '转账给我',
  '银行卡号',
];

/** 辱骂 */
const insults = ['傻逼', '滚蛋', '脑残', '废物东西', '白痴', '猪狗不如', '去死吧'];

export const wordList: readonly string[] = [...advertising, ...contact, ...insults];
