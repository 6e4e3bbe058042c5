export { scanTokens } from '../../src/core/detect/scan';
