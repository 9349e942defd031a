/** How long a test waits for what must come, in milliseconds: a crowded machine is slow, not wrong. Nothing is judged by it. */
export const patience = 240_000
