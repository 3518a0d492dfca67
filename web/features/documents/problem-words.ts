/** What the problems with files and documents are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const documentProblemWords = problemWords({
  'documents.noSuchDocument': {
    'zh-CN': '没有这份文书，或者不归您查看',
    en: 'There is no such document, or it is not for you',
  },
  'documents.noSuchFile': {
    'zh-CN': '没有这个文件，或者不归您查看',
    en: 'There is no such file, or it is not for you',
  },
  'documents.numberTaken': { 'zh-CN': '文书编号重复，请再试一次', en: 'Another document has this number: try again' },
  'documents.notGenuine': {
    'zh-CN': '没有查到这份文书，请核对验证码；仍查不到请向出具部门核实',
    en: 'No document with this code was issued: check the code, or ask the department',
  },
  'documents.payFirst': {
    'zh-CN': '还有费用没有缴清，请先缴费，缴清后就能查看结果',
    en: 'A fee is still to be paid: pay it first, then open the result',
  },
  'documents.wrongPaper': { 'zh-CN': '这类文书只能用 A4 纸打印', en: 'This kind of document is printed on A4 only' },
  'documents.noFile': { 'zh-CN': '没有收到文件，请重新选择', en: 'No file arrived: choose it again' },
  'documents.tooManyFiles': { 'zh-CN': '请一次上传一个文件', en: 'Send one file at a time' },
  'documents.fileTooLarge': { 'zh-CN': '文件超过 20 MB，请压缩或分开上传', en: 'Larger than 20 MB: make it smaller' },
  'documents.fileEmpty': { 'zh-CN': '文件是空的，请重新选择', en: 'The file is empty: choose another' },
  'documents.fileType': {
    'zh-CN': '只能上传照片（JPG、PNG、WebP、HEIC）或 PDF，这个文件的内容不是',
    en: 'Only photos (JPG, PNG, WebP, HEIC) and PDF are taken; this file is something else',
  },
  'documents.fileDamaged': {
    'zh-CN': '文件损坏或不完整，请重新拍照或重新生成 PDF',
    en: 'The file is damaged: take the photo or make the PDF again',
  },
  'documents.imageTooLarge': {
    'zh-CN': '图片像素太高（最多 6000 万像素），请缩小后再传',
    en: 'Too many pixels (at most 60 megapixels): make the picture smaller',
  },
  'documents.pdfActive': {
    'zh-CN': 'PDF 里有脚本或动作，请另存打印成新的 PDF 再上传',
    en: 'The PDF contains scripts: print it to a new PDF and upload that',
  },
  'documents.pdfLocked': { 'zh-CN': 'PDF 有密码，请去掉密码再上传', en: 'The PDF has a password: save it without one' },
  'documents.pdfDense': {
    'zh-CN': 'PDF 解开后过大，请重新打印成 PDF 再上传',
    en: 'The PDF unpacks to far too much: print it to a new PDF',
  },
  'documents.tooSlow': {
    'zh-CN': '文件太复杂，打开过慢，请缩小后再传',
    en: 'The file takes too long to open: make it smaller',
  },
  'documents.fileInUse': {
    'zh-CN': '文件已随申请提交，不能移除',
    en: 'The file belongs to an application that was submitted and stays',
  },
  'documents.notYourFile': {
    'zh-CN': '有文件已不在或不是您上传的，请重新上传',
    en: 'A file is gone or belongs to somebody else: upload it again',
  },
  'documents.tooManyUploads': {
    'zh-CN': '同时上传的文件太多，请稍等再传',
    en: 'Too many uploads are waiting: try again in a moment',
  },
});
