import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('a bucket is named whole or not at all', () => {
  const whole = { S3_BUCKET: 'files', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' }
  expect(readConfig({}).s3).toBeUndefined()
  expect(readConfig(whole).s3).toEqual({ bucket: 'files', accessKey: 'a', secretKey: 'b', region: 'us-east-1' })
  expect(readConfig({ ...whole, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_REGION: 'eu' }).s3).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    region: 'eu',
  })
  for (const missing of Object.keys(whole))
    expect(() => readConfig({ ...whole, [missing]: '' })).toThrow(/belong together/u)
  expect(() => readConfig({ ...whole, S3_ENDPOINT: 'minio:9000' })).toThrow(/S3_ENDPOINT/u)
})
