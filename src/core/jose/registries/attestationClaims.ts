import { page, registered, rfc, type RegisteredName } from './registered';

/** IANA's JWT claims registry: attestation of devices (EAT), content delivery (CDNI), signature validation, places. */
export const attestationClaims: readonly RegisteredName[] = [
  ...registered(rfc(9711), [
    ['eat_nonce', 'textOrTexts', 'Shows that the attestation is fresh.', '4.1'],
    ['ueid', 'text', 'The device’s universal identifier.', '4.2.1'],
    ['sueids', 'object', 'Identifiers of the device that may change in its life.', '4.2.2'],
    ['oemid', 'any', 'Who made the hardware.', '4.2.3'],
    ['hwmodel', 'text', 'The model of the hardware.', '4.2.4'],
    ['hwversion', 'any', 'The version of the hardware.', '4.2.5'],
    ['swname', 'text', 'The name of the running software.', '4.2.6'],
    ['swversion', 'any', 'The version of the running software.', '4.2.7'],
    ['oemboot', 'flag', 'Whether the maker authorized the software that was booted.', '4.2.8'],
    ['dbgstat', 'text', 'Whether debugging is enabled.', '4.2.9'],
    ['location', 'object', 'Where the device is.', '4.2.10'],
    ['uptime', 'number', 'Seconds since the device was started.', '4.2.11'],
    ['bootcount', 'number', 'How many times the device was started.', '4.2.12'],
    ['bootseed', 'text', 'Tells one start of the device from another.', '4.2.13'],
    ['dloas', 'list', 'Certifications the device was given.', '4.2.14'],
    ['manifests', 'list', 'Which software is installed.', '4.2.15'],
    ['measurements', 'list', 'Measurements of software and memory.', '4.2.16'],
    ['measres', 'list', 'What comparing the measurements gave.', '4.2.17'],
    ['submods', 'object', 'Attestations of parts of the device.', '4.2.18'],
    ['eat_profile', 'text', 'The profile the attestation follows.', '4.3.2'],
    ['intuse', 'text', 'What the attestation is meant for.', '4.3.3'],
  ]),
  ...registered(rfc(9999), [['cmw', 'any', 'A message of remote attestation, wrapped.', '3.1']]),
  ...registered(rfc(9246), [
    ['cdniv', 'number', 'Version of the CDNI claims.', '2.1.8'],
    ['cdnicrit', 'text', 'CDNI claims that must be understood.', '2.1.9'],
    ['cdniip', 'text', 'The IP address the signed link is for.', '2.1.10'],
    ['cdniuc', 'text', 'The address, or a pattern of addresses, the signed link is for.', '2.1.11'],
    ['cdniets', 'number', 'By how many seconds a renewed token lasts.', '2.1.12'],
    ['cdnistt', 'number', 'How a renewed token is handed over.', '2.1.13'],
    ['cdnistd', 'number', 'How many path segments a renewed token covers.', '2.1.14'],
  ]),
  ...registered(rfc(9321), [
    ['sig_val_claims', 'object', 'The result of validating other signatures.', '3.2.3'],
  ]),
  ...registered(page('CTA-5009', 'https://www.iana.org/assignments/jwt/jwt.xhtml#claims'), [
    ['geohash', 'textOrTexts', 'Where, as a geohash.'],
  ]),
];
