// Make the calls through postgres.js. Modules are looked for where the program is started.
import { createRequire } from 'node:module';
import { run, zones } from './matrix.mjs';

const postgres = createRequire(`${process.cwd()}/`)('postgres');
for (const zone of zones) {
    const sql = postgres({ host: process.env.PGHOST, connection: { TimeZone: zone }, max: 1 });
    await run(zone, async (statement, values) => (await sql.unsafe(statement, values))[0].answer);
    await sql.end();
}
