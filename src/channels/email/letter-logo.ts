import type { Attachment } from './mail.ts'

type Picture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** A picture at the head of a letter: where it is, and how large it is shown. */
export type LetterLogo = { src: string; width: number; height: number }

/** By which the HTML names the picture that goes along. */
export const logoCid = 'logo@organisation'

const height = 28

/** Shown at most so high, and never larger than half its dots: it stays clear on a fine screen. */
const sized = (picture: Picture) => {
  const shown = Math.max(1, Math.min(height, Math.round(picture.height / 2)))
  return { height: shown, width: Math.max(1, Math.round((picture.width * shown) / picture.height)) }
}

export const logoAlong = (picture: Picture): LetterLogo => ({ src: `cid:${logoCid}`, ...sized(picture) })

export const logoWithin = (picture: Picture): LetterLogo => ({ src: dataOf(picture), ...sized(picture) })

/** The organisation's name stands beside it: it says nothing of its own. */
export const logoImage = ({ src, width, height }: LetterLogo): string =>
  `<img src="${src}" width="${width}" height="${height}" alt="" style="display:inline-block;width:${width}px;height:${height}px;border:0;vertical-align:middle">`

export const logoAttachment = ({ png }: Picture): Attachment => ({
  name: 'logo.png',
  type: 'image/png',
  content: png,
  cid: logoCid,
})

/** A kept mail as it is looked at here, where nothing goes along: the picture stands in it, or what it says in its place. */
export const withLogoWithin = (html: string, picture: Picture | null): string =>
  html.replaceAll(`src="cid:${logoCid}"`, picture ? `src="${dataOf(picture)}"` : '')

const dataOf = ({ png }: Picture): string => `data:image/png;base64,${png.toString('base64')}`
