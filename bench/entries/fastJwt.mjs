import { createVerifier } from 'fast-jwt';

export async function verify(token, pem, moment) {
  createVerifier({ key: pem, algorithms: ['RS256'], clockTimestamp: moment * 1000 })(token);
  return true;
}
