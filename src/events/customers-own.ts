import { amongStaff } from './among-staff.ts'
import type { Happened } from './happened.ts'

/** A word or a decision of the ticket's customer: who answers it answers them. What anybody notes is among staff. */
export const isCustomersOwn = (
  { happened, actor }: { happened: Happened; actor: string | null },
  customer: string,
): boolean => actor === customer && !amongStaff.includes(happened)
