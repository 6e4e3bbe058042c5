import type { Tool } from '../protocol/messages';

/** The tools, and what pressing one does. */
export const toolLabels: Readonly<Record<Tool, { readonly label: string; readonly hint: string }>> = {
  edit: {
    label: 'Edit & Re-sign',
    hint: 'Opens header and payload as JSON. Saving signs them and puts the new token in place of this one.',
  },
  extend: {
    label: 'Extend by 1 h',
    hint: 'Signs the token anew with an end one hour later',
  },
  encode: {
    label: 'Encode…',
    hint: 'Begins a new token with this one',
  },
  showText: {
    label: 'Show as Text',
    hint: 'Says all that stands here in a text document',
  },
  compare: {
    label: 'Compare…',
    hint: 'Holds the token against another one in the diff editor',
  },
};

export const toolbarLabels = {
  tools: 'What can be done with the token',
} as const;
