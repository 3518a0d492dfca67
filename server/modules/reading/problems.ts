/** Why a picture cannot be read. */
import { problems } from '#platform/problems';

export const readingProblems = problems('reading', {
  notRead: [404, 'This file was not read yet'],
  notAPicture: [415, 'Only photos (JPEG, PNG, WebP, TIFF, HEIC) and PDF can be read; this file is something else'],
  damaged: [422, 'The file is damaged or not complete: take the photo or make the PDF again'],
  tooManyPixels: [422, 'The picture has too many pixels: at most 60 megapixels'],
  tooManyPages: [422, 'The PDF has too many pages: at most 8 are read; send the pages of one document'],
  locked: [422, 'The PDF is locked with a password: save it without one'],
  tooSmall: [422, 'The picture is too small to hold legible text: take the photo from closer'],
  nothingWritten: [422, 'No legible text was found: photograph the whole document flat, in good light, and sharp'],
  unknownKind: [
    422,
    'Cannot tell which document this is: photograph the whole page of one document, or say which kind it should be',
  ],
  tooSlow: [422, 'The picture takes too long to read: make it smaller, or photograph the document alone'],
  failed: [500, 'The picture could not be read because of a fault of ours: try again, or fill in the form by hand'],
});
