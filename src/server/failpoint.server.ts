/** Places where a crash would hurt most; the crash test dies in each of them. */
export type Failpoint =
  | 'before-commit'
  | 'after-commit'
  | 'after-claim'
  | 'after-fixing'
  | 'before-keeping'
  | 'after-keeping'
  | 'after-connect'
  | 'after-data'
  | 'before-mark'
  | 'after-mark'
  | 'in-back-off'
  | 'in-telling-before-commit'
  | 'in-telling-after-commit'

const [wanted, nth = '1'] = (process.env['SANAD_FAILPOINT'] ?? '').split(':')
let passed = 0

/** Ends this process as a power cut would, on the n-th passing, where SANAD_FAILPOINT=name:n says so; else does nothing. */
export function failpoint(name: Failpoint): void {
  if (name !== wanted) return
  passed++
  if (passed === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
