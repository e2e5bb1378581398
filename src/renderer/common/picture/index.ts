export type { Pen } from './pen';
export { savePicture, type Picture, type PictureFormat } from './save';
