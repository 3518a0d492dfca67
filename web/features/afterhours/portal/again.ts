/** Where another time is asked for after a request: at the same hall, and with the ticket by whoever has no account. */
export const askingAgain = (outletId: string, ticket: string | undefined) => ({
  to: '/after-hours',
  search: (ticket ? { ticket } : { hall: outletId }) as Record<string, string>,
});
