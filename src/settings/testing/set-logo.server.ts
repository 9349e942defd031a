import sharp from 'sharp'
import type { TestDesk } from '../../testing/desk.server.ts'
import { writeLogo } from '../logo.write.server.ts'

/** A logo of this colour, as an organisation has one. */
export async function setLogo({ database, clock, setSettings }: TestDesk, background: string): Promise<void> {
  const bytes = await sharp({ create: { width: 240, height: 120, channels: 3, background } })
    .png()
    .toBuffer()
  const written = (change: Parameters<typeof writeLogo>[0]) =>
    writeLogo(change, { type: 'image/png', bytes }, clock.now())
  await setSettings({ logo: await database.primary.transaction().execute(written) })
}
