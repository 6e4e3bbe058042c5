import jwt from 'jsonwebtoken';

export async function verify(token, pem, moment) {
  jwt.verify(token, pem, { algorithms: ['RS256'], clockTimestamp: moment });
  return true;
}
