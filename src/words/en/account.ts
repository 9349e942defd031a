// Mails about an account, in the customer's voice and in staff's. The same form as interactions.ts: body by paragraph,
// buttons as [label](action). An expired link offers a new one on its page, so no mail threatens.
export const account = {
  invitation: {
    customer: {
      subject: 'Your account at {{organisation}}',
      body: [
        'We have made an account for you at {{organisation}}. With it you can send us requests and see where they stand.',
        'Please choose a password by the end of {{validUntil}}:',
        '[Choose a password](choose-password)',
        'After that day we can send you a new link. If you do not want an account, you need do nothing.',
      ],
    },
    staff: {
      subject: 'Account at {{organisation}}: choose a password',
      body: [
        '{{actor}} added you at {{organisation}}. Roles: {{roles}}.',
        'Next: choose a password. The link is valid until the end of {{validUntil}}.',
        '[Choose a password](choose-password)',
      ],
    },
  },

  ticketLink: {
    customer: {
      subject: 'A new link to your request',
      body: [
        'Here is a new link to your request. It is valid until the end of {{validUntil}}:',
        '[See my request](see-request)',
        'It opens your request without a password. Please keep it to yourself.',
      ],
    },
    staff: {
      subject: 'New link: {{organisation}}',
      body: ['The new link to your request, valid until the end of {{validUntil}}:', '[See my request](see-request)'],
    },
  },

  passwordReset: {
    customer: {
      subject: 'A new password for your account',
      body: [
        'Someone asked for a new password for this account. If it was you, you can choose it until {{validUntil}}:',
        '[Choose a new password](choose-password)',
        'If it was not you, you need do nothing: your password stays as it is.',
      ],
    },
    staff: {
      subject: 'Password reset: {{organisation}}',
      body: [
        'Someone asked for a new password for this account.',
        'Next: choose it before {{validUntil}}. If it was not you, do nothing; the password stays as it is.',
        '[Choose a new password](choose-password)',
      ],
    },
  },

  registration: {
    customer: {
      subject: 'Please confirm your address: {{organisation}}',
      body: [
        'Someone asked for an account at {{organisation}} with this e-mail address. If it was you, please confirm it by {{validUntil}}:',
        '[Confirm address](confirm-address)',
        'If it was not you, you need do nothing: no account is made.',
      ],
    },
    staff: {
      subject: 'Confirm your address: {{organisation}}',
      body: [
        'Someone asked for an account with this e-mail address.',
        'Next: confirm it before {{validUntil}}. If it was not you, do nothing; no account is made.',
        '[Confirm address](confirm-address)',
      ],
    },
  },

  alreadyThere: {
    customer: {
      subject: 'You already have an account at {{organisation}}',
      body: [
        'Someone asked for an account with this e-mail address, and there is one already. You can sign in with your password.',
        'If you no longer know it, you can choose a new one: [Choose a new password](choose-password)',
        'If it was not you, you need do nothing.',
      ],
    },
    staff: {
      subject: 'You already have an account: {{organisation}}',
      body: [
        'Someone asked for an account with this e-mail address, and there is one already.',
        'Next: sign in, or choose a new password. If it was not you, do nothing.',
        '[Choose a new password](choose-password)',
      ],
    },
  },

  passwordChanged: {
    customer: {
      subject: 'Your password was changed',
      body: [
        'The password of your account was changed on {{changedAt}}.',
        'If it was you, you need do nothing now.',
        'If it was not you, please choose a new password and write to us: [Choose a new password](choose-password)',
      ],
    },
    staff: {
      subject: 'Your password was changed: {{organisation}}',
      body: [
        'Your password was changed on {{changedAt}}.',
        'Next: nothing if it was you. If not, choose a new one and tell an administrator.',
        '[Choose a new password](choose-password)',
      ],
    },
  },

  /** To those who manage the settings: customers write, and nobody reads. */
  mailboxSilent: {
    staff: {
      subject: 'The mailbox {{mailbox}} is not read',
      body: [
        'Nothing has been heard from the mailbox {{mailbox}} since {{since}}. Mails that customers send there become no tickets meanwhile. They wait at the mail server, and all are fetched once it answers.',
        'The mail server said: {{said}}',
        'Next: see whether the mail server runs and still takes the password.',
        '[See the mailboxes](see-mailboxes)',
      ],
    },
  },

  /** An administrator tries the mail server. */
  testMail: {
    subject: 'A test from {{organisation}}',
    body: ['Mails from {{organisation}} arrive here.', 'This test was sent on {{at}}, asked for by {{actor}}.'],
  },
} as const
