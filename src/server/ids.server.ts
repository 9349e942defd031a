import { v7 } from 'uuid'

/** Time-ordered ids (UUIDv7), made by the application so that no table needs a sequence. */
export const newId = (): string => v7()
