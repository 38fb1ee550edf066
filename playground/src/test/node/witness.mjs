// Talks to the pretend router with a client that others wrote, and prints what it saw as JSON.
// Usage: node witness.mjs <port> <user> <password>
import routeros from 'routeros-api';

const [port, user, password] = process.argv.slice(2);
const LISTS = '/ip/firewall/address-list';
const at = { host: '127.0.0.1', port: Number(port), user, timeout: 10 };
const seen = {};

const wrong = new routeros.RouterOSAPI({ ...at, password: password + 'x' });
seen.badLogin = await wrong.connect().then(() => 'let in', (refusal) => refusal.message);

const api = new routeros.RouterOSAPI({ ...at, password });
await api.connect();
const add = (list, address, ...more) =>
  api.write(LISTS + '/add', ['=list=' + list, '=address=' + address, ...more]);

seen.identity = await api.write('/system/identity/print');
seen.nobody = await api.write('/ppp/active/print', ['?name=nobody']);
seen.active = await api.write('/ppp/active/print', ['=.proplist=name,address,session-id']);

seen.added = await add('PERMIT', '10.8.0.2', '=timeout=15m', '=comment=tapgate');
seen.twice = await add('PERMIT', '10.8.0.2').catch((trap) => trap.message);
seen.permitted = await api.write(LISTS + '/print', ['?list=PERMIT']);
seen.set = await api.write(LISTS + '/set', ['=.id=' + seen.added[0].ret, '=timeout=1h']);
seen.removed = await api.write(LISTS + '/remove', ['=.id=' + seen.added[0].ret]);
seen.gone = await api.write(LISTS + '/remove', ['=.id=*FFFF']).catch((trap) => trap.message);
seen.unknown = await api.write('/ppp/active/frob').catch((trap) => trap.message);

const many = Array.from({ length: 40 }, (_, i) => add('DENY', '10.9.0.' + i));
seen.atOnce = (await Promise.all(many)).length;
seen.denied = (await api.write(LISTS + '/print', ['?list=DENY', '=.proplist=address'])).length;
seen.either = await api.write(LISTS + '/print', [
  '?address=10.9.0.1',
  '?address=10.9.0.2',
  '?#|',
  '=.proplist=address',
]);

// Tagged commands run side by side, so the first change may come before the listener does.
seen.heard = await new Promise((resolve, reject) => {
  let last = 0;
  const changes = setInterval(() => add('BAN', '203.0.113.' + ++last).catch(reject), 50);
  const stream = api.stream([LISTS + '/listen', '?list=BAN', '=.proplist=list'], (trouble, row) => {
    clearInterval(changes);
    if (trouble) {
      reject(trouble);
    } else {
      stream.stop().then(() => resolve(row), reject);
    }
  });
});
seen.afterwards = await api.write('/system/identity/print');

await api.close();
console.log(JSON.stringify(seen));
