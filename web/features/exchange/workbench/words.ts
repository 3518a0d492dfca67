/** The pages of the exchange at the workbench. */
import { words } from '#web/words/words.ts';
import '../problem-words.ts';

export const exchangeBenchWords = words({
  'zh-CN': {
    title: '跨区通办', pages: '跨区通办的页面', tabs: { taken: '代收件', takeIn: '代收办件', partners: '合作地区', queue: '待发送' },
    list: '代收的办件', whoLabel: '申请人姓名或对方编号', whichOf: { waiting: '对方未回复', wanted: '待补正', open: '办理中', ended: '已结束' }, none: '还没有代收件', noneLine: '群众来办其他地区的事项时，在“代收办件”收件。',
    columns: { item: '事项', applicant: '申请人', district: '办理地区', state: '状态', takenAt: '收件时间', number: '对方办件编号', kind: '内容', waits: '等待自', next: '下次发送', attempts: '已试次数', fault: '原因' },
    who: '申请人', change: '重新选择', onlyPeople: '跨区代收只受理持居民身份证的个人。', which: '对方事项', find: '按事项或地区查找', choose: '选择', itemNone: '没有找到可代收的事项', itemNoneLine: '请政务服务办在“合作地区”刷新对方目录。', next: '下一位', open: '查看办件',
    own: '本地区公钥', ownLine: '把下面的内容发给对方，再通过电话逐组核对指纹。私钥只保存在数据目录中。', copy: '复制邀请', copied: '已复制', rotate: '更换密钥', rotateWhat: '生成新密钥，并用旧密钥签名通知所有合作地区。对方收到前，发往对方的消息仍用旧密钥签名，不会中断；旧密钥三十天后失效。', rotated: '新密钥已生成，正在通知合作地区',
    partners: '合作地区', partnersNone: '还没有合作地区', partnersNoneLine: '与对方交换邀请并核对指纹后添加。', add: '添加合作地区', addLine: '对方换了公钥或地址时，也在这里粘贴新的邀请。', invitation: '对方的邀请', invitationHint: '粘贴对方“复制邀请”得到的全部内容', invitationBad: '邀请内容不完整，请让对方重新复制', compared: '我已与对方通话，逐组核对以上指纹', comparedNeeded: '请先与对方核对指纹', addVerb: '添加', ownInvitation: '这是本地区自己的邀请，请粘贴对方发来的', known: '该地区已在名单中：确认后登记这把公钥和这个地址，原有公钥继续有效。', knownVerb: '更新', nothingNew: '公钥、名称和地址都与登记的一致，不需要更新',
    lastAnswer: (when: string) => `最近应答 ${when}`, neverAnswered: '尚未应答', waits: (count: number, since: string) => `${count} 条消息自 ${since} 起等待发送`, nothingWaits: '没有等待发送的消息', offers: (count: number) => `可代收 ${count} 项`, offersNever: '尚未取得对方目录', refresh: '刷新目录', refreshed: '已向对方索取目录',
    keys: '公钥', until: (day: string) => `有效至 ${day}`, revoked: (day: string) => `${day} 吊销`, compareBy: '人工核对', announced: '由旧密钥担保', revoke: '吊销', revokeWhat: '吊销后，用该密钥签名的消息一律拒收，已收到的不受影响。',
    offered: '向其他地区开放的事项', offeredLine: '合作地区的窗口可以代收这些事项，由本地区办理和决定。', offeredNone: '还没有开放事项', endOffer: '停止', addOffer: '开放一个事项', queueNone: '没有等待发送的消息', queueNoneLine: '所有消息都已送达并取得对方签名。', queue: '等待发送的消息', retry: '立即重发', retried: '已开始重发',
    messages: { application: '申请', step: '办理进度', file: '材料文件', supplement: '补正', document: '索取文书', items: '索取目录', key: '新公钥' },
    from: (name: string) => `${name}代收`, fromTitle: '跨区通办', fromLine: '由对方窗口或门户收件，本部门办理和决定；每一步和文书会自动传回对方。',
  },
  en: {
    title: 'Across districts', pages: 'Pages across districts', tabs: { taken: 'Taken in', takeIn: 'Take in', partners: 'Districts', queue: 'Waiting' },
    list: 'Taken in for other districts', whoLabel: 'Name, or number there', whichOf: { waiting: 'Not answered', wanted: 'Supplement wanted', open: 'Not ended', ended: 'Ended' }, none: 'Nothing was taken in yet', noneLine: 'Whoever comes for an item of another district is served under “Take in”.',
    columns: { item: 'Item', applicant: 'Applicant', district: 'District', state: 'State', takenAt: 'Taken in', number: 'Number there', kind: 'What', waits: 'Waiting since', next: 'Next try', attempts: 'Tries', fault: 'Why' },
    who: 'Applicant', change: 'Choose again', onlyPeople: 'Across districts only persons with a resident card are served.', which: 'Item', find: 'Find by item or district', choose: 'Choose', itemNone: 'No such item', itemNoneLine: 'The service office can ask the district for its list under “Districts”.', next: 'Next person', open: 'Open',
    own: 'The key of this district', ownLine: 'Send this to the other district, then compare the fingerprint by telephone, group by group. The private key is in the data folder alone.', copy: 'Copy the invitation', copied: 'Copied', rotate: 'Change the key', rotateWhat: 'A new key is made and told to every partner under the old one. Until a partner has it, messages to it are signed with the old key, so nothing stops; the old key ends after thirty days.', rotated: 'The new key is made and on its way',
    partners: 'Partner districts', partnersNone: 'No partner yet', partnersNoneLine: 'Exchange invitations and compare fingerprints, then add the district.', add: 'Add a district', addLine: 'A partner with another key or address is entered here as well, by its new invitation.', invitation: 'Their invitation', invitationHint: 'Paste all that “Copy the invitation” gave them', invitationBad: 'The invitation is not whole: ask them to copy it again', compared: 'I have called them and compared every group', comparedNeeded: 'Compare the fingerprint first', addVerb: 'Add', ownInvitation: 'This is our own invitation: paste the one that they have sent', known: 'This district is a partner already: its key and its address are entered anew, and the keys that are there go on.', knownVerb: 'Update', nothingNew: 'Key, name and address are those that are here: nothing to update',
    lastAnswer: (when) => `Last answer ${when}`, neverAnswered: 'No answer yet', waits: (count, since) => `${count} ${count === 1 ? 'message' : 'messages'} waiting since ${since}`, nothingWaits: 'Nothing is waiting', offers: (count) => `${count} ${count === 1 ? 'item' : 'items'} to take in`, offersNever: 'Their list is not here yet', refresh: 'Ask for the list', refreshed: 'Asked for the list',
    keys: 'Keys', until: (day) => `until ${day}`, revoked: (day) => `revoked ${day}`, compareBy: 'compared by a person', announced: 'vouched for by the old key', revoke: 'Revoke', revokeWhat: 'Nothing signed with this key is taken any more. What came before stays.',
    offered: 'Offered to other districts', offeredLine: 'Windows of partner districts may take these in; this district handles and decides them.', offeredNone: 'Nothing is offered', endOffer: 'End', addOffer: 'Offer an item', queueNone: 'Nothing is waiting', queueNoneLine: 'Everything has arrived and was answered with a signature.', queue: 'Waiting messages', retry: 'Send now', retried: 'Sending',
    messages: { application: 'Application', step: 'Course', file: 'File', supplement: 'Supplement', document: 'Asks for a document', items: 'Asks for the list', key: 'New key' },
    from: (name) => `Taken in by ${name}`, fromTitle: 'Across districts', fromLine: 'Taken in over there, handled and decided here; each step and document goes back by itself.',
  },
}); // prettier-ignore
