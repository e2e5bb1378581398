export { FormatError } from './error';
