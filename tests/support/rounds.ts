/** Some tests do one thing many times: a few of them always, with `FAULT_ROUNDS=all` all that are aimed at. */
export const all = process.env['FAULT_ROUNDS'] === 'all';
export const rounds = (few: number, many: number): number => (all ? many : few);
