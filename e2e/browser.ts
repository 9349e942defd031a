// A Chromium that needs nothing but `npm ci`: the one inside @sparticuz/chromium, or the one that E2E_CHROMIUM names.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Browser = { executablePath: string; args: string[]; env: Record<string, string> }

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'e2e')
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function chromiumPath(): Promise<Browser> {
  const named = process.env['E2E_CHROMIUM']
  return named ? { executablePath: named, args, env: ownEnvironment() } : packaged()
}

/**
 * The package unpacks its libraries only where it believes to be on AWS, and its fonts are set up for a folder that is not
 * ours; a bare machine lacks libnss3 and any font at all (then the page's process dies). It reuses whatever lies in the temp
 * folder, hence a folder of our own.
 */
async function packaged(): Promise<Browser> {
  mkdirSync(cache, { recursive: true })
  process.env['TMPDIR'] = cache
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const packed = join(import.meta.dirname, '..', 'node_modules', '@sparticuz', 'chromium', 'bin')
  const libraries = await inflate(join(packed, 'al2023.tar.br'))
  const fonts = await inflate(join(packed, 'fonts.tar.br'))
  writeFileSync(join(fonts, 'fonts.conf'), fontsConf(join(fonts, 'fonts'), join(cache, 'fonts-cache')))
  return {
    executablePath,
    args,
    env: { ...ownEnvironment(), LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: fonts },
  }
}

const fontsConf = (folder: string, cached: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${cached}</cachedir></fontconfig>
`

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
