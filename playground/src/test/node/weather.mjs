// Asks the pretend router, whatever its weather, and prints what became of it as JSON.
// Usage: node weather.mjs <port> <user> <password>
import routeros from 'routeros-api';

const [port, user, password] = process.argv.slice(2);
const at = { host: '127.0.0.1', port: Number(port), user, password, timeout: 2 };
const api = new routeros.RouterOSAPI(at);
api.on('error', () => {});
const seen = {};

// This client waits for ever for what was asked when the line ends: here nobody does.
const nothing = () => new Promise((resolve) => setTimeout(() => resolve('nothing'), 1500));
const told = (asked) => Promise.race([asked.catch((trouble) => trouble.message), nothing()]);

seen.login = await told(api.connect().then(() => 'in'));
if (seen.login === 'in') {
  seen.sessions = await told(api.write('/ppp/active/print', ['=.proplist=name']));
  seen.lists = await told(api.write('/ip/firewall/address-list/print', ['?list=PERMIT']));
}
console.log(JSON.stringify(seen));
process.exit(0);
