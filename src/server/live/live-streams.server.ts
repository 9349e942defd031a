import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** An open stream of server-sent events to one person's page. */
export type Stream<Caller> = {
  caller: Caller
  send(event: LiveEvent): void
  close(): void
  readmit(): Promise<Caller | null>
}

/** What a page hears: that something changed, and which ticket; never what. */
export type LiveEvent =
  | { kind: 'ticket' | 'presence'; ticket: number }
  | { kind: 'notices' }
  | { kind: 'figures' }
  | { kind: 'rights' }
  | { kind: 'catchUp' }

export type LiveStreams<Caller> = {
  open(response: ServerResponse, caller: Caller, readmit: () => Promise<Caller | null>): void
  each(work: (stream: Stream<Caller>) => void): void
  /** Looks again who everybody is; who may no longer be here is sent away, who may do other things hears of it. */
  recheck(): Promise<void>
  count(): number
  stop(): void
}

const heartbeatMs = 15_000
const atOnce = 10
const betweenRoundsMs = 1_000

/** `isOther`: whether somebody may do other things than before. */
export function openLiveStreams<Caller>(isOther: (before: Caller, now: Caller) => boolean): LiveStreams<Caller> {
  const streams = new Set<Stream<Caller>>()
  const beat = setInterval(() => streams.forEach((stream) => (stream as Beating).beat()), heartbeatMs)
  beat.unref()
  type Beating = Stream<Caller> & { beat(): void }

  function open(response: ServerResponse, caller: Caller, readmit: () => Promise<Caller | null>): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    const write = (text: string) => void (response.writableEnded || response.write(text))
    const stream: Beating = {
      caller,
      readmit,
      send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
      beat: () => write(': \n\n'),
      close: () => response.end(),
    }
    streams.add(stream)
    response.on('close', () => streams.delete(stream))
    // the page may have missed something while it was away
    write('retry: 1000\n\n')
    stream.send({ kind: 'catchUp' })
    // a session may have ended between the question whose it is and now: whoever was told of that did not find this stream
    void recheckOne(stream)
  }

  async function recheckOne(stream: Stream<Caller>): Promise<void> {
    const caller = await stream.readmit().catch(() => stream.caller)
    if (caller === null) return stream.close()
    const before = stream.caller
    stream.caller = caller
    if (isOther(before, caller)) stream.send({ kind: 'rights' })
  }

  let running: Promise<void> | undefined
  let wantedAgain = false
  let nextRound = 0

  /**
   * One round at a time, one a second, and few questions at once: however often rights change, thousands of pages ask in turn.
   * The first change after a lull is looked at right away.
   */
  function recheck(): Promise<void> {
    wantedAgain = true
    running ??= rounds().finally(() => (running = undefined))
    return running
  }

  async function rounds(): Promise<void> {
    while (wantedAgain) {
      const early = nextRound - performance.now()
      if (early > 0) await pause(early, undefined, { ref: false })
      nextRound = performance.now() + betweenRoundsMs
      wantedAgain = false
      const waiting = [...streams].values()
      const ask = async () => {
        for (const stream of waiting) await recheckOne(stream)
      }
      await Promise.all(Array.from({ length: atOnce }, ask))
    }
  }

  return {
    open,
    each: (work) => streams.forEach(work),
    recheck,
    count: () => streams.size,
    stop() {
      clearInterval(beat)
      streams.forEach((stream) => stream.close())
    },
  }
}
