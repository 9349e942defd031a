import { readdirSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { outcomeOf, quantile, secondsUntil, statusOf, within } from '../outcome.server.ts'
import { mustStart, type Running } from '../processes.server.ts'
import { openScene } from '../scene.server.ts'

async function memoryOf(server: Running): Promise<number> {
  const text = await (await fetch(`${server.address}/metrics`)).text()
  return Number(/^sanad_process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6
}

const open = (server: Running): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port: Number(new URL(server.address).port) })
    socket.once('connect', () => resolve(socket)).once('error', reject)
    socket.on('error', () => {})
  })

export const badUploads: Fault = {
  name: 'uploads without end, byte by byte, of another length, cut before the end',
  async run() {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    const cookie = scene.cookies.get('salma')!
    const head = (length: string) =>
      `POST /api/v1/files HTTP/1.1\r\nhost: ${new URL(server.address).host}\r\norigin: ${server.address}\r\ncookie: ${cookie}\r\n` +
      `content-type: application/octet-stream\r\nx-file-name: x.bin\r\n${length}\r\n\r\n`
    /** What the server says to what is sent, and how much of it got through. */
    async function send(length: string, pieces: () => Generator<Buffer>, pauseMs = 0) {
      const socket = await open(server)
      let said = ''
      socket.on('data', (bytes) => (said += bytes.toString()))
      const ended = new Promise((resolve) => socket.once('close', resolve))
      socket.write(head(length))
      let sent = 0
      for (const piece of pieces()) {
        if (said !== '' || socket.destroyed) break
        sent += piece.length
        if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), ended])
        if (pauseMs > 0) await pause(pauseMs)
      }
      for (let wait = 0; wait < 30 && said === '' && !socket.destroyed; wait++) await pause(100)
      socket.destroy()
      return { status: Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1] ?? 0), sent }
    }
    const piece = Buffer.alloc(1 << 20)
    const megabytes = (count: number) =>
      function* () {
        for (let index = 0; index < count; index++) yield piece
      }
    const chunked = (amount: number) =>
      function* () {
        for (let index = 0; index < amount; index++) yield Buffer.from('1\r\nx\r\n')
        yield Buffer.from('0\r\n\r\n')
      }
    const wrong: string[] = []
    try {
      await send('content-length: 1048576', megabytes(1))
      const before = await memoryOf(server)
      const large = await send('content-length: 104857600', megabytes(100))
      const rise = (await memoryOf(server)) - before
      if (large.status !== 413) wrong.push(`100 MB were answered with ${large.status}`)
      if (rise > 60) wrong.push(`100 MB took ${rise.toFixed(0)} MB of memory`)
      const bytes = await send('transfer-encoding: chunked', chunked(2_000))
      if (bytes.status !== 201) wrong.push(`byte by byte was answered with ${bytes.status}`)
      // it says two megabytes and sends one, then hangs up; and hangs up just before the end
      for (const sent of [1, 19]) await send('content-length: 20971520', megabytes(sent))
      await secondsUntil(async () => readdirSync(join(scene.environment.SANAD_DATA, 'files/.begun')).length === 0, 20)
      const left = readdirSync(join(scene.environment.SANAD_DATA, 'files/.begun')).length
      if (left > 0) wrong.push(`${left} pieces were left behind`)
      const rows = await scene.number('select count(*) from upload')
      if (rows !== 2) wrong.push(`${rows} files were taken instead of 2`)
      await scene.driver('uploads', () => [server.address]).run(20, 4)
      await scene.settled()
      return await outcomeOf(
        scene,
        `413 after ${(large.sent / 1e6).toFixed(0)} MB, memory + ${rise.toFixed(0)} MB, nothing left behind`,
        wrong,
      )
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}

export const slowClients: Fault = {
  name: 'connections that never finish asking',
  async run(full) {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    const amount = full ? 2_000 : 400
    const cookie = scene.cookies.get('mariam')!
    const path = '/api/v1/queries/incoming-requests'
    async function p95(): Promise<number> {
      const times: number[] = []
      for (let index = 0; index < 60; index++) {
        const start = performance.now()
        await statusOf(server.address, path, cookie)
        times.push(performance.now() - start)
      }
      return quantile(
        times.sort((one, other) => one - other),
        0.95,
      )
    }
    try {
      const driver = scene.driver('slow', () => [server.address])
      await driver.run(30, 4)
      await p95()
      const before = await p95()
      const sockets = await Promise.all(Array.from({ length: amount }, () => open(server)))
      let closed = 0
      for (const socket of sockets) socket.on('close', () => closed++)
      const half = `POST /api/v1/tickets HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n`
      sockets.forEach((socket, index) => socket.write(index % 2 === 0 ? half : `${half}\r\n{"title":`))
      const drip = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write('x')), 2_000)
      const during = await p95()
      const closedAfter = await secondsUntil(async () => closed === amount, 60)
      clearInterval(drip)
      await driver.run(20, 4)
      await scene.settled()
      const wrong = within('closing them all', closedAfter, 40)
      if (during > Math.max(before * 2, before + 30))
        wrong.push(`others waited ${during.toFixed(0)} ms instead of ${before.toFixed(0)}`)
      const note = `${amount} of them: p95 of others ${before.toFixed(0)} → ${during.toFixed(0)} ms, all closed after ${closedAfter.toFixed(0)} s`
      return await outcomeOf(scene, note, wrong)
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}
