// What administrators shape: the list of its pages, and what they share.
export const settings = {
  title: 'Settings',
  notYours: 'Nothing here is yours to set',
  notYoursText: 'Settings are shown to those who may manage them. An administrator can give you that permission.',
  section: {
    organisation: 'Organisation',
    workflow: 'Workflow',
    fields: 'Added fields',
    labels: 'Status labels',
    interactions: 'Automatic messages',
    mail: 'Mail',
    mailboxes: 'Mailboxes',
    signIn: 'Sign-in',
    keys: 'API keys',
    audit: 'Audit log',
  },
} as const
