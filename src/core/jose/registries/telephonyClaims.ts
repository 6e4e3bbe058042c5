import { page, registered, rfc, type RegisteredName } from './registered';

/** IANA's JWT claims registry: telephony (SIP, PASSporT, SHAKEN) and 3GPP core networks. */
export const telephonyClaims: readonly RegisteredName[] = [
  ...registered(rfc(8055), [
    ['sip_from_tag', 'text', 'The tag of the SIP From header.'],
    ['sip_date', 'text', 'The SIP Date header.'],
    ['sip_callid', 'text', 'The SIP Call-Id header.'],
    ['sip_cseq_num', 'any', 'The number in the SIP CSeq header.'],
    ['sip_via_branch', 'text', 'The branch of the SIP Via header.'],
  ]),
  ...registered(rfc(8225), [
    ['orig', 'object', 'Who is calling.', '5.2.1'],
    ['dest', 'object', 'Who is called.', '5.2.1'],
    ['mky', 'list', 'Fingerprints of the keys that protect the call.', '5.2.2'],
  ]),
  ...registered(rfc(8443), [['rph', 'object', 'Which priority the call may claim.', '3']]),
  ...registered(rfc(8588), [
    ['attest', 'text', 'How sure the provider is of the caller: A, B or C.'],
    ['origid', 'text', 'Where in the provider’s network the call came from.'],
  ]),
  ...registered(rfc(8688), [['jcard', 'any', 'A contact card of the caller or of the one who rejects.']]),
  ...registered(rfc(8946), [
    ['div', 'object', 'From whom the call was diverted.'],
    ['opt', 'text', 'The original PASSporT, in full.'],
  ]),
  ...registered(rfc(9027), [['sph', 'text', 'The SIP Priority header.']]),
  ...registered(rfc(9447), [
    ['atc', 'object', 'Authority over telephone numbers, shown to a certificate authority.'],
  ]),
  ...registered(rfc(9475), [['msgi', 'text', 'The hash of the message that this token speaks for.']]),
  ...registered(rfc(9795), [
    ['rcd', 'object', 'Name, logo and other data about the caller.'],
    ['rcdi', 'object', 'Hashes of the data about the caller.'],
    ['crn', 'text', 'Why the call is made.'],
  ]),
  ...registered(
    page(
      'draft-ietf-stir-certificates-ocsp',
      'https://datatracker.ietf.org/doc/draft-ietf-stir-certificates-ocsp/',
    ),
    [['stpl', 'any', 'Proof that the signing certificate was not revoked.']],
  ),
  ...registered(page('ETSI GS NFV-SEC 022', 'https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/'), [
    ['at_use_nbr', 'number', 'How many requests the token may be used for.'],
  ]),
  ...registered(page('3GPP TS 29.510', 'https://www.3gpp.org/dynareport/29510.htm'), [
    ['consumerPlmnId', 'object', 'The mobile network of the service’s consumer.', '6.3.5.2.4'],
    ['consumerSnpnId', 'object', 'The private network of the service’s consumer.', '6.3.5.2.4'],
    ['producerPlmnId', 'object', 'The mobile network of the service’s producer.', '6.3.5.2.4'],
    ['producerSnpnId', 'object', 'The private network of the service’s producer.', '6.3.5.2.4'],
    ['producerSnssaiList', 'list', 'Network slices of the producer that the consumer may use.', '6.3.5.2.4'],
    ['producerNsiList', 'texts', 'Slice instances of the producer that the consumer may use.', '6.3.5.2.4'],
    ['producerNfSetId', 'text', 'The set of network functions the producer is in.', '6.3.5.2.4'],
    ['producerNfServiceSetId', 'text', 'The set of services the producer is in.', '6.3.5.2.4'],
    ['sourceNfInstanceId', 'text', 'The network function where the data comes from.', '6.3.5.2.4'],
    ['analyticsIdList', 'texts', 'The analytics that may be asked for.', '6.3.5.2.4'],
  ]),
  ...registered(page('3GPP TS 29.222', 'https://www.3gpp.org/dynareport/29222.htm'), [
    ['resOwnerId', 'text', 'Who owns the resource.', '8.5.4.2.8'],
  ]),
];
