import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Channel } from './interaction.ts'

/** How an interaction differs from how it is built in. */
export type Differences = { enabled: boolean; channels: Channel[] | null; templates: OwnTemplates }

export const asBuiltIn: Differences = { enabled: true, channels: null, templates: {} }
