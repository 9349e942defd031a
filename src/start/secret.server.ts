import { randomBytes } from 'node:crypto'
import { link, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { shortestSecret, type Config } from '../server/config.ts'
import { syncFolder } from '../server/files/sync-folder.server.ts'
import { writeBeside } from '../server/files/write-beside.server.ts'

type Place = Pick<Config, 'secret' | 'data'>

/** The secret that signs sessions and tokens: given, or made once and kept in the data folder for its owner alone. */
export async function secretOf(config: Place): Promise<string> {
  const there = await secretThere(config)
  if (there !== null) return there
  await makeSecret(fileIn(config))
  return secretOf(config)
}

/** For a command that looks at what is there: one of its own making would be taken for the installation's. */
export async function existingSecret(config: Place): Promise<string> {
  const there = await secretThere(config)
  if (there !== null) return there
  throw new Error(
    `The secret of this installation is not in ${resolve(config.data)}. Give this command the environment that the server has: ` +
      'SANAD_DATA names its data folder, where its secret lies, or SANAD_SECRET gives it.',
  )
}

const fileIn = ({ data }: Place): string => join(data, 'secret')

async function secretThere(config: Place): Promise<string | null> {
  if (config.secret) return config.secret
  const kept = await readFile(fileIn(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (kept === null) return null
  const secret = kept.trim()
  if (secret.length >= shortestSecret) return secret
  const file = resolve(fileIn(config))
  throw new Error(
    `The secret in ${file} is not whole: it has ${secret.length} characters of at least ${shortestSecret}. Put the one back that ` +
      `lies in a backup as “secret”. Where there is none, remove ${file}, and the next start makes another: people then sign in ` +
      'anew, and second factors and stored passwords are set up anew.',
  )
}

/** A link is made once: of two processes that start at once, one makes it and both read it, whole. */
async function makeSecret(file: string): Promise<void> {
  const beside = await writeBeside(file, randomBytes(32).toString('base64url'))
  try {
    await link(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(beside, { force: true })
  }
  await syncFolder(dirname(file))
}
