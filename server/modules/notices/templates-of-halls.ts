/** What is told of a hall: by inbox and SMS, to who has gone home by then. */
import { template } from './template.ts';

export const ofHalls = {
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
};
