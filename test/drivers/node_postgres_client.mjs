// Make the calls through node-postgres. Modules are looked for where the program is started.
import { createRequire } from 'node:module';
import { run, zones } from './matrix.mjs';

const { Client } = createRequire(`${process.cwd()}/`)('pg');
const client = new Client();
await client.connect();
for (const zone of zones) {
    await client.query(`SET TimeZone = '${zone}'`);
    await run(zone, async (statement, values) =>
        (await client.query(statement, values)).rows[0].answer);
}
await client.end();
