import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { after, type WorkflowSettings } from './workflow-settings.ts'

/** What a solution that goes out sets on the ticket. The setting as it stands now decides whether a verdict is asked. */
export function offered(at: Date, settings: WorkflowSettings): Partial<Ticket> {
  return {
    offered_at: at,
    asks_verdict: settings.confirmation,
    answered: false,
    last_public_at: at,
    ...silence(at, settings),
  }
}

/**
 * The clock of silence, started by an offer and anew by each public message of staff: halfway a reminder, then the closing.
 * Where no verdict is asked there is nothing to remind of.
 */
export function silence(at: Date, settings: WorkflowSettings): Pick<Ticket, 'due' | 'due_at'> {
  return settings.confirmation
    ? { due: 'remind', due_at: after(at, settings.silenceDays / 2) }
    : { due: 'closeBySilence', due_at: after(at, settings.silenceDays) }
}
