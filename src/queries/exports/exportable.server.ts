import type { Readable } from 'node:stream'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { ExportFormat } from './exports.ts'

/** What can be exported, by the last part of its address: which filters it takes, and how its rows become a file. */
export type Exportable = {
  /** Refuses what the query would refuse. */
  check: (desk: Desk, actor: Person, filters: Record<string, unknown>) => Promise<void>
  write: (
    desk: Desk,
    actor: Person,
    filters: Record<string, unknown>,
    format: ExportFormat,
    onRows: (rows: number) => void,
  ) => Promise<Readable>
}
export type Exportables = Readonly<Record<string, Exportable>>
