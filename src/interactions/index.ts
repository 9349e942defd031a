import { askOwnerForFeedback } from './ask-owner-for-feedback/ask-owner-for-feedback.ts'
import { notifyCustomerOfReceipt } from './notify-customer-of-receipt/notify-customer-of-receipt.ts'
import { notifyDeskOfNewTicket } from './notify-desk-of-new-ticket/notify-desk-of-new-ticket.ts'
import { notifyDeskToReviewSolution } from './notify-desk-to-review-solution/notify-desk-to-review-solution.ts'
import { notifyRepresentativeOfApproval } from './notify-representative-of-approval/notify-representative-of-approval.ts'
import { notifyRepresentativeOfAssignment } from './notify-representative-of-assignment/notify-representative-of-assignment.ts'
import { remindCustomerOfSolution } from './remind-customer-of-solution/remind-customer-of-solution.ts'
import { tellCustomerOfDuplicate } from './tell-customer-of-duplicate/tell-customer-of-duplicate.ts'
import { tellCustomerOfReopening } from './tell-customer-of-reopening/tell-customer-of-reopening.ts'
import { tellCustomerOfReply } from './tell-customer-of-reply/tell-customer-of-reply.ts'
import { tellCustomerOfSharedSolution } from './tell-customer-of-shared-solution/tell-customer-of-shared-solution.ts'
import { tellCustomerOfSolution } from './tell-customer-of-solution/tell-customer-of-solution.ts'
import { tellDeskOfPoorRating } from './tell-desk-of-poor-rating/tell-desk-of-poor-rating.ts'
import { tellGroupOfGiveBack } from './tell-group-of-give-back/tell-group-of-give-back.ts'
import { tellOfRelease } from './tell-of-release/tell-of-release.ts'
import { tellOfWithdrawal } from './tell-of-withdrawal/tell-of-withdrawal.ts'
import { tellPersonOfMention } from './tell-person-of-mention/tell-person-of-mention.ts'
import { tellRepresentativeOfReturn } from './tell-representative-of-return/tell-representative-of-return.ts'
import { tellStaffOfCancellation } from './tell-staff-of-cancellation/tell-staff-of-cancellation.ts'
import { tellStaffOfDecline } from './tell-staff-of-decline/tell-staff-of-decline.ts'
import { tellStaffOfReopening } from './tell-staff-of-reopening/tell-staff-of-reopening.ts'
import { tellStaffOfReply } from './tell-staff-of-reply/tell-staff-of-reply.ts'
import type { Happened } from '../events/happened.ts'
import type { Interaction } from './interaction.ts'

/** Everything that people are told of: an interaction is its folder and its line here. */
export const interactions: readonly Interaction[] = [
  notifyDeskOfNewTicket,
  notifyCustomerOfReceipt,
  notifyRepresentativeOfAssignment,
  notifyDeskToReviewSolution,
  notifyRepresentativeOfApproval,
  askOwnerForFeedback,
  tellCustomerOfSolution,
  tellCustomerOfSharedSolution,
  remindCustomerOfSolution,
  tellRepresentativeOfReturn,
  tellStaffOfDecline,
  tellCustomerOfDuplicate,
  tellStaffOfReopening,
  tellCustomerOfReopening,
  tellStaffOfReply,
  tellCustomerOfReply,
  tellPersonOfMention,
  tellDeskOfPoorRating,
  tellStaffOfCancellation,
  tellGroupOfGiveBack,
  tellOfWithdrawal,
  tellOfRelease,
]

/** The names of those that listen to a kind of event. */
export const listenersTo = (happened: Happened): string[] =>
  interactions.filter(({ on }) => on.includes(happened)).map(({ name }) => name)

export const interactionNamed = (name: string): Interaction | undefined =>
  interactions.find((declared) => declared.name === name)
