import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { SmallPng } from '../server/files/small-png.server.ts'
import type { Settings } from './settings.ts'

const logoBoxes = {
  /** Twice as fine as a mail shows it. */
  mail: { width: 320, height: 56 },
  paper: { width: 640, height: 256 },
} as const

type Box = keyof typeof logoBoxes

const made = new Map<Box, { logo: string; picture: Promise<SmallPng | null> }>()

/** The organisation's logo for places that fetch nothing; null: it has none. Made once, until another one is set. */
export async function logoPicture(
  db: Kysely<Tables>,
  { logo }: Pick<Settings, 'logo'>,
  box: Box,
): Promise<SmallPng | null> {
  if (logo === null) return null
  const before = made.get(box)
  if (before?.logo === logo) return before.picture
  const picture = draw(db, box)
  made.set(box, { logo, picture })
  picture.catch(() => made.delete(box))
  return picture
}

async function draw(db: Kysely<Tables>, box: Box): Promise<SmallPng | null> {
  const stored = await db.selectFrom('logo').select('bytes').executeTakeFirst()
  if (!stored) return null
  // most organisations have none: then nothing that opens pictures is loaded
  const { smallPng } = await import('../server/files/small-png.server.ts')
  return smallPng(stored.bytes, logoBoxes[box])
}
