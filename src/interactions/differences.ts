import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Channel, Interaction } from './interaction.ts'

/** How an interaction differs from how it is built in. */
export type Differences = { enabled: boolean; channels: Channel[] | null; templates: OwnTemplates }

export const asBuiltIn: Differences = { enabled: true, channels: null, templates: {} }

/** By which doors it tells here, when it tells: an administrator may have left some out. */
export const doorsOf = ({ by }: Pick<Interaction, 'by'>, { channels }: Pick<Differences, 'channels'>): Channel[] =>
  by.filter((channel) => channels?.includes(channel) ?? true)
