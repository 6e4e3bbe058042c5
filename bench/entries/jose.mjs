import { importSPKI, jwtVerify } from 'jose';

export async function verify(token, pem, moment) {
  const key = await importSPKI(pem, 'RS256');
  await jwtVerify(token, key, { algorithms: ['RS256'], currentDate: new Date(moment * 1000) });
  return true;
}
