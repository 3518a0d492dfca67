/** What the problems of the exchange with other districts are called. */
import { problemWords } from '#web/words/words.ts';

export const exchangeProblemWords = problemWords({
  'exchange.badAddress': { 'zh-CN': '对方地址须为 https://主机名（或本机），不带路径、用户名和密码', en: 'The address must be https://host (or this machine), without path, user or password' },
  'exchange.badKey': { 'zh-CN': '这不是有效的 Ed25519 公钥，请从对方页面完整复制', en: 'This is no Ed25519 public key: copy it whole from the other district’s page' },
  'exchange.fingerprintDiffers': { 'zh-CN': '指纹与公钥不符，请与对方电话重新核对', en: 'The fingerprint is not that of the key: ask the other district to read theirs again' },
  'exchange.partnerKnown': { 'zh-CN': '该地区已在名单中，请为其添加新公钥', en: 'This district is a partner already: add the new key to it' },
  'exchange.keyKnown': { 'zh-CN': '该公钥已登记', en: 'This key is on record already' },
  'exchange.ownDistrict': { 'zh-CN': '这是本地区的代码，请填写对方地区的代码', en: 'This is the code of this district: enter the other one’s' },
  'exchange.notFound': { 'zh-CN': '没有找到该地区、公钥或代收件，请刷新后再试', en: 'No such partner, key or application: refresh and try again' },
  'exchange.actionReused': { 'zh-CN': '这次提交没有成功，请刷新后再试', en: 'Not stored: refresh and try again' },
  'exchange.notForUs': { 'zh-CN': '这条消息是发给其他地区的，请核对收件地区代码', en: 'The message is for another district: check the code it is sent to' },
  'exchange.unknownKey': { 'zh-CN': '没有登记该公钥，请先与对方交换并核对公钥', en: 'No partner has this key: exchange keys first' },
  'exchange.keyNotValid': { 'zh-CN': '该公钥已过期或已吊销，请改用有效的密钥签名', en: 'This key has expired or was revoked: sign with a valid one' },
  'exchange.wrongSignature': { 'zh-CN': '签名与内容不符，未保存任何内容，请重新签名发送', en: 'The signature does not fit: nothing was stored; sign and send again' },
  'exchange.clockApart': { 'zh-CN': '发送时间与本地时钟相差超过五分钟，请校准时钟后重发', en: 'More than five minutes off the clock here: set the clock and send again' },
  'exchange.replayed': { 'zh-CN': '这次投递已经收到过，重发须重新签名', en: 'This delivery came before: whoever sends again signs again' },
  'exchange.messageReused': { 'zh-CN': '同一编号的消息内容不同，请换新编号发送', en: 'A message with this id said something else: send it with a new id' },
  'exchange.notUnderstood': { 'zh-CN': '消息内容不符合约定格式，请核对双方版本', en: 'The text is not of the agreed form: compare the versions of both sides' },
  'exchange.badIdNumber': { 'zh-CN': '身份证号码有误，请对照证件重新填写', en: 'This is no resident card number: read it from the card again' },
  'exchange.personDiffers': { 'zh-CN': '证件号码与登记的姓名不一致，请核对证件', en: 'The number belongs to a person of another name: compare the card' },
}); // prettier-ignore
