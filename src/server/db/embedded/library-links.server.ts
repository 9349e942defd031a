import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { errorCode } from './error-code.ts'

type Link = { source: string; target: string }

/**
 * The package makes the short names of its libraries in an install script, and install scripts may be switched off. So we
 * make them; where the package's folder cannot be written (installed by root, run by another), in `spare`.
 * Answers the folders to look for libraries in, where the package's own is not enough: both, since a library that was found
 * through a link looks for its own needs beside the link.
 */
export function linkLibraries(packageRoot: string, spare: string): string[] {
  const links = readLinks(packageRoot)
  try {
    for (const { source, target } of links) link(path.basename(source), path.join(packageRoot, target))
    return []
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
  mkdirSync(spare, { recursive: true })
  for (const { source, target } of links) {
    link(path.join(packageRoot, source), path.join(spare, path.basename(target)))
  }
  return [spare, path.join(packageRoot, 'native/lib')]
}

function readLinks(packageRoot: string): Link[] {
  try {
    return JSON.parse(readFileSync(path.join(packageRoot, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

function link(pointsTo: string, at: string): void {
  try {
    symlinkSync(pointsTo, at)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
