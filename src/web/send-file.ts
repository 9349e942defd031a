// A file on its way: its bytes as they are, with how far it has come, and a way to stop it.
import { offline, problemOf } from './problem.ts'

export type Sending<Answer> = { readonly answer: Promise<Answer>; readonly cancel: () => void }

/** fetch tells nothing of what has gone up; the older way does. */
export const sendFile = <Answer>(
  path: string,
  file: Blob & { readonly name: string },
  onProgress: (share: number) => void,
): Sending<Answer> => {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer>((resolve, reject) => {
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', `UTF-8''${encodeURIComponent(file.name)}`)
    if (/^[\w.+-]+\/[\w.+-]+$/u.test(file.type)) request.setRequestHeader('x-file-type', file.type)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as Answer)
      const { status, responseText, statusText } = request
      void problemOf(
        new Response(responseText, { status, statusText, headers: { 'content-type': 'application/problem+json' } }),
      ).then(reject)
    })
    request.addEventListener('error', () => reject(offline(new Error('The line broke.'))))
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')))
  })
  request.send(file)
  return { answer, cancel: () => request.abort() }
}
