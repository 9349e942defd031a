// The fields that an organisation added to the ticket, where they are filled and read.
export const addedFields = {
  title: 'Further details',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  notSaid: 'Not said',
  choose: 'Please choose',
  edit: 'Edit the fields',
  saved: 'The fields are saved',
  neededBeforeClosing: 'needed before closing',
  fillFirst: 'Some added fields must be filled before this ticket ends. Please look at its fields.',
  filter: 'Added fields',
  any: 'Any',
  hasFile: 'With a file',
  noFile: 'Without a file',
  left: 'someone who left',
  steps: '{{score}} of {{max}}',
} as const
