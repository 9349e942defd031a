import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { notRun } from './not-run.server.ts'

export const hasDovecot = spawnSync('dovecot', ['--version']).status === 0

export const sayNotRun = (name: string): void => notRun(name, 'dovecot is not installed: apt-get install dovecot-imapd')

const mailPassword = 'a_password_for_mails'

/** Debian's Dovecot on a port of its own, with one mailbox for whoever logs in. */
export async function startDovecot() {
  // not the folder that the environment names: the paths of its sockets must be short, and open to whom it runs as
  const folder = mkdtempSync('/tmp/sanad-dovecot-')
  const port = await freePort()
  const [uid, gid] = process.getuid?.() === 0 ? [65_534, 65_534] : [process.getuid!(), process.getgid!()]
  for (const each of ['', 'mail', 'home']) {
    mkdirSync(join(folder, each), { recursive: true, mode: 0o755 })
    chownSync(join(folder, each), uid, gid)
  }
  writeFileSync(join(folder, 'dovecot.conf'), configuration({ folder, port, uid, gid }))
  let server = run(folder)
  await answers(port)

  async function stop(): Promise<void> {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    // those that serve open lines may outlive it
    try {
      process.kill(-server.pid!, 'SIGKILL')
    } catch {
      // all are gone
    }
  }

  const settings = {
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    username: 'support',
    password: mailPassword,
    folder: 'INBOX',
  }

  async function asClient<Result>(work: (client: ImapFlow) => Promise<Result>, user = 'support'): Promise<Result> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: mailPassword },
      logger: false,
    })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.logout().catch(() => client.close())
    }
  }

  return {
    settings,
    port,
    /** Puts a mail into the mailbox, as the mail system would. */
    deliver: (...mails: Buffer[]) =>
      asClient(async (client) => {
        for (const mail of mails) await client.append('INBOX', mail)
      }),
    /** Into the mailbox of somebody else: each who logs in has one. */
    deliverTo: (user: string, ...mails: Buffer[]) =>
      asClient(async (client) => {
        for (const mail of mails) await client.append('INBOX', mail)
      }, user),
    /** So many a second, on one line that stays open; each is asked for when it is its turn. */
    steadily: (perSecond: number, seconds: number, mail: (n: number) => Buffer) =>
      asClient(async (client) => {
        const began = performance.now()
        for (let n = 0; n < perSecond * seconds; n++) {
          await pause(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
          await client.append('INBOX', mail(n))
        }
      }),
    log: () => readFileSync(join(folder, 'dovecot.log'), 'utf8'),
    stop,
    async startAgain() {
      server = run(folder)
      await answers(port)
    },
    async end() {
      if (server.exitCode === null) await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const run = (folder: string) =>
  spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore', detached: true })

function configuration({ folder, port, uid, gid }: { folder: string; port: number; uid: number; gid: number }): string {
  const own =
    process.getuid?.() === 0
      ? ''
      : `default_internal_user = ${process.env['USER']}\ndefault_login_user = ${process.env['USER']}\n`
  return `${own}protocols = imap
base_dir = ${folder}/run
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
passdb {
  driver = static
  args = password=${mailPassword}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'support', pass: mailPassword },
      logger: false,
    })
    client.on('error', () => {})
    const ok = await client.connect().then(
      () => client.logout().then(() => true),
      () => false,
    )
    if (ok) return
    client.close()
    await pause(100)
  }
  throw new Error('Dovecot did not answer.')
}
