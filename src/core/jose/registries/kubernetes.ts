import { page, registered } from './registered';
import type { Vendor } from './vendor';

const accounts = page(
  'Kubernetes service accounts',
  'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
);

export const kubernetes: Vendor = {
  id: 'kubernetes',
  name: 'Kubernetes',
  recognises: ({ issuer, host, subject, has }) =>
    issuer === 'kubernetes/serviceaccount' ||
    host.startsWith('kubernetes.default.svc') ||
    subject.startsWith('system:serviceaccount:') ||
    has('kubernetes.io'),
  claims: registered(accounts, [
    ['sub', 'text', 'The service account, with its namespace.'],
    ['kubernetes.io', 'object', 'Namespace, service account and pod that the token is bound to.'],
    ['kubernetes.io/serviceaccount/namespace', 'text', 'The namespace of the service account.'],
    ['kubernetes.io/serviceaccount/secret.name', 'text', 'The secret that holds this token.'],
    ['kubernetes.io/serviceaccount/service-account.name', 'text', 'The service account’s name.'],
    ['kubernetes.io/serviceaccount/service-account.uid', 'text', 'The service account’s identifier.'],
  ]),
};
