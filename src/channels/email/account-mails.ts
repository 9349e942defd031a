/** Mails about an account. They have no ticket, so no sight of one is asked for; the recipient must still be active. */
export const accountMails = [
  'account-invitation',
  'account-reset',
  'account-password-changed',
  'account-ticket-link',
  'account-registration',
  'account-already-there',
  'account-mailbox-silent',
] as const
export type AccountMail = (typeof accountMails)[number]

export const isAccountMail = (interaction: string): interaction is AccountMail =>
  (accountMails as readonly string[]).includes(interaction)
