import '../../src/workers/strength';
