/** How often tests repeat what they do: a few times, or with `FAULT_ROUNDS=all` all the times they aim at. */
export const all = process.env['FAULT_ROUNDS'] === 'all';
export const rounds = (few: number, many: number): number => (all ? many : few);
