/** What the two sides of remote help read alike. */
import { words } from '#web/words/words.ts';
import './problem-words.ts';

export const talkWords = words({
  'zh-CN': {
    link: {
      connecting: '正在接通…',
      connected: '已接通',
      lost: '连接断开，正在重新接通…文字仍可发送',
      none: '这个浏览器不支持视频，请用文字交流',
      elsewhere: '已在另一个标签页或设备上继续',
    },
    otherAway: '对方暂时失去联系，最多等两分钟',
    refused: {
      refused: '摄像头和麦克风没有允许使用：可以听和看对方，也可以打字',
      missing: '没有找到摄像头或麦克风：可以听和看对方，也可以打字',
      insecure: '这个页面不能使用摄像头：请打字交流',
    },
    cameraOff: '对方没有开摄像头',
    otherVideo: '对方的画面',
    ownVideo: '我的画面',
    camera: '摄像头',
    microphone: '麦克风',
    write: '写给对方',
    send: '发送',
    chat: '文字交流',
    me: '我',
    other: '对方',
    notAnswered: '未填写',
    ways: { video: '视频', audio: '语音', text: '文字' },
    levels: {
      verySatisfied: '非常满意',
      satisfied: '满意',
      basicallySatisfied: '基本满意',
      dissatisfied: '不满意',
      veryDissatisfied: '非常不满意',
    },
  },
  en: {
    link: {
      connecting: 'Connecting…',
      connected: 'Connected',
      lost: 'The connection is lost and being made again. Writing still works',
      none: 'This browser has no video: please write instead',
      elsewhere: 'Goes on in another tab or on another device',
    },
    otherAway: 'The other side is away. We wait two minutes at most',
    refused: {
      refused: 'Camera and microphone were not allowed: you can see and hear, and write',
      missing: 'No camera or microphone was found: you can see and hear, and write',
      insecure: 'This page cannot use a camera: please write',
    },
    cameraOff: 'The other side has no camera on',
    otherVideo: 'Picture of the other side',
    ownVideo: 'Your own picture',
    camera: 'Camera',
    microphone: 'Microphone',
    write: 'Write to the other side',
    send: 'Send',
    chat: 'Written',
    me: 'You',
    other: 'They',
    notAnswered: 'Not answered',
    ways: { video: 'Video', audio: 'Voice', text: 'Writing' },
    levels: {
      verySatisfied: 'Very satisfied',
      satisfied: 'Satisfied',
      basicallySatisfied: 'Basically satisfied',
      dissatisfied: 'Dissatisfied',
      veryDissatisfied: 'Very dissatisfied',
    },
  },
});
