export type SmallPng = { png: Buffer; width: number; height: number }

/** As PNG, which every mail program and paper shows, no larger than the box; null where it is no picture. */
export async function smallPng(bytes: Uint8Array, box: { width: number; height: number }): Promise<SmallPng | null> {
  try {
    const { pictureIn } = await import('./careful-sharp.server.ts')
    const { data, info } = await pictureIn(bytes)
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
