import type { TimeOfDay } from '../../core/doses/schedule.js';

export const timeNames: Readonly<Record<TimeOfDay, string>> = {
  morning: 'Morning',
  midday: 'Midday',
  evening: 'Evening',
  bedtime: 'Bedtime',
};
