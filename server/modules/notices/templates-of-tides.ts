/**
 * What is told of tidal windows, in the inbox of a post: to the manager what to do and why, to the clerk what is asked. `why` and `whyEn` are whole
 * sentences that the watch has made.
 */
import { template } from './template.ts';

export const ofTides = {
  tideAdvice: template(
    'sms',
    ['{zone} 等候偏长，建议调窗口', '{zone}{why}请在“潮汐窗口”里一键办理或暂不采纳。[{until} 前没人答复就作罢。]'],
    [
      'Long waits in {zoneEn}: a window is advised',
      '{zoneEn}: {whyEn} Do it or say not now under “Tidal windows”.[ It lapses at {until} without an answer.]',
    ],
  ),
  tideAdvices: template(
    'sms',
    ['{count} 个区等候偏长，建议调窗口', '{zones}等候高于往常。请在“潮汐窗口”里逐条处理。[{until} 前没人答复就作罢。]'],
    [
      'Long waits in {count} zones',
      'People wait longer than usual in {zonesEn}. See the advices under “Tidal windows”.[ They lapse at {until} without an answer.]',
    ],
  ),
  tideAsked: template(
    'sms',
    [
      '请开 {windowNumber} 窗口',
      '{zone} 排队较长，请到 {windowNumber} 窗口签到，约 {minutes} 分钟。去不了请在“潮汐窗口”里说明，会请下一位同事。',
    ],
    [
      'Please open window {windowNumber}',
      'The queue in {zoneEn} is long: please sign in at window {windowNumber} for about {minutes} minutes. If you cannot, say so under “Tidal windows”, and the next colleague is asked.',
    ],
  ),
  tideNobody: template(
    'inbox',
    ['{windowNumber} 窗口没有人能开', '{zone} 的增开建议没有同事能到岗，窗口未开。请另行安排。'],
    [
      'Nobody can open window {windowNumber}',
      'No colleague could come to {zoneEn}, so the window stays closed. Please see to it in another way.',
    ],
  ),
  tideOver: template(
    'inbox',
    ['{windowNumber} 窗口可以收了', '{zone} 的增开时间已到，排队已不需要这个窗口。办完手上的就可以离开。谢谢。'],
    [
      'Window {windowNumber} may close',
      'The time for the extra window in {zoneEn} is over and the queue no longer needs it. Finish whom you have, then you may leave. Thank you.',
    ],
  ),
  tideSwitched: template(
    'inbox',
    [
      '{windowNumber} 窗口现在支援 {zone}',
      '{zone} 排队较长，您的 {windowNumber} 窗口从现在起改办 {zone} 的业务，约 {minutes} 分钟，到时自动恢复。办完手上的，再叫下一号。',
    ],
    [
      'Window {windowNumber} helps out in {zoneEn} now',
      'The queue in {zoneEn} is long: from now on your window {windowNumber} does what {zoneEn} does, for about {minutes} minutes, and then its own work again. Finish whom you have, then call the next.',
    ],
  ),
  tideLent: template(
    'inbox',
    [
      '{windowNumber} 窗口现在兼办 {zone}',
      '{zone} 排队较长，您的 {windowNumber} 窗口从现在起除原来的业务外，也办 {zone} 的业务，到关门为止，之后自动恢复。照常叫下一号：先来的先叫。',
    ],
    [
      'Window {windowNumber} serves {zoneEn} too',
      'The queue in {zoneEn} is long: from now on your window {windowNumber} does what {zoneEn} does besides its own work, until the hall closes. Call the next as usual: whoever came first of both.',
    ],
  ),
  tideBack: template(
    'inbox',
    ['{windowNumber} 窗口恢复原来的业务', '支援 {zone} 的时间已到，窗口已恢复原来的业务。谢谢。'],
    [
      'Window {windowNumber} does its own work again',
      'The time of helping out in {zoneEn} is over; the window does what it did before. Thank you.',
    ],
  ),
};
