/** What a fault left behind. `wrong` says in sentences what else did not hold. */
export type Outcome = { tried: number; lost: number; twice: number; invented: number; note: string; wrong: string[] }

export type Fault = {
  name: string
  /** Why it cannot be tried on this machine; else absent. */
  notRun?: string
  run(full: boolean): Promise<Outcome>
}
