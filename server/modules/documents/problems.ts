/** What can go wrong with files and documents in a way that the caller can act on. */
import { problems } from '#platform/problems';

export const documentProblems = problems('documents', {
  noSuchDocument: [404, 'There is no such document, or it is not for you'],
  noSuchFile: [404, 'There is no such file, or it is not for you'],
  numberTaken: [409, 'Another document has this number'],
  notGenuine: [404, 'No document with this code was issued'],
  payFirst: [409, 'A fee is still to be paid: the result can be opened after that'],
  wrongPaper: [422, 'This kind of document is printed on A4 only'],
  noFile: [400, 'Send one file in the part named "file"'],
  tooManyFiles: [400, 'Send one file at a time'],
  fileTooLarge: [413, 'The file is larger than 20 MB'],
  fileEmpty: [422, 'The file is empty'],
  fileType: [415, 'Only photos (JPEG, PNG, WebP, HEIC) and PDF are taken; the content of this file is something else'],
  fileDamaged: [422, 'The file is damaged or not complete: take the photo or make the PDF again'],
  imageTooLarge: [422, 'The picture has too many pixels: at most 60 megapixels'],
  pdfActive: [422, 'The PDF contains scripts or actions: print it to a new PDF and upload that'],
  pdfLocked: [422, 'The PDF is locked with a password: save it without one'],
  pdfDense: [422, 'The PDF unpacks to far more than a document needs: print it to a new PDF and upload that'],
  tooSlow: [422, 'The file takes too long to open: make it smaller and try again'],
  fileInUse: [409, 'The file belongs to an application that was submitted and cannot be removed'],
  notYourFile: [409, 'A file that is to be attached is not there any more, or belongs to somebody else'],
  tooManyUploads: [429, 'Too many uploads are waiting: try again in a moment'],
});
