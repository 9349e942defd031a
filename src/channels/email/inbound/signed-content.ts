/**
 * The mail inside of an S/MIME mail that is signed in one piece (RFC 8551, "smime.p7m"): only programs that know S/MIME show
 * it. The signature is not looked at and proves nothing here. Null for what is encrypted, or none.
 */
export function signedContent(der: Buffer): Buffer | null {
  try {
    // ContentInfo: its kind, and the SignedData
    const [kind, signed] = partsOf(elementAt(der, 0))
    if (!kind || !signed || !kind.value.equals(signedData)) return null
    const inner = partsOf(partsOf(signed)[0]!)
    // version, digest algorithms, then the content with its kind
    const content = inner.find(({ tag }, index) => tag === 0x30 && index > 0)
    const [, wrapped] = content ? partsOf(content) : []
    const octets = wrapped && partsOf(wrapped)[0]
    return octets ? bytesOf(octets, 0) : null
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

const signedData = Buffer.from('2a864886f70d010702', 'hex')

type Element = { tag: number; value: Buffer; end: number }

function elementAt(bytes: Buffer, at: number, depth = 0): Element {
  if (depth > 40 || at + 2 > bytes.length) throw new RangeError('cut short')
  const tag = bytes[at]!
  const first = bytes[at + 1]!
  if (first === 0x80) return unmeasured(bytes, at, tag, depth)
  const more = first & 0x80 ? first & 0x7f : 0
  if (more > 4) throw new RangeError('too long')
  const length = more ? bytes.readUIntBE(at + 2, more) : first
  const start = at + 2 + more
  if (start + length > bytes.length) throw new RangeError('cut short')
  return { tag, value: bytes.subarray(start, start + length), end: start + length }
}

/** Its end is marked instead of its length being said (BER): two zeros. */
function unmeasured(bytes: Buffer, at: number, tag: number, depth: number): Element {
  let next = at + 2
  while (bytes[next] !== 0 || bytes[next + 1] !== 0) next = elementAt(bytes, next, depth + 1).end
  return { tag, value: bytes.subarray(at + 2, next), end: next + 2 }
}

function partsOf({ value }: Element): Element[] {
  const parts: Element[] = []
  for (let at = 0; at < value.length && parts.length < 10_000; at = parts.at(-1)!.end) parts.push(elementAt(value, at))
  return parts
}

/** In one piece, or in many (large mails). */
function bytesOf(octets: Element, depth: number): Buffer {
  if (depth > 5) throw new RangeError('too deep')
  if (octets.tag === 0x04) return octets.value
  return Buffer.concat(partsOf(octets).map((part) => bytesOf(part, depth + 1)))
}
