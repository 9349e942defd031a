import sharp from 'sharp'

/**
 * Pictures that others sent, made anew: what was hidden in the file (scripts, tracks, places) is not in what comes out. Only
 * formats that cameras and screens write are opened at all; SVG and PDF are programs, and no program is run here.
 */
const opened = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif']
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: opened })
// a picture leaves the other core to those who work
sharp.concurrency(1)
sharp.cache(false)

const mostPixels = 50_000_000
const patience = 10

/** Throws on what is damaged, larger than fifty million pixels, or takes more than ten seconds. Turned as its camera says. */
export const pictureIn = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, animated: false })
    .timeout({ seconds: patience })
    .rotate()
