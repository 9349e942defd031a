import { expect, test, vi } from 'vitest'
import { openLive } from './live.ts'

const withServer = (isHidden = false) => {
  const opened: {
    address: string
    source: Pick<EventSource, 'close' | 'onopen' | 'onerror' | 'onmessage'> & { readyState: number }
  }[] = []
  const waiting: { run: () => void; milliseconds: number }[] = []
  let hidden = isHidden
  let seen = () => {}
  const live = openLive('/api/v1/live', {
    sight: { isHidden: () => hidden, watch: (run) => (seen = run) },
    open: (address) => {
      const source = { close: vi.fn<() => void>(), readyState: 0, onopen: null, onerror: null, onmessage: null }
      opened.push({ address, source })
      return source
    },
    later: (run, milliseconds) => waiting.push({ run, milliseconds }),
  })
  const heard: unknown[] = []
  live.subscribe((hint) => heard.push(hint))
  const source = () => opened.at(-1)?.source ?? opened[0]!.source
  const call = (handler: ((this: EventSource, event: never) => unknown) | null, event: unknown = {}) =>
    (handler as ((event: unknown) => void) | null)?.(event)
  return {
    live,
    heard,
    opened,
    waiting,
    turns: (to: 'hidden' | 'seen') => {
      hidden = to === 'hidden'
      seen()
    },
    connects: () => call(source().onopen),
    says: (data: string, lastEventId = '') => call(source().onmessage, { data, lastEventId }),
    breaks: (readyState: number) => {
      source().readyState = readyState
      call(source().onerror)
    },
  }
}

test('a hint reaches whoever listens', () => {
  const { connects, says, heard } = withServer()
  connects()
  says('{"kind":"ticket","ticket":1042}')
  expect(heard).toEqual([{ kind: 'ticket', ticket: 1042 }])
})

test('what is no hint is nobody’s', () => {
  const { connects, says, heard } = withServer()
  connects()
  says('not json')
  says('{"ticket":7}')
  expect(heard).toEqual([])
})

test('a break shows, and so does its end', () => {
  const { live, connects, breaks, says, heard } = withServer()
  connects()
  breaks(0)
  expect(live.status.get()).toBe('reconnecting')
  connects()
  says('{"kind":"catchUp"}')
  expect(live.status.get()).toBe('live')
  expect(heard).toEqual([{ kind: 'catchUp' }])
})

test('where the browser gave up we come back where we were, later each time', () => {
  const { connects, says, breaks, opened, waiting } = withServer()
  connects()
  says('{"kind":"ticket"}', '77')
  breaks(2)
  waiting[0]?.run()
  expect(opened[1]?.address).toBe('/api/v1/live?lastEventId=77')
  breaks(2)
  expect(waiting[1]?.milliseconds).toBeGreaterThan(waiting[0]?.milliseconds ?? Infinity)
})

test('a refusal is told, a break is not: only the one may mean that nobody is signed in', () => {
  const { connects, breaks, heard } = withServer()
  connects()
  breaks(0)
  expect(heard).toEqual([])
  breaks(2)
  expect(heard).toEqual([{ kind: 'refused' }])
})

test('a tab that nobody sees holds no line, so that a seventh tab opens too', () => {
  const { opened, turns } = withServer(true)
  expect(opened).toHaveLength(0)
  turns('seen')
  expect(opened).toHaveLength(1)
})

test('the line is left after a while out of sight, and taken up again where it was', () => {
  const { opened, waiting, turns, connects, says } = withServer()
  connects()
  says('{"kind":"ticket"}', '77')
  turns('hidden')
  turns('seen')
  waiting[0]?.run()
  expect(opened[0]?.source.close).not.toHaveBeenCalled()
  turns('hidden')
  waiting[1]?.run()
  expect(opened[0]?.source.close).toHaveBeenCalledOnce()
  turns('seen')
  expect(opened[1]?.address).toBe('/api/v1/live?lastEventId=77')
})

test('whoever watches the status is told once a change', () => {
  const { live, connects, breaks } = withServer()
  const watcher = vi.fn<() => void>()
  const leave = live.status.subscribe(watcher)
  connects()
  connects()
  breaks(0)
  leave()
  connects()
  expect(watcher).toHaveBeenCalledTimes(2)
})

test('a live line that was closed is not opened again', () => {
  const { live, connects, breaks, waiting, opened } = withServer()
  connects()
  live.close()
  breaks(2)
  waiting[0]?.run()
  expect(opened).toHaveLength(1)
})
