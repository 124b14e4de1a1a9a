/** The status of an answer that refuses, by why it does. */
export const STATUS = { 'not-found': 404, invalid: 422, conflict: 409, forbidden: 403, 'signed-out': 401, busy: 503, 'too-many': 429 } as const
