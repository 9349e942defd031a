// What stands round every page: where one can go, what is new, and what is said where a page is not there.
export const shell = {
  skip: 'Skip to the content',
  mainNavigation: 'Main navigation',
  openMenu: 'Show the menu',
  closeMenu: 'Hide the menu',
  language: 'Language',
  account: 'Your account',
  signOut: 'Sign out',

  scheme: {
    auto: 'As the device has it',
    light: 'Light',
    dark: 'Dark',
  },

  live: {
    live: 'Shown as it happens',
    connecting: 'Connecting',
    reconnecting: 'Not connected; trying again',
  },

  find: 'Find or go to',
  emptyDesk: {
    says: 'Nobody in {{group}} is active: what concerns it goes to the administrators.',
    show: 'Show the group',
  },

  nav: {
    myRequests: 'My requests',
    newRequest: 'New request',
    administration: 'Administration',
    people: 'People',
  },

  notCopied: 'It could not be copied. Please mark it and copy it by hand.',
  unsaved: {
    title: 'Close without saving?',
    text: 'What you entered here is not saved yet and would be lost.',
    leave: 'Close without saving',
    back: 'Go on editing',
  },

  notices: {
    cameBack: {
      reply: '{{number}}: your reply was not sent. It waits there as a draft.',
      note: '{{number}}: your note was not added. It waits there as a draft.',
      'propose-solution': '{{number}}: your solution was not proposed. It waits there as a draft.',
    },
    toDraft: 'View',
    exportReady: 'Your export is ready: {{rows}}. Download it.',
    makeAgain: 'Make it again',
    exportFailed: 'Your export could not be written. Please try again.',
    title: 'Notifications',
    unread: 'Notifications, {{unread}}',
    manyUnread: 'more than {{count, number}} unread',
    new: 'New',
    readAll: 'Mark all as read',
    none: 'Nothing new',
    noneText: 'What concerns you will be shown here.',
    loading: 'Loading notifications',
    failed: 'The notifications could not be loaded',
  },

  toasts: 'What just happened',
  dismiss: 'Dismiss',
  loading: 'Loading',
  showMore: 'Show more',
  retry: 'Try again',
  toNewest: 'To the newest',
  copyReference: 'Copy reference {{reference}}',

  notFound: {
    title: 'Nothing is here',
    text: 'There is nothing at this address, or this account may not see it.',
    home: 'Go to the start page',
  },
  refused: {
    title: 'This account may not see this',
    text: 'An administrator can give it the permission.',
  },
  failed: {
    title: 'This page could not be loaded',
    text: 'Something failed on our side. What you wrote is kept.',
    offline: 'The server cannot be reached',
    offlineText: 'Please check the connection. What you wrote is kept.',
    newer: 'There is a newer version',
    newerText: 'Please load the page again. What you wrote is kept.',
    reload: 'Load again',
  },
} as const
