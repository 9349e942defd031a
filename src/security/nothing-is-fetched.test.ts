import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeInMail } from '../conversation/mail-in/take-in-mail.server.ts'
import { openWorker } from '../start/open-worker.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

// Class 11 and 12: whatever people write, attach and mail names a listener here, in every notation; it must hear nothing.

let web: TestWeb
let listener: Server
const heard: string[] = []
let places: string[]

beforeAll(async () => {
  listener = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    // whoever follows would be led on
    response.writeHead(302, { location: `http://127.0.0.1:${port()}/led-on` }).end()
  })
  await new Promise<void>((there) => listener.listen(0, '::', there))
  places = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0',
  ].map((host) => `http://${host}:${port()}/`)
  web = await openTestWeb()
})
afterAll(async () => {
  await web?.close()
  listener.closeAllConnections()
  await new Promise((closed) => listener.close(closed))
})

const port = (): number => (listener.address() as AddressInfo).port

/** Every way that a renderer, a cleaner or a preview has ever been made to fetch by. */
const hostile = (place: string): string => `
  <img src="${place}img" srcset="${place}set 2x"><link rel="stylesheet" href="${place}css"><style>@import url(${place}import);
  body { background: url(${place}background) }</style><iframe src="${place}frame"></iframe><object data="${place}object"></object>
  <embed src="${place}embed"><video src="${place}video" poster="${place}poster"></video><body background="${place}old">
  <svg xmlns="http://www.w3.org/2000/svg"><image href="${place}svg"/><use href="${place}use#x"/></svg>
  <meta http-equiv="refresh" content="0;url=${place}refresh"><script src="${place}script"></script>
  ![picture](${place}markdown) [link](${place}link) <${place}auto> ${place}plain #image("${place}typst") file:///etc/passwd`

const svg = (place: string): string =>
  `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${place}entity">]><?xml-stylesheet href="${place}sheet"?>
  <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">
  <image href="${place}picture" xlink:href="${place}xlink" width="64" height="64"/><text>&x;</text><image href="file:///etc/passwd"/></svg>`

test('class 11: nothing that people write, attach or mail makes the server ask an address', async () => {
  const worker = await openWorker(web.installation, { secret: web.secret, address: web.address, onTrouble: () => {} })
  try {
    for (const place of places) {
      const text = hostile(place)
      const file = await fetch(`${web.address}/api/v1/files`, {
        method: 'POST',
        headers: {
          cookie: web.cookies.get('salma')!,
          origin: web.address,
          'content-type': 'application/octet-stream',
          'x-file-name': 'picture.svg',
          'x-file-type': 'image/svg+xml',
        },
        body: svg(place),
      })
      const { id } = (await file.json()) as { id: string }
      expect((await web.get('salma', `/api/v1/files/${id}/preview`)).status).toBe(404)
      const body = { title: `Look at ${place}`, description: text, files: [id] }
      const { status, body: ticket } = await web.post('salma', '/api/v1/tickets', body)
      expect(status).toBe(201)
      const path = `/api/v1/tickets/${ticket.number}`
      expect((await web.post('salma', `${path}/reply`, { text })).status).toBe(200)
      expect((await web.post('mariam', `${path}/close`, { reason: text })).status).toBe(200)
      await web.get('mariam', `${path}/conversation`)
      const logo = `data:image/svg+xml;base64,${Buffer.from(svg(place)).toString('base64')}`
      expect((await web.ask('adam', 'PATCH', '/api/v1/settings', { logo })).status).toBe(422)
      const mail = `From: salma@example.com\r\nTo: help@example.com\r\nSubject: ${place}\r\nMessage-ID: <${ticket.number}@x>\r\nContent-Type: text/html\r\nContent-Location: ${place}location\r\nDisposition-Notification-To: salma@example.com\r\n\r\n${text}`
      await takeInMail({ desk: web.desk, secret: web.secret }, Buffer.from(mail), {
        id: null,
        group: null,
        trustedServer: null,
      })
    }
    for (const path of ['/api/v1/queries/closed-tickets', '/api/v1/inbound-mails', '/api/v1/mails'])
      expect((await web.get('adam', path)).status).toBeOneOf([200, 403])
    // long enough for the tellings and mails to be put into words
    await expect
      .poll(async () => (await web.get('adam', '/api/v1/mails')).body.items.length)
      .toBeGreaterThan(places.length)
    await pause(500)
    expect(heard).toEqual([])
  } finally {
    await worker.stop()
  }
})
