import type { Problem } from './types.js'

/** The codes that a reader of `/v1` meets. There may be more one day; each is explained at `/v1/problems`. */
export type ProblemCode =
  | 'answer-too-large' | 'busy' | 'database-unavailable' | 'document-not-found' | 'duplicate-parameter' | 'internal-error'
  | 'invalid-checkpoint' | 'invalid-cursor' | 'invalid-parameters' | 'invalid-value' | 'locale-not-available'
  | 'malformed-request' | 'not-acceptable' | 'not-found' | 'overloaded' | 'request-timeout' | 'schema-retired'
  | 'search-not-ready' | 'too-many-requests' | 'unknown-parameter' | 'uri-too-long' | 'version-not-reached' | 'withdrawn'

/** The server refused, and says why (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: ProblemCode | (string & {})

  /** @param retryAfter after how many seconds the server wants to be asked again */
  constructor(readonly problem: Problem, readonly retryAfter?: number) {
    super(problem.detail)
    this.status = problem.status
    this.code = problem.code
  }
}

/** No answer came, or not all of it, or something that is none of this server's: there may be no network, or a portal in between. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'

  /** @param status of an answer that was not the server's own */
  constructor(message: string, readonly cause?: unknown, readonly status?: number, readonly retryAfter?: number) {
    super(message)
  }
}

/** A store that was filled from the beginning does not have what the server has. */
export class DigestError extends Error {
  override readonly name = 'DigestError'
}
