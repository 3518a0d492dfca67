/**
 * What is told around the hall: tickets (`number`, `place` is the number of the window), service after hours, and questions (`itemName` is what was asked). `itemName` is the errand,
 * `caseNumber` the number of the request, `dueOn` its day, `until` its time.
 */
import { soon, template } from './template.ts';

export const ofHall = {
  hallClosed: template(
    'both',
    [
      '大厅已下班，您的 {number} 号没有轮到',
      '{hall}已下班，您的 {number} 号今天没有轮到，对不起。请在 {until} 前（含当天）大厅开门时打开原来的取号页面，点“接着排队”，会比当时来的人优先办理，不用重新排。',
    ],
    [
      'The hall has closed before your number {number} was called',
      '{hallEn} has closed before your number {number} was called. We are sorry. Until {until}, while the hall is open, open the page of your ticket and choose “Take it up again”: you go ahead of those who come then.',
    ],
  ),
  appointmentCalledOff: template(
    'both',
    [
      '您的预约取消了',
      '{hall}改了开放时间，您 {dueOn} {until} 的预约（{itemName}）取消了，请不要前往，对不起。请在“取号和预约”里另选时间。',
    ],
    [
      'Your appointment was called off',
      '{hallEn} has changed its hours: your appointment on {dueOn}, {until} ({itemNameEn}) is called off. Please do not come; we are sorry. Choose another time under “Tickets and appointments”.',
    ],
  ),
  appointmentNotDone: template(
    'both',
    [
      '您的预约取消了',
      '{hall}暂不办理“{itemName}”，您 {dueOn} {until} 的预约取消了，请不要前往，对不起。请在“取号和预约”里看别的大厅或业务。',
    ],
    [
      'Your appointment was called off',
      '{hallEn} does not do {itemNameEn} any more: your appointment on {dueOn}, {until} is called off. Please do not come; we are sorry. See other halls and errands under “Tickets and appointments”.',
    ],
  ),
  ticketNear: soon(
    15,
    template(
      'both',
      ['快轮到您了，请回到大厅', '{hall}：您的 {number} 号快轮到了，请现在回到大厅，留意叫号。'],
      [
        'Your turn is near: come back to the hall',
        '{hallEn}: number {number} is about to be called. Come back to the hall now and watch the screens.',
      ],
    ),
  ),
  ticketCalled: soon(
    5,
    template(
      'both',
      [
        '轮到您了，请到 {place} 号窗口',
        '{hall}：{number} 号请到 {place} 号窗口。来不及的，可以在取号页面点“重新排队”。',
      ],
      [
        'It is your turn: go to window {place}',
        '{hallEn}: number {number}, please go to window {place}. If you miss it, choose “Back into the queue” on the page of your ticket.',
      ],
    ),
  ),
  ticketWithdrawn: template(
    'both',
    [
      '您的 {number} 号已被大厅收回',
      '{hall}收回了您的 {number} 号，原因写在取号页面上。还要办的，可以重新取号，或到咨询台问一下。',
    ],
    [
      'The hall has taken your number {number} back',
      '{hallEn} has taken your number {number} back; why is said on the page of your ticket. If you still need it, take a new ticket or ask at the information desk.',
    ],
  ),
  afterhoursAsked: template(
    'inbox',
    [
      '有延时服务申请待审核',
      '“{itemName}”（{caseNumber}）申请{dueOn}{until}办理，请安排人员和窗口，或说明不能安排的理由。',
    ],
    [
      'Somebody asks for service after hours',
      '“{itemNameEn}” ({caseNumber}) is asked for on {dueOn}, {until}: say who stays and where, or why nobody can.',
    ],
  ),
  afterhoursGranted: template(
    'both',
    ['延时服务已安排', '您申请的“{itemName}”（{caseNumber}）安排在{dueOn}{until}，请到{place}号窗口。'],
    ['Your time is granted', 'Somebody stays for “{itemNameEn}” ({caseNumber}) on {dueOn}, {until}: come to {place}.'],
  ),
  afterhoursRefused: template(
    'both',
    ['延时服务未能安排', '您申请的“{itemName}”（{caseNumber}，{dueOn}{until}）未能安排[，理由：{reason}]。'],
    [
      'Your time cannot be granted',
      'What you asked for, “{itemNameEn}” ({caseNumber}, {dueOn}, {until}), cannot be arranged[: {reason}].',
    ],
  ),
  afterhoursUnanswered: template(
    'both',
    [
      '延时服务未及时安排',
      '您申请的“{itemName}”（{caseNumber}，{dueOn}{until}）未及时答复，请不要前往，可另选时间。对此我们很抱歉。',
    ],
    [
      'Your request was not answered in time',
      'Nobody has decided on “{itemNameEn}” ({caseNumber}, {dueOn}, {until}). Do not come; choose another time. We are sorry.',
    ],
  ),
  afterhoursStay: template(
    'inbox',
    ['请延时服务', '{dueOn}{until}请在{place}号窗口为“{itemName}”（{caseNumber}）的申请人延时服务，办理后请登记。'],
    [
      'You stay after hours',
      'On {dueOn}, {until}, please stay at {place} for “{itemNameEn}” ({caseNumber}), and record what was done.',
    ],
  ),
  afterhoursFreed: template(
    'inbox',
    ['延时服务已取消', '“{itemName}”（{caseNumber}，{dueOn}{until}）不再需要您延时服务。'],
    ['You need not stay', 'You need not stay for “{itemNameEn}” ({caseNumber}) on {dueOn}, {until} any more.'],
  ),
  questionHandedOver: template(
    'inbox',
    ['有首问事项转来', '“{itemName}”（{caseNumber}）转给您或本部门，请按时接收；不属于本部门的，说明理由退回。'],
    [
      'A question was handed over',
      '“{itemName}” ({caseNumber}) was handed over to you: take it on in time, or return it with the reason.',
    ],
  ),
  questionReturned: template(
    'inbox',
    ['首问事项退回', '“{itemName}”（{caseNumber}）已退回给您，请另找负责的部门，或直接答复。'],
    ['A question came back', '“{itemName}” ({caseNumber}) came back to you: find the right place, or answer it.'],
  ),
  questionAnswered: template(
    'inbox',
    ['首问事项已答复', '您首问的“{itemName}”（{caseNumber}）已答复，询问人可凭查询码查看。'],
    ['A question was answered', '“{itemName}” ({caseNumber}), which you were asked first, was answered.'],
  ),
  questionOverdue: template(
    'inbox',
    ['首问事项超时', '“{itemName}”（{caseNumber}）超过规定时间未处理，请马上联系处理。'],
    ['A question is overdue', '“{itemName}” ({caseNumber}) is past its time: see to it now.'],
  ),
  complaintMade: template(
    'inbox',
    ['收到投诉', '收到一件窗口服务投诉（{caseNumber}）[，请在{dueOn}前答复]。'],
    ['A complaint', 'There is a complaint about the service at a window ({caseNumber})[: answer it by {dueOn}].'],
  ),
  complaintYours: template(
    'inbox',
    ['投诉由您办理', '投诉{caseNumber}由您办理，有新的进展[，请在{dueOn}前答复]。'],
    ['A complaint is yours', 'Complaint {caseNumber} is yours and there is news of it[: answer it by {dueOn}].'],
  ),
  complaintOverdue: template(
    'inbox',
    ['投诉超期未答复', '投诉{caseNumber}[应在{dueOn}前答复，]已超期，请马上答复投诉人。'],
    ['A complaint is overdue', 'Complaint {caseNumber}[ was to be answered by {dueOn} and] is overdue: answer it now.'],
  ),
  complaintStatement: template(
    'inbox',
    ['请说明情况', '有一件事（{caseNumber}）需要您说明情况，请在“需我说明”中查看并填写。'],
    ['Your statement is asked for', 'Please say how it was ({caseNumber}): see “Asked of me”.'],
  ),
  complaintAnswered: template(
    'both',
    ['您的投诉已答复', '您的投诉（{caseNumber}）已答复，请查看并告诉我们是否满意。'],
    [
      'Your complaint was answered',
      'Your complaint ({caseNumber}) was answered. Read it, and tell us whether it satisfies you.',
    ],
  ),
};
