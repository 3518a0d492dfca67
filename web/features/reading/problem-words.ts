/** What the problems with reading documents are called. Read by every page of this feature, on every surface. */
import { problemWords } from '#web/words/words.ts';

export const readingProblemWords = problemWords({
  'reading.notRead': { 'zh-CN': '这个文件还没有识读', en: 'This file was not read yet' },
  'reading.notAPicture': {
    'zh-CN': '只能识读照片（JPEG、PNG、WebP、TIFF、HEIC）和 PDF，这个文件不是',
    en: 'Only photos (JPEG, PNG, WebP, TIFF, HEIC) and PDF can be read; this file is something else',
  },
  'reading.damaged': {
    'zh-CN': '文件已损坏或不完整，请重新拍照或重新生成 PDF',
    en: 'The file is damaged or not complete: take the photo or make the PDF again',
  },
  'reading.tooManyPixels': {
    'zh-CN': '图片太大，最多 6000 万像素，请缩小后再传',
    en: 'The picture has too many pixels: at most 60 megapixels',
  },
  'reading.tooManyPages': {
    'zh-CN': 'PDF 页数太多，最多识读 8 页，请只传一份证件的页面',
    en: 'The PDF has too many pages: at most 8 are read; send the pages of one document',
  },
  'reading.locked': {
    'zh-CN': 'PDF 有密码，请另存为没有密码的文件',
    en: 'The PDF is locked with a password: save it without one',
  },
  'reading.tooSmall': {
    'zh-CN': '图片太小，看不清文字，请靠近一些重新拍照',
    en: 'The picture is too small to hold legible text: take the photo from closer',
  },
  'reading.nothingWritten': {
    'zh-CN': '没有找到能看清的文字，请把证件放平，在光线好的地方拍清楚整页',
    en: 'No legible text was found: photograph the whole document flat, in good light, and sharp',
  },
  'reading.unknownKind': {
    'zh-CN': '看不出这是哪种证件，请拍一份证件的整页，或者告诉我们是哪种证件',
    en: 'Cannot tell which document this is: photograph the whole page of one document, or say which kind it should be',
  },
  'reading.tooSlow': {
    'zh-CN': '识读用时太长，请缩小图片，或者只拍证件本身',
    en: 'The picture takes too long to read: make it smaller, or photograph the document alone',
  },
  'reading.failed': {
    'zh-CN': '识读出了差错，请再试一次，或者手工填写',
    en: 'Reading failed because of a fault of ours: try again, or fill in the form by hand',
  },
});
