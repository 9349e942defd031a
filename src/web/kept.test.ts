import { afterEach, expect, test, vi } from 'vitest'
import { keptInTab, keptOnDevice } from './kept.ts'

afterEach(() => vi.unstubAllGlobals())

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

test('what a tab keeps is not what the device keeps, and each is forgotten by its name', () => {
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('localStorage', storage())
  keptInTab.write('a', 'in the tab')
  keptOnDevice.write('a', '{"on":"the device"}')
  expect(keptInTab.read('a')).toBe('in the tab')
  expect(keptOnDevice.readJson('a')).toEqual({ on: 'the device' })
  keptInTab.forget('a')
  expect([keptInTab.read('a'), keptOnDevice.read('a')]).toEqual([undefined, '{"on":"the device"}'])
})

test('a browser that keeps nothing, or something that is not ours, is as if nothing lay there', () => {
  const refusing = () => {
    throw new Error('The storage is full, or forbidden')
  }
  vi.stubGlobal('sessionStorage', { getItem: refusing, setItem: refusing, removeItem: refusing })
  vi.stubGlobal('localStorage', { ...storage(), getItem: () => 'half a {' })
  keptInTab.write('a', 'text')
  keptInTab.forget('a')
  expect([keptInTab.read('a'), keptInTab.readJson('a'), keptOnDevice.readJson('a')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
