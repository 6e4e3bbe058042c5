export { pageHtml } from '../../src/host/inspector/html';
