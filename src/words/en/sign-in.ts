// Before anybody is known. The same words for customers and staff, so plain and without a word of ours.
export const signIn = {
  title: 'Sign in',
  toGoOn: 'Please sign in to go on. What you wrote is kept.',
  email: 'E-mail address',
  password: 'Password',
  forgot: 'Forgot your password?',
  backToSignIn: 'Back to sign in',

  forgotTitle: 'A new password',
  forgotText: 'We send you a link with which you can choose a new password.',
  sendMail: 'Send me a link',
  mailSent: 'Please look at your e-mails',
  mailSentText: 'If there is an account for {{email}}, a link is on its way. It is valid for one hour.',

  resetTitle: 'Choose a new password',
  resetText: 'After that you sign in with it. Other devices are signed out.',
  resetOver: 'A link works once, for one hour. We can send you a new one.',
  invitationTitle: 'Choose a password',
  invitationText: 'With it you sign in from now on.',
  invitationOver: 'A link works once, for seven days. We can send you a new one.',
  linkOver: 'This link is no longer valid',

  newPassword: 'New password',
  passwordHint: 'At least {{min, number}} characters. A few words in a row are good.',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  savePassword: 'Save the password',
  passwordSaved: 'Your new password is saved',
  passwordSavedText: 'You can sign in with it now.',
} as const
