// What people are told, one object per interaction, named as its folder under src/interactions/. Each has
//   subject    the heading of the mail; its subject is the ticket's (parts.aboutRequest, parts.aboutTicket)
//   inProduct  the notification's line, also the mail's preview line
//   body       paragraphs of the mail; a line of people's text ({{title}}, {{solution}}) is a paragraph of its own
// and variants of each by ending: subject_group, body_noConfirm. `opening`, `pending`, `why` are parts that stand where a body
// says {{opening}}. A button is written [label](action) and closes its paragraph; the actions are named in ../template.ts.
// An empty variable takes its paragraph with it (in a subject or line: the punctuation before it), so no text needs logic.
// Customers' mails: greeting, body, signature, canReply or cannotReply, private. Staff's mails: body,
// answersCustomer or answersStaff, why.
import { toCustomers } from './interactions-to-customers.ts'
import { toStaff } from './interactions-to-staff.ts'

export const interactions = {
  parts: {
    /** The subject of every mail about a ticket: one for all of them, so that mail programs show one conversation. */
    aboutRequest: 'Your request {{number}}: {{title}}',
    aboutTicket: 'Ticket {{number}}: {{title}}',
    greeting: 'Hello {{name}},',
    signature: 'The support team at {{organisation}}',
    canReply: 'To write to us, just reply to this e-mail: your message joins the request.',
    cannotReply: 'Replies to this e-mail are not read. Please write to us on the page of your request.',
    verdict: 'If you reply to this e-mail, we get it as a message. To say yes or no, please use the buttons.',
    private: 'This link opens your request without a password. Please keep it to yourself.',
    answersCustomer: 'If you reply to this e-mail, your answer goes to the customer.',
    answersStaff: 'If you reply to this e-mail, your answer becomes a note; the customer does not see it.',
    why: 'You get this because {{why}}. [Notification settings](notification-settings)',
    why_group: 'you are in {{group}}',
    why_standsIn: 'nobody in {{group}} is active, and you are an administrator',
    why_assignee: 'the ticket is yours',
    why_participant: 'you take part in it',
  },
  ...toCustomers,
  ...toStaff,
} as const
