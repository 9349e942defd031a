import sharp from 'sharp'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8fb7ba' } })

async function sent(who: Character, content: Buffer | string, name: string): Promise<string> {
  const response = await fetch(`${web.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: web.cookies.get(who)!,
      origin: web.address,
      'content-type': 'application/octet-stream',
      'x-file-name': name,
    },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })
  return ((await response.json()) as { id: string }).id
}

const previewed = async (who: Character, id: string) => {
  const response = await fetch(`${web.address}/api/v1/files/${id}/preview`, {
    headers: { cookie: web.cookies.get(who)! },
  })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a picture is shown from a copy that is made anew', () => {
  test('small, as WebP, and without what was hidden in it', async () => {
    const hidden = 'GPS 24.7136 46.6753'
    const photo = await picture(3000, 2000)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: hidden } })
      .toBuffer()
    expect(photo.includes(hidden)).toBe(true)
    const { status, headers, bytes } = await previewed('salma', await sent('salma', photo, 'photo.jpg'))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/webp')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 1024, height: 683 })
    expect(bytes.includes(hidden)).toBe(false)
  })

  test('PNG, GIF and WebP too; a small one is not blown up', async () => {
    for (const format of ['png', 'gif', 'webp'] as const) {
      const { status, bytes } = await previewed(
        'salma',
        await sent('salma', await picture(40, 30).toFormat(format).toBuffer(), `x.${format}`),
      )
      expect([format, status]).toEqual([format, 200])
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 30 })
    }
  })

  test('for nobody who may not have the file', async () => {
    const id = await sent('salma', await picture(10, 10).png().toBuffer(), 'x.png')
    expect((await previewed('pierre', id)).status).toBe(404)
    expect((await previewed('mariam', id)).status).toBe(404)
  })
})

describe('nothing else is opened', () => {
  test.each([
    ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.png'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'x.jpg'],
    ['a document', '%PDF-1.7\n', 'x.png'],
    ['half a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'x.png'],
    ['nothing', Buffer.alloc(1), 'x.gif'],
  ])('%s', async (_what, content, name) => {
    expect((await previewed('salma', await sent('salma', content, name))).status).toBe(404)
  })

  test('a small file that unpacks to a wall of pixels', async () => {
    const bomb = pngOf(8_000, 8_000)
    expect(bomb.length).toBeLessThan(50_000)
    expect((await previewed('salma', await sent('salma', bomb, 'bomb.png'))).status).toBe(404)
    // whole, as one that is not quite as large shows: it is refused for its size alone
    expect((await previewed('salma', await sent('salma', pngOf(7_000, 7_000), 'wall.png'))).status).toBe(200)
  })
})

/** A whole PNG of so many black pixels, eight of them a byte. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
