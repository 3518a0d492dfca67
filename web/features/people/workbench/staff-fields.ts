/** What can be wrong with a telephone or a mailbox; both may be empty. As the contract says. Pure. */
export const faultOfPhone = (text: string): boolean => text !== '' && !/^\+?[0-9]{5,20}$/.test(text);
export const faultOfEmail = (text: string): boolean => text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
