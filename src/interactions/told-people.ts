/**
 * Whom an interaction tells, in kinds of people: what may be muted, what an account lists and how a preview is drawn go by it. Who
 * they are in each case is the interaction's own `to`.
 */
export type ToldPeople = 'supportDesk' | 'customer' | 'assignee' | 'group' | 'author' | 'participants' | 'mentioned'

const told: Record<string, readonly ToldPeople[]> = {
  'notify-desk-of-new-ticket': ['supportDesk'],
  'notify-customer-of-receipt': ['customer'],
  'notify-representative-of-assignment': ['assignee', 'group', 'supportDesk'],
  'notify-desk-to-review-solution': ['supportDesk'],
  'notify-representative-of-approval': ['author', 'assignee'],
  'ask-owner-for-feedback': ['customer'],
  'tell-customer-of-solution': ['customer'],
  'tell-customer-of-shared-solution': ['customer'],
  'remind-customer-of-solution': ['customer'],
  'tell-representative-of-return': ['author', 'assignee', 'group', 'supportDesk'],
  'tell-staff-of-decline': ['author', 'assignee', 'supportDesk'],
  'tell-customer-of-duplicate': ['customer'],
  'tell-staff-of-reopening': ['assignee', 'author', 'supportDesk'],
  'tell-customer-of-reopening': ['customer'],
  'tell-staff-of-reply': ['assignee', 'group', 'participants', 'supportDesk'],
  'tell-customer-of-reply': ['customer'],
  'tell-person-of-mention': ['mentioned'],
  'tell-desk-of-poor-rating': ['supportDesk'],
  'tell-staff-of-cancellation': ['assignee', 'supportDesk'],
  'tell-group-of-give-back': ['group', 'supportDesk'],
  'tell-of-withdrawal': ['supportDesk', 'customer'],
  'tell-of-release': ['group', 'supportDesk'],
}

/** Nobody for what is not among the built-in ones. */
export const toldPeople = (name: string): readonly ToldPeople[] => told[name] ?? []

/** From which side a variant is read; a customer's mail has a greeting and the path. */
export const sideOfVariant = (name: string, variant: string | undefined): 'staff' | 'customer' =>
  variant === 'customer' || toldPeople(name)[0] === 'customer' ? 'customer' : 'staff'
