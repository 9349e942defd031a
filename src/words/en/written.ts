// What people write and send along, on every page that has a box for it.
export const written = {
  showQuoted: 'Show quoted text',
  hideQuoted: 'Hide quoted text',

  file: {
    attach: 'Attach files',
    attachOne: 'Choose a file',
    drop: 'Drop the files here',
    list: 'Files',
    progress: '{{name}}: {{percent, number}}%',
    remove: 'Remove {{name}}',
    cancel: 'Cancel {{name}}',
    retry: 'Try again: {{name}}',
    retryShort: 'Try again',
    failed: 'Not sent',
    tooLarge: 'Larger than {{max}}, the most for one file',
    preview: 'View {{name}}',
    waiting: 'A file is still on its way.',
  },
  draftKept: 'Draft saved',
  draftNotKept: 'The draft is not saved yet',
  /** To whoever has gone on to something else meanwhile. */
  notSent: 'Your message on {{number}} was not sent. It waits there.',
  goThere: 'View',
} as const
