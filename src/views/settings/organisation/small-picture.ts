// A logo as it is stored: small, and a picture of dots, since a drawing (SVG) can carry scripts. The browser does it.
import { mostPictureBytes } from '../../../settings/picture.ts'

const mostSide = 256
/** A data address has 4 letters for 3 bytes. */
const mostLetters = (mostPictureBytes / 3) * 4

/** A data address, or nothing where the file is no picture. */
export async function smallPicture(file: File): Promise<string | undefined> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return fitting(image)
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}

function fitting(image: HTMLImageElement): string | undefined {
  // a drawing may name no size
  const [width, height] = [image.naturalWidth || mostSide, image.naturalHeight || mostSide]
  for (let side = mostSide; side >= 32; side /= 2) {
    const scale = Math.min(1, side / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const picture = canvas.toDataURL('image/png')
    if (picture.length <= mostLetters) return picture
  }
  return undefined
}
