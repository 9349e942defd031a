// Compressed RTF as Outlook packs it (MS-OXRTFCP): a window of 4,096 bytes that begins filled with what most RTF begins with.

const compressed = 0x75465a4c
const plain = 0x414c454d
/** Nobody writes so much; what says to be more is cut here. */
const mostBytes = 8 * 1024 * 1024

const beginning = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)

/** Null for what is none; what is cut short gives what there was. */
export function unpackRtf(packed: Buffer): Buffer | null {
  if (packed.length < 16) return null
  const rawSize = Math.min(packed.readUInt32LE(4), mostBytes)
  const kind = packed.readUInt32LE(8)
  if (kind === plain) return packed.subarray(16, 16 + rawSize)
  return kind === compressed ? expanded(packed.subarray(16), rawSize) : null
}

function expanded(packed: Buffer, rawSize: number): Buffer {
  const window = Buffer.alloc(4096, 0x20)
  beginning.copy(window)
  let next = beginning.length
  const out = Buffer.alloc(rawSize)
  let length = 0
  const put = (byte: number): void => {
    window[next] = byte
    next = (next + 1) % 4096
    if (length < rawSize) out[length++] = byte
  }
  for (let at = 0; at < packed.length && length < rawSize;) {
    const flags = packed[at++]!
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed[at++]!)
        continue
      }
      if (at + 2 > packed.length) return out.subarray(0, length)
      const reference = packed.readUInt16BE(at)
      at += 2
      const from = reference >> 4
      // a reference to where the next byte goes is the end
      if (from === next) return out.subarray(0, length)
      for (let each = 0; each < (reference & 15) + 2; each++) put(window[(from + each) % 4096]!)
    }
  }
  return out.subarray(0, length)
}
