// What the organisation calls the five statuses.
export const settingsLabels = {
  title: 'Status labels',
  lead: 'The five statuses stay five; you may call them otherwise. Customers can read other words than staff. The new words stand on every page, in mails, files and reports at once.',
  loading: 'Loading the labels',
  failed: 'The labels could not be loaded',
  staff: 'Staff read',
  customer: 'Customers read',
  colour: 'Colour',
  preview: 'As it looks',
  reset: 'Back to the built-in words and colour',
  saved: 'The labels are saved',
} as const
