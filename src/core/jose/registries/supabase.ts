import { page, registered } from './registered';
import { isUnder, type Vendor } from './vendor';

export const supabase: Vendor = {
  id: 'supabase',
  name: 'Supabase',
  recognises: ({ issuer, host, has }) =>
    issuer === 'supabase' ||
    issuer === 'supabase-demo' ||
    isUnder(host, 'supabase.co', 'supabase.in') ||
    (has('app_metadata') && has('aal')),
  claims: registered(page('Supabase claims', 'https://supabase.com/docs/guides/auth/jwt-fields'), [
    ['role', 'text', 'The database role: anon, authenticated or service_role.'],
    ['ref', 'text', 'The project.'],
    ['aal', 'text', 'How strong the login was: aal1 by one factor, aal2 by two.'],
    ['session_id', 'text', 'The user’s session.'],
    ['phone', 'text', 'Telephone number.'],
    ['is_anonymous', 'flag', 'Whether the user is anonymous.'],
    ['app_metadata', 'object', 'What the application knows of the user; the user cannot change it.'],
    ['user_metadata', 'object', 'What the user may change; never decide rights by it.'],
    ['amr', 'list', 'How and when the user logged in.'],
  ]),
};
