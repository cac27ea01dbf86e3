// The clients in JavaScript share this module. It reads the calls and prints the lines that
// drivers.pl reads.
import { readFileSync } from 'node:fs';

export const calls = JSON.parse(readFileSync(new URL('calls.json', import.meta.url), 'utf8'));
export const zones = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York'];

// JavaScript has instants and no days, so a day stays text.
function toObject([type, value]) {
    if (value === null) return null;
    if (type === 'timestamp') return new Date(`${value.replace(' ', 'T')}:00+07:00`);
    if (type === 'integer') return Number(value);
    return value;
}

export const modes = {
    native: call => call.arguments.map(toObject),
    untyped: call => call.arguments.map(([, value]) => value),
    null: call => call.arguments.map(() => null),
};

// Make every call in every mode; `ask` resolves to the answer, or rejects with the server's error.
export async function run(zone, ask) {
    for (const [mode, argumentsOf] of Object.entries(modes)) {
        for (const [number, call] of calls.entries()) {
            let answer;
            try {
                answer = await ask(`SELECT (${call.call})::text AS answer`, argumentsOf(call));
            } catch (error) {
                answer = `!${error.code ?? error.message}`;
            }
            console.log([mode, zone, number, answer ?? '\\N'].join('\t'));
        }
    }
}
