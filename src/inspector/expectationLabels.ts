import type { Template } from '../core/present/wording';

/** What the form of expectations is called and says, in English. */
export const expectationLabels = {
  profile: 'Profile',
  noProfile: 'None',
  form: 'Edit what is expected of this token',
  hint: 'It is asked at once, and of this token only. What is left empty is not asked.',
  changed: 'Changed here: it goes for this token in this panel, and is not kept.',
  reset: 'Reset',
  save: 'Save as Profile…',
  notAsked: 'This is not asked yet.',
} as const satisfies Record<string, Template>;
