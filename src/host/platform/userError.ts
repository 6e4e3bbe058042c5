/** Something the user can mend: a full sentence with a next step, already in the user's language. Shown, never logged as a defect. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
