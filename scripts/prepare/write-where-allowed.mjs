import { writeFileSync } from 'node:fs'

/** For what only saves time: whoever starts Sanad need not be who installed it, and may be kept from writing there. */
export function writeWhereAllowed(file, content) {
  try {
    writeFileSync(file, content)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}
